import { useTranslations } from 'next-intl';
import type { StripWords } from '@/components/charts/stance-strip';
import type { ToldShift } from '@/lib/domain/room/report/told';
import type { MeanShift } from '@/lib/domain/stance/shift';
import { useTimes } from '@/lib/i18n/use-times';
import { useStanceWords } from './use-stance-words';

/**
 * Which way the room went, and how sure one can be of it.
 * @param who `again`: of those alone who answered again by themselves
 */
export function ShiftLead({ shift, who = 'room' }: { shift: ToldShift; who?: 'room' | 'again' }) {
  const t = useTranslations('report.shift');
  const { stance, points } = useStanceWords();
  const { mean } = shift;
  if (shift.pairs === null) return t('tooFewToTell');
  if (!mean) return t('tooFew', { count: shift.pairs });
  const by = points(mean.shift, mean.decimals);
  const headline =
    mean.direction === null
      ? t('unclear')
      : t(mean.direction === 'for' ? 'for' : 'against', { points: by, who });
  return (
    <>
      <b className="font-strong">{headline}</b>{' '}
      {t.rich('lead', {
        pairs: shift.pairs,
        stayed: shift.stayed,
        against: shift.towardsAgainst,
        for: shift.towardsFor,
        b: (chunks) => <b className="font-strong">{chunks}</b>,
      })}{' '}
      {mean.shift === 0
        ? t('same', { first: stance(mean.first, mean.decimals) })
        : t('means', {
            first: stance(mean.first, mean.decimals),
            second: stance(mean.second, mean.decimals),
          })}{' '}
      <RangeWords mean={mean} />
    </>
  );
}

function RangeWords({ mean }: { mean: MeanShift }) {
  const t = useTranslations('report.shift');
  const { points } = useStanceWords();
  const { least, most, decimals, direction } = mean;
  const say = (value: number) => points(value, decimals);
  if (direction === null) return t('crosses', { against: say(least), for: say(most) });
  const [low, high] = [Math.abs(least), Math.abs(most)].sort((a, b) => a - b);
  if (low === undefined || high === undefined || low === high) return t('rangeSame', { least: say(least) });
  return t('range', { least: low, decimals: String(decimals), most: say(high) });
}

/**
 * What a strip says.
 * @param asked when each round was asked
 * @param rounds how many were
 */
export function useStripWords(
  { shift }: { shift: ToldShift },
  asked: { first: string | null; second: string | null },
  rounds: 1 | 2 = 2,
): { wide: StripWords; narrow: StripWords } {
  const t = useTranslations('report.strip');
  const inReport = useTranslations('report');
  const { stance, points } = useStanceWords();
  const { date } = useTimes();
  const { mean } = shift;
  const row = (which: 'first' | 'second') => {
    const counts = shift[which] ?? { placed: 0, unsure: 0, none: 0 };
    const people = t('people', { count: counts.placed });
    const began = asked[which];
    return {
      title: rounds === 1 ? t('now') : t(which),
      wide: began ? t('dated', { date: date(began), people }) : people,
      narrow: t('columns', { people, unsure: counts.unsure, none: counts.none }),
      unsure: counts.unsure,
      none: counts.none,
      mean: mean ? t('mean', { stance: stance(mean[which], mean.decimals) }) : null,
    };
  };
  const [first, second] = [row('first'), row('second')];
  const common = {
    title: t(rounds === 1 ? 'nameNow' : 'name'),
    summary: mean
      ? t('summary', {
          people: shift.people,
          pairs: shift.pairs ?? 0,
          first: stance(mean.first, mean.decimals),
          second: stance(mean.second, mean.decimals),
        })
      : rounds === 1
        ? t('summaryNow', { people: shift.first?.placed ?? 0 })
        : t('summaryFew', { people: shift.people }),
    between: inReport('stance.between'),
    unsure: inReport('stance.unsure'),
    none: inReport('stance.none'),
    shift:
      mean?.direction == null
        ? mean
          ? inReport('groups.unclear')
          : null
        : t(mean.direction === 'for' ? 'towardsFor' : 'towardsAgainst', {
            points: points(mean.shift, mean.decimals),
          }),
  };
  const wide = { ...common, for: t('for'), against: t('against') };
  return {
    wide: {
      ...wide,
      first: { ...first, about: first.wide },
      second: rounds === 1 ? null : { ...second, about: second.wide },
    },
    narrow: {
      ...wide,
      first: { ...first, about: first.narrow },
      second: rounds === 1 ? null : { ...second, about: second.narrow },
    },
  };
}
