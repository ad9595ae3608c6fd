import { useTranslations } from 'next-intl';
import type { ForSide } from '@/lib/domain/stance/axis';
import { DotShape } from './dots';
import { type Lens, lookOf, type MarkName } from './marks';

/** What the dots mean under a lens. */
export function MapLegend({
  lens,
  counts,
  hasGroups,
  hidesStances,
  hasVotes,
  forSide,
}: {
  lens: Lens;
  /** How many dots have each mark. */
  counts: Readonly<Partial<Record<MarkName, number>>>;
  hasGroups: boolean;
  /** Until the reader has said where they stand. */
  hidesStances: boolean;
  /** The lens on one claim has votes to tell of. */
  hasVotes: boolean;
  forSide: ForSide;
}) {
  const t = useTranslations('opinions.map.legend');
  const marks: readonly MarkName[] =
    lens === 'groups'
      ? ['person', 'unsettled', 'few']
      : lens === 'stance'
        ? ['for', 'against', 'between', 'untold']
        : hasVotes
          ? ['agree', 'pass', 'disagree', 'untold']
          : ['person'];
  const named = marks.filter((mark) => mark === marks[0] || (counts[mark] ?? 0) > 0);
  return (
    <ul className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
      {named.map((mark) => (
        <li key={mark} className="flex items-center gap-2">
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" data-part="legend">
            <DotShape look={lookOf(mark, forSide)} x={8} y={8} radius={6} />
          </svg>
          {mark === 'untold'
            ? t(lens === 'stance' ? 'noStance' : 'noVote')
            : t(mark, { count: counts[mark] ?? 0 })}
        </li>
      ))}
      {lens === 'groups' ? null : <li>{t(lens === 'stance' && hidesStances ? 'later' : 'dealt')}</li>}
      {lens === 'groups' && hasGroups ? (
        <li className="flex items-center gap-2">
          <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" data-part="legend">
            <rect
              x="1"
              y="1"
              width="24"
              height="14"
              rx="7"
              fill="var(--color-wash)"
              stroke="var(--color-control)"
            />
          </svg>
          {t('group')}
        </li>
      ) : null}
    </ul>
  );
}
