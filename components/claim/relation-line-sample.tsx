import type { RelationKind, SideRole } from '@/lib/domain/debate/view';

/**
 * A relation's line in small, as on the map: support a solid line with an arrow, attack dashes with a bar, undercut
 * dots that end in a ring on a line. Words stand beside it.
 */
export function RelationLineSample({ kind, side = 'n' }: { kind: RelationKind; side?: SideRole }) {
  const line = { fill: 'none', stroke: 'var(--side-solid)', strokeWidth: 1.5 };
  return (
    <svg width="18" height="10" viewBox="0 0 18 10" data-side={side} aria-hidden="true" className="flex-none">
      {kind === 'supports' ? (
        <>
          <path d="M1 5H13" {...line} />
          <path d="M12 2 17 5 12 8Z" fill="var(--side-solid)" />
        </>
      ) : kind === 'attacks' ? (
        <>
          <path d="M1 5H14" {...line} strokeDasharray="4 3" />
          <path d="M15 1V9" {...line} strokeWidth={2} />
        </>
      ) : (
        <>
          <path d="M1 5H10" {...line} strokeWidth={2.4} strokeDasharray="0.1 4" strokeLinecap="round" />
          <path d="M14 0V10" {...line} />
          <circle cx="14" cy="5" r="2.5" {...line} fill="var(--color-paper)" strokeWidth={2} />
        </>
      )}
    </svg>
  );
}
