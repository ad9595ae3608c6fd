import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { PartWords } from './axis-words';
import { ENDS, type useMapWords } from './use-map-words';

type Words = ReturnType<typeof useMapWords>;

/** The map as two tables: its groups, and what stands at its ends. */
export function MapTable({ shown, words }: { shown: ShownOpinions; words: Words }) {
  const { t, answerIn, language } = words;
  const [groupHead, ...columns] = groupHeads(words);
  return (
    <div className="grid gap-6">
      <table>
        <caption className="pb-1 text-start text-caption text-muted">{t('table.groups')}</caption>
        <thead>
          <tr>
            <th scope="col">{groupHead}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupRows(shown, words).map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption className="pb-1 text-start text-caption text-muted">{t('table.ends')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.end')}</th>
            <th scope="col" className="text-start!">
              {t('table.pull')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ENDS.map((end) => (
            <tr key={end}>
              <th scope="row">{t(`further.${end}`)}</th>
              <td className="text-start!">
                {shown.axes.ends[end].map(({ claimId, choice }) => (
                  <p key={claimId}>
                    <PartWords parts={answerIn(choice, claimId)} language={language} />
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const groupHeads = ({ t }: Words): [string, ...string[]] => [
  t('table.group'),
  t('table.people'),
  t('table.unsettled'),
  t('table.stance'),
  t('table.count'),
];

/** Groups and who is in none, then nothing that could tell of fewer than five. */
function groupRows(shown: ShownOpinions, { t, stance }: Words): [string, ...string[]][] {
  const { hidesStances } = shown;
  const few = t('table.few');
  return [
    ...shown.groups.map(({ letter, people, unsettled, stance: mean }): [string, ...string[]] => [
      t('table.named', { letter }),
      String(people),
      unsettled === null ? few : String(unsettled),
      mean === null ? (hidesStances ? t('table.later') : few) : stance(mean.mean),
      mean === null ? '' : String(mean.people),
    ]),
    ...(shown.groups.length === 0
      ? []
      : [
          [t('table.between'), String(shown.unsettled), '', '', ''] satisfies [string, ...string[]],
          [t('table.none'), String(shown.ungrouped), '', '', ''] satisfies [string, ...string[]],
        ]),
    [t('table.all'), String(shown.counts.people), String(shown.unsettled), '', ''],
  ];
}

/** Both tables as one of a file, its head first. */
export function mapRows(shown: ShownOpinions, words: Words): string[][] {
  const { t, claim } = words;
  const blank = ['', '', '', ''];
  return [
    [...groupHeads(words), t('table.claim'), t('table.pull')],
    ...groupRows(shown, words).map((row) => [...row, '', '']),
    ...ENDS.flatMap((end) =>
      shown.axes.ends[end].map(({ claimId, choice }) => [
        t(`further.${end}`),
        ...blank,
        claim(claimId)?.code ?? '',
        words.answer(choice, claimId),
      ]),
    ),
  ];
}
