import type { OpinionGroup, OwnPlace } from '@/lib/domain/stance/opinion/opinion-view';
import { PartWords } from './axis-words';
import { ClaimWords } from './claim-words';
import { roundedToSum } from './sums';
import type { useMapWords } from './use-map-words';

const STRONGEST = 3;
const DIGITS = 2;

type Pull = OwnPlace['pulls'][number];

/** Which way a pull goes, by the axis on which it is stronger. */
export const wayOf = ({ x, y }: Pick<Pull, 'x' | 'y'>): 'left' | 'right' | 'up' | 'down' =>
  Math.abs(x) >= Math.abs(y) ? (x < 0 ? 'left' : 'right') : y < 0 ? 'down' : 'up';

/** Why the reader is where they are, vote by vote, and what would put them elsewhere. For their owner's page alone. */
export function OwnReasons({
  own,
  groups,
  words,
}: {
  own: OwnPlace;
  groups: readonly OpinionGroup[];
  words: ReturnType<typeof useMapWords>;
}) {
  const { t, short, language } = words;
  const letterOf = (id: number | null) => groups.find((group) => group.id === id)?.letter ?? null;
  const pulls = [...own.pulls].sort((a, b) => Math.hypot(b.x, b.y) - Math.hypot(a.x, a.y));
  const letter = letterOf(own.group);
  const [first, second] = (own.between ?? []).map(letterOf);
  const where =
    groups.length === 0
      ? null
      : letter !== null
        ? t('own.group', { letter })
        : first && second
          ? t('own.between', { first, second })
          : t('own.noGroup');
  const moves = own.wouldMove.flatMap((move) => {
    const to = letterOf(move.group);
    return to === null ? [] : [{ ...move, to }];
  });
  return (
    <div className="grid gap-2">
      <p>
        {where === null ? null : `${where} `}
        {t('own.sum', { count: pulls.length })}
      </p>
      {pulls.length > 0 ? (
        <ul aria-label={t('own.strongest')} className="grid gap-1.5">
          {pulls.slice(0, STRONGEST).map((pull) => (
            <li key={pull.claimId} className="grid grid-cols-[4.75rem_minmax(0,1fr)] gap-2 wrap-anywhere">
              <span className="text-caption">{t('own.way', { way: wayOf(pull) })}</span>
              <span className="text-ink">
                {t.rich('own.vote', {
                  choice: pull.choice,
                  claim: short(pull.claimId),
                  q: (chunks) => (
                    <ClaimWords language={language} className="font-serif">
                      {chunks}
                    </ClaimWords>
                  ),
                })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {pulls.length > 0 ? <PullTable pulls={pulls} words={words} /> : null}
      {moves.length > 0 ? (
        <>
          <h4 className="pt-1 font-strong text-ink">{t('own.move')}</h4>
          <ul className="grid gap-1.5">
            {moves.map(({ claimId, choice, to }) => (
              <li key={`${claimId} ${choice}`}>
                {t.rich('own.wouldMove', {
                  choice,
                  letter: to,
                  claim: short(claimId),
                  q: (chunks) => (
                    <ClaimWords language={language} className="font-serif text-ink">
                      {chunks}
                    </ClaimWords>
                  ),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : groups.length > 1 ? (
        <p>{t('own.nothingMoves')}</p>
      ) : null}
    </div>
  );
}

/** All votes, and their sum: the place itself. */
function PullTable({
  pulls,
  words: { t, answerIn, language },
}: {
  pulls: readonly Pull[];
  words: ReturnType<typeof useMapWords>;
}) {
  const across = roundedToSum(
    pulls.map(({ x }) => x),
    DIGITS,
  );
  const up = roundedToSum(
    pulls.map(({ y }) => y),
    DIGITS,
  );
  const sum = (values: readonly number[]) =>
    Math.round(values.reduce((total, value) => total + value, 0) * 10 ** DIGITS) / 10 ** DIGITS;
  const amount = (value: number, axis: 'across' | 'up') =>
    value === 0
      ? t('own.nothing')
      : t('own.amount', {
          value: Math.abs(value),
          way: axis === 'across' ? (value < 0 ? 'left' : 'right') : value < 0 ? 'down' : 'up',
        });
  return (
    <details>
      <summary className="cursor-pointer py-1 text-ink underline underline-offset-2 pointer-coarse:py-3">
        {t('own.all', { count: pulls.length })}
      </summary>
      <div className="chart-table">
        <table>
          <caption className="pb-1 text-start text-caption">{t('own.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('own.yourVote')}</th>
              <th scope="col">{t('own.across')}</th>
              <th scope="col">{t('own.up')}</th>
            </tr>
          </thead>
          <tbody>
            {pulls.map(({ claimId, choice }, index) => (
              <tr key={claimId}>
                <th scope="row" className="font-regular text-ink">
                  <PartWords parts={answerIn(choice, claimId)} language={language} />
                </th>
                <td className="whitespace-nowrap">{amount(across[index] ?? 0, 'across')}</td>
                <td className="whitespace-nowrap">{amount(up[index] ?? 0, 'up')}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="text-ink">
                {t('own.total')}
              </th>
              <td className="font-strong whitespace-nowrap text-ink">{amount(sum(across), 'across')}</td>
              <td className="font-strong whitespace-nowrap text-ink">{amount(sum(up), 'up')}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}
