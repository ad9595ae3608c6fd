import type { MapLayout, PlacedClaim, PlacedLine } from '@/lib/domain/layout/types';

/** Keys that move the focus between cards; see the table of keys in `keys-dialog.tsx`. */
export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home';

export const isMoveKey = (key: string): key is MoveKey =>
  key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown' || key === 'Home';

/** What a move key does from a card: go to another card, open a folded branch, or nothing. */
export type Move = { type: 'to'; claimId: string } | { type: 'unfold'; claimId: string } | null;

const centreOf = (claim: PlacedClaim): number => claim.y + claim.heightPx / 2;

function nearest(from: PlacedClaim, candidates: readonly PlacedClaim[]): PlacedClaim | null {
  let best: PlacedClaim | null = null;
  for (const candidate of candidates) {
    const isNearer = best === null || distance(from, candidate) < distance(from, best);
    if (isNearer) best = candidate;
  }
  return best;
}

const distance = (a: PlacedClaim, b: PlacedClaim): number => Math.abs(centreOf(a) - centreOf(b));

const to = (claim: PlacedClaim | null | undefined): Move =>
  claim ? { type: 'to', claimId: claim.id } : null;

/**
 * Left and right go along the drawn direction: towards the motion or outward. From the motion they go to the nearest
 * claim of that wing. Up and down go along the column. Outward from a folded card opens its branch.
 */
export function nextMove(layout: MapLayout, fromId: string, key: MoveKey): Move {
  const from = layout.claims.find((claim) => claim.id === fromId);
  const motion = layout.claims.find((claim) => claim.wing === 'middle');
  if (!from || key === 'Home') return to(motion);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const column = layout.claims.filter((claim) => claim.column === from.column).sort((a, b) => a.y - b.y);
    return to(column[column.indexOf(from) + (key === 'ArrowUp' ? -1 : 1)]);
  }
  if (from.wing === 'middle') {
    const wing = key === 'ArrowLeft' ? 'start' : 'end';
    return to(
      nearest(
        from,
        layout.claims.filter((claim) => claim.ring === 1 && claim.wing === wing),
      ),
    );
  }
  const isInward = (from.wing === 'start') === (key === 'ArrowRight');
  if (isInward) return to(layout.claims.find((claim) => claim.id === from.parentId) ?? motion);
  if (from.hiddenCount > 0) return { type: 'unfold', claimId: from.id };
  return to(
    nearest(
      from,
      layout.claims.filter((claim) => claim.parentId === from.id),
    ),
  );
}

/** Drawn lines that touch a claim: its own first, then those that come to it, then undercuts of its own line. */
export function linesAt(layout: MapLayout, claimId: string): PlacedLine[] {
  const own = layout.lines.filter((line) => line.fromClaimId === claimId);
  const incoming = layout.lines.filter((line) => line.toClaimId === claimId && line.fromClaimId !== claimId);
  const ownIds = new Set(own.map((line) => line.id));
  const undercuts = layout.lines.filter(
    (line) =>
      line.toRelationId !== undefined && ownIds.has(line.toRelationId) && line.fromClaimId !== claimId,
  );
  return [...own, ...incoming, ...undercuts];
}

/** The line after this one around the claim, the first when there is none yet; null after the last, or with no lines. */
export function nextLine(layout: MapLayout, claimId: string, currentId: string | null): PlacedLine | null {
  const lines = linesAt(layout, claimId);
  const index = lines.findIndex((line) => line.id === currentId);
  return lines[index + 1] ?? null;
}

/** The card at the other end of a line; an undercut leads to the claim whose line it meets. */
export function otherEnd(layout: MapLayout, line: PlacedLine, claimId: string): string | null {
  if (line.fromClaimId !== claimId) return line.fromClaimId;
  if (line.toClaimId !== undefined) return line.toClaimId;
  return layout.lines.find((met) => met.id === line.toRelationId)?.fromClaimId ?? null;
}
