import { useTranslations } from 'next-intl';
import { SideMark } from '@/components/claim/side-mark';
import { type PresenterView, type RevealClaim, type RevealView, topOf } from '@/lib/domain/room/presenter';
import type { ClaimCounts } from '@/lib/domain/room/report/claim-results';
import type { Rank } from '@/lib/domain/room/report/ranks';
import { FEWEST_FOR_DISTRIBUTION } from '@/lib/domain/room/visibility';
import type { MovedBy } from '@/lib/domain/stance/moved-by';

/** Fit on a wall in letters that the last row reads. */
const MOST_MOVED = 3;
const MOST_CLAIMS = 4;

function ClaimLine({ claim, language }: { claim: RevealClaim; language: string }) {
  return (
    <p className="font-serif" style={{ fontSize: 'calc(36 * var(--u))', lineHeight: 1.28 }}>
      <span data-side={claim.side} className="font-sans font-strong text-(--side-text)">
        {claim.side === 'n' ? null : <SideMark side={claim.side} sizePx={14} />} {claim.code}
      </span>{' '}
      <span lang={language} dir="auto">
        {claim.text}
      </span>
    </p>
  );
}

/** What people said that moved them, each direction apart; fewer than five movers are a number and nothing more. */
export function RevealMoved({ view, reveal }: { view: PresenterView; reveal: RevealView }) {
  const t = useTranslations('presenter.moved');
  // Then nothing is told of directions: that is not the same as nobody having moved.
  if ((reveal.shift.pairs ?? 0) < FEWEST_FOR_DISTRIBUTION) {
    return (
      <p className="presenter-small text-muted" style={{ marginBlockStart: 'calc(40 * var(--u))' }}>
        {t('untold')}
      </p>
    );
  }
  return (
    <div
      className="grid grid-cols-2"
      style={{ gap: 'calc(72 * var(--u))', marginBlockStart: 'calc(40 * var(--u))' }}
    >
      {([reveal.movedBy.for, reveal.movedBy.against] as const).map((moved: MovedBy) => {
        const top = moved.ranks && topOf(moved.ranks, MOST_MOVED);
        return (
          <section key={moved.direction} aria-label={t(`towards.${moved.direction}`)}>
            <h2 style={{ fontSize: 'calc(44 * var(--u))', lineHeight: 1.25 }}>
              {t(`towards.${moved.direction}`)}
            </h2>
            <p className="text-muted" style={{ fontSize: 'calc(34 * var(--u))' }}>
              {t('movers', { count: moved.movers })}
            </p>
            {top === null ? (
              <p className="presenter-small text-muted" style={{ marginBlockStart: 'calc(24 * var(--u))' }}>
                {t(moved.movers === 0 ? 'nobody' : 'tooFew')}
              </p>
            ) : top.length === 0 ? (
              <p className="presenter-small text-muted" style={{ marginBlockStart: 'calc(24 * var(--u))' }}>
                {t(moved.namedOnce === 0 ? 'nothingNamed' : 'nothingShared')}
              </p>
            ) : (
              <ol
                className="grid"
                style={{ gap: 'calc(26 * var(--u))', marginBlockStart: 'calc(28 * var(--u))' }}
              >
                {top.map(({ claimId, namedBy }) => {
                  const claim = reveal.claims[claimId];
                  return claim ? (
                    <li key={claimId}>
                      <ClaimLine claim={claim} language={view.frame.debate.language} />
                      <p className="presenter-small text-muted">
                        {t('namedBy', { count: namedBy, of: moved.movers })}
                      </p>
                    </li>
                  ) : null;
                })}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Claims with all votes on each, agreement first; every bar says of how many. */
export function RevealClaims({
  view,
  reveal,
  ranks,
  empty,
}: {
  view: PresenterView;
  reveal: RevealView;
  ranks: readonly Rank<ClaimCounts>[];
  empty: string;
}) {
  const t = useTranslations('presenter.claims');
  const top = topOf(ranks, MOST_CLAIMS);
  if (top.length === 0) return <p className="presenter-lead text-muted">{empty}</p>;
  return (
    <ol className="grid" style={{ gap: 'calc(34 * var(--u))', marginBlockStart: 'calc(36 * var(--u))' }}>
      {top.map(({ claimId, agree, disagree, pass }) => {
        const claim = reveal.claims[claimId];
        const votes = agree + disagree + pass;
        return claim ? (
          <li key={claimId} className="grid" style={{ gap: 'calc(10 * var(--u))' }}>
            <ClaimLine claim={claim} language={view.frame.debate.language} />
            <div aria-hidden="true" className="flex" style={{ blockSize: 'calc(26 * var(--u))' }}>
              <span className="bg-vote-agree" style={{ inlineSize: `${(agree / votes) * 100}%` }} />
              {/* The edge of an answer that nobody gave would look like one that somebody did. */}
              {pass > 0 ? (
                <span
                  className="border-y-2 border-dotted border-control"
                  style={{ inlineSize: `${(pass / votes) * 100}%` }}
                />
              ) : null}
              {disagree > 0 ? (
                <span
                  className="border-2 border-vote-disagree-edge bg-paper"
                  style={{ inlineSize: `${(disagree / votes) * 100}%` }}
                />
              ) : null}
            </div>
            <p className="presenter-small text-muted">{t('counts', { agree, pass, disagree, votes })}</p>
          </li>
        ) : null;
      })}
    </ol>
  );
}
