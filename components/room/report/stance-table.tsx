import { useTranslations } from 'next-intl';
import type { RoundCounts, StancePair, StanceReply } from '@/lib/domain/stance/shift';
import { TABLE, TableTwin } from './report-section';
import { useStanceWords } from './use-stance-words';

/** The strip as a table: how many stated which stance, then not sure and no answer. */
export function StanceTable({
  people,
  rounds,
}: {
  people: readonly StancePair[];
  rounds: { first: RoundCounts; second: RoundCounts };
}) {
  const t = useTranslations('report.strip');
  const rows = useStanceRows(people, rounds);
  return (
    <TableTwin summary={t('table')}>
      <table className={TABLE}>
        <caption className="pb-1 text-start text-muted">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('first')}</th>
            <th scope="col">{t('second')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, first, second }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{first}</td>
              <td>{second}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableTwin>
  );
}

/** How many gave which answer in each round, from wholly for to wholly against, then not sure and no answer. */
export function useStanceRows(
  people: readonly StancePair[],
  rounds: { first: RoundCounts; second: RoundCounts },
): { name: string; first: number; second: number }[] {
  const { stance } = useStanceWords();
  const values = [
    ...new Set(
      people.flatMap(({ first, second }) => [first, second]).filter((reply) => typeof reply === 'number'),
    ),
  ].sort((a, b) => b - a);
  const count = (which: 'first' | 'second', value: StanceReply) =>
    people.filter((person) => person[which] === value).length;
  return [
    ...values.map((value) => ({
      name: stance(value),
      first: count('first', value),
      second: count('second', value),
    })),
    { name: stance('unsure'), first: rounds.first.unsure, second: rounds.second.unsure },
    { name: stance(null), first: rounds.first.none, second: rounds.second.none },
  ];
}
