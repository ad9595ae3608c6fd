import { useTranslations } from 'next-intl';
import type { VoteTally } from '@/lib/domain/debate/view';
import { voteBarParts } from './vote-bar-parts';

/**
 * How a room voted on a claim, in ink: agree full, pass dotted, disagree open, a tick at the middle.
 * @param widthPx 36 on an inner card, 30 on an outer one, 72 in the outline
 * @param hasCount writes the number of votes after the bar
 */
export function VoteBar({
  tally,
  widthPx = 36,
  hasCount = false,
}: {
  tally: VoteTally;
  widthPx?: number;
  hasCount?: boolean;
}) {
  const t = useTranslations('contribute.vote');
  const { total, agree, pass, disagree } = voteBarParts(tally, widthPx);
  const middle = Math.round(widthPx / 2) - 0.5;
  return (
    <span className="inline-flex items-center gap-1.5 text-fine text-muted">
      <svg
        width={widthPx}
        height="8"
        viewBox={`0 0 ${widthPx} 8`}
        role="img"
        aria-label={t('tally', { ...tally })}
        shapeRendering="crispEdges"
        className="flex-none"
      >
        {total === 0 ? <path d={`M0 4H${widthPx}`} stroke="var(--color-control)" strokeWidth="1" /> : null}
        {agree ? (
          <rect x={agree.start} y="1" width={agree.width} height="6" fill="var(--color-vote-agree)" />
        ) : null}
        {pass ? (
          <path
            d={`M${pass.start} 4H${pass.start + pass.width}`}
            stroke="var(--color-muted)"
            strokeWidth="2"
            strokeDasharray="1 2"
          />
        ) : null}
        {disagree ? (
          <rect
            x={disagree.start + 0.5}
            y="1.5"
            width={Math.max(1, disagree.width - 1)}
            height="5"
            fill="var(--color-vote-disagree)"
            stroke="var(--color-vote-disagree-edge)"
          />
        ) : null}
        <path d={`M${middle} 0V8`} stroke="var(--color-ink)" />
      </svg>
      {hasCount ? <span aria-hidden="true">{total}</span> : null}
    </span>
  );
}
