'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { VoteBars, type VoteScale, voteScale } from '@/components/charts/bars';
import { VoteKey } from '@/components/charts/vote-key';
import type { VoteTally } from '@/lib/domain/debate/view';
import { votesOf } from '@/lib/domain/stance/opinion/claim-readings';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { ClaimLine, type ClaimsDebate } from './claim-line';
import { cellsOf, type Voters, votersOf } from './votes-by-group';

/** More groups than this stand below each other beside a claim. */
const MOST_COLUMNS = 3;
/** As wide as the narrowest phone has room for, so that numbers are nowhere drawn smaller. */
const WIDE_PX = 280;
const NARROW_PX = 232;

const widthFor = (columns: number): number => (columns < MOST_COLUMNS ? WIDE_PX : NARROW_PX);

/** The scale on which all claims of a room can be read against each other. */
const scaleOf = (shown: ShownOpinions): VoteScale =>
  voteScale(
    shown.claims.flatMap((claim) => cellsOf(shown, claim).flatMap((tally) => tally ?? [])),
    widthFor(votersOf(shown).length),
  );

/** What the marks of the multiples mean. */
export function AnswersKey() {
  const t = useTranslations('opinions.votes');
  return <VoteKey words={{ agree: t('agree'), pass: t('pass'), disagree: t('disagree') }} />;
}

/** Claims, each with one small picture of votes for each group. */
export function Multiples({
  title,
  claims,
  shown,
  debate,
  rateOf,
}: {
  /** Over the claims. */
  title: string;
  claims: readonly OpinionClaim[];
  shown: ShownOpinions;
  debate: ClaimsDebate;
  /** What is said of a claim beside its side. */
  rateOf?: (claim: OpinionClaim) => string | null;
}) {
  const t = useTranslations('opinions.votes');
  const voters = votersOf(shown);
  const width = widthFor(voters.length);
  const scale = scaleOf(shown);
  const size: CSSProperties & Record<`--${string}`, string | number> = {
    '--groups': voters.length,
    '--bar': `${width}px`,
  };
  return (
    <div className="multiples" data-layout={voters.length > MOST_COLUMNS ? 'rows' : 'columns'} style={size}>
      <div className="multiples-head" aria-hidden="true">
        <span>{title}</span>
        {voters.map((one) => (
          <VotersName key={one.letter} voters={one} />
        ))}
      </div>
      <ol>
        {claims.map((claim) => (
          <li key={claim.claimId} className="multiple">
            <ClaimLine claim={claim} debate={debate}>
              {rateOf?.(claim)}
            </ClaimLine>
            <ul className="multiple-groups">
              {cellsOf(shown, claim).map((tally, index) => {
                const one = voters[index];
                return one ? (
                  <li key={one.letter}>
                    <span aria-hidden="true" className="multiple-name">
                      <VotersName voters={one} />
                    </span>
                    {tally ? (
                      <GroupBars voters={one} tally={tally} width={width} scale={scale} />
                    ) : (
                      <span className="multiple-few">
                        <span className="sr-only">
                          {one.letter ? t('groupIs', { letter: one.letter }) : null}{' '}
                        </span>
                        {t('few')}
                      </span>
                    )}
                  </li>
                ) : null;
              })}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

function VotersName({ voters: { letter, people } }: { voters: Voters }) {
  const t = useTranslations('opinions.votes');
  return (
    <span>
      <b className="text-ui font-strong text-ink">{letter ? t('group', { letter }) : t('all')}</b>
      {', '}
      {t('people', { count: people })}
    </span>
  );
}

function GroupBars({
  voters: { letter },
  tally,
  width,
  scale,
}: {
  voters: Voters;
  tally: VoteTally;
  width: number;
  scale: VoteScale;
}) {
  const t = useTranslations('opinions.votes');
  const votes = votesOf(tally);
  const share = (count: number) =>
    t('percent', { value: votes === 0 ? 0 : Math.round((100 * count) / votes) });
  return (
    <VoteBars
      tally={tally}
      label={letter ? t('ofGroup', { letter, ...tally }) : t('ofAll', { ...tally })}
      width={width}
      scale={scale}
      ends={scale.as !== 'shares' ? tally : { agree: share(tally.agree), disagree: share(tally.disagree) }}
    />
  );
}
