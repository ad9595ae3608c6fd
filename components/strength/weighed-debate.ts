import type { DebateToCheck } from '@/lib/domain/argument/consistency';
import type { DebateNames } from '@/lib/domain/argument/what-if';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';

/** A debate as the engine reads it, with what names its claims. */
export type Weighed = Omit<DebateToCheck, 'claims'> &
  Omit<DebateNames, 'claims' | 'motion'> & {
    claims: readonly (DebateToCheck['claims'][number] &
      DebateNames['claims'][number] &
      Pick<ClaimView, 'side'>)[];
    motion: DebateView['motion'];
  };

/**
 * What strengths of a debate are reckoned on: all of it. Of a large debate the structure and counts of the whole map, and
 * over them what was read or done since; null until that is there, as a part alone would give other numbers.
 */
export function weighedDebate(debate: DebateView): Weighed | null {
  if (debate.part === null) return debate;
  const { whole } = debate.part;
  if (!whole) return null;
  const claimById = new Map(debate.claims.map((claim) => [claim.id, claim]));
  const relationById = new Map(debate.relations.map((relation) => [relation.id, relation]));
  const isInWhole = new Set([...whole.claims, ...whole.relations].map(({ id }) => id));
  return {
    motion: debate.motion,
    motions: debate.motions,
    claims: [
      // Which sources a claim cites is not in the structure: sources are not switched off in a large map.
      ...whole.claims.map((claim) => ({ ...(claimById.get(claim.id) ?? claim), citations: [] })),
      ...debate.claims.filter(({ id }) => !isInWhole.has(id)).map((claim) => ({ ...claim, citations: [] })),
    ],
    relations: [
      ...whole.relations.map((relation) => relationById.get(relation.id) ?? relation),
      ...debate.relations.filter(({ id }) => !isInWhole.has(id)),
    ],
  };
}
