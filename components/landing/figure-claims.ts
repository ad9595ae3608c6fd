import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';

/** One claim of the picture on the home page and what its line does. */
export interface FigureClaim {
  claim: ClaimView;
  line: 'supports' | 'attacks' | 'undercuts';
}

export interface Figure {
  /** Same number of claims on both sides: neither takes more room. */
  start: FigureClaim[];
  end: FigureClaim[];
  /** Whether the first claim of one side undercuts the line of the other side's first claim, and whose it is. */
  undercutFrom: 'start' | 'end' | null;
}

/** The part of a debate that the picture is made from. */
export type FigureDebate = Pick<DebateView, 'claims' | 'relations'> & {
  motion: Pick<DebateView['motion'], 'id'>;
};

/** Claims that bear on the motion itself, in the author's order, with what they do to it. */
const firstRing = (debate: FigureDebate, side: 'a' | 'b'): FigureClaim[] =>
  debate.claims
    .filter((claim) => claim.side === side && claim.status === 'published' && claim.layer === 'article')
    .flatMap((claim) => {
      const toMotion = debate.relations.find(
        (relation) =>
          relation.fromClaimId === claim.id &&
          relation.toClaimId === debate.motion.id &&
          relation.status === 'published',
      );
      return toMotion && toMotion.kind !== 'undercuts' ? [{ claim, line: toMotion.kind }] : [];
    });

interface Crossing {
  from: ClaimView;
  target: FigureClaim;
  side: 'a' | 'b';
}

/** The first undercut that crosses the middle and meets a line to the motion: the figure's most telling line. */
const firstCrossing = (debate: FigureDebate, rings: Record<'a' | 'b', FigureClaim[]>): Crossing | null => {
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]));
  const relations = new Map<string, RelationView>(
    debate.relations.map((relation) => [relation.id, relation]),
  );
  for (const { kind, fromClaimId, toRelationId, status, layer } of debate.relations) {
    const from = claims.get(fromClaimId);
    const line = toRelationId ? relations.get(toRelationId) : undefined;
    if (kind !== 'undercuts' || status !== 'published' || layer !== 'article') continue;
    if (!from || from.side === 'n' || from.status !== 'published' || line?.toClaimId !== debate.motion.id)
      continue;
    const target = rings[from.side === 'a' ? 'b' : 'a'].find(({ claim }) => claim.id === line.fromClaimId);
    if (target) return { from, target, side: from.side };
  }
  return null;
};

const without = (ring: FigureClaim[], id: string): FigureClaim[] =>
  ring.filter(({ claim }) => claim.id !== id);

/**
 * Picks the claims for the picture: up to `most` a side and equally many; where it can be drawn, an undercut and the
 * line that it meets stand in the first row.
 */
export function figureClaims(debate: FigureDebate, most: number, hasUndercut = true): Figure {
  const rings = { a: firstRing(debate, 'a'), b: firstRing(debate, 'b') };
  const crossing = hasUndercut ? firstCrossing(debate, rings) : null;
  if (crossing) {
    const other = crossing.side === 'a' ? 'b' : 'a';
    rings[other] = [crossing.target, ...without(rings[other], crossing.target.claim.id)];
    rings[crossing.side] = [
      { claim: crossing.from, line: 'undercuts' },
      ...without(rings[crossing.side], crossing.from.id),
    ];
  }
  const count = Math.min(most, rings.a.length, rings.b.length);
  const undercutFrom = crossing && count > 0 ? (crossing.side === 'a' ? 'start' : 'end') : null;
  return { start: rings.a.slice(0, count), end: rings.b.slice(0, count), undercutFrom };
}
