import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import type { ClaimEffect, EffectsView } from '@/lib/domain/stance/opinion/claim-effects';
import type { OpinionEffect } from '@/lib/domain/stance/opinion/opinion-view';

/** What a claim is marked with: what it does to the groups, or why that is not said. */
export const EFFECT_MARKS = ['divides', 'unites', 'untouched', 'few', 'answer'] as const;
export type EffectMark = OpinionEffect | 'few' | 'answer';

export type EffectById = ReadonlyMap<string, ClaimEffect>;

export const effectById = (view: EffectsView | null): EffectById =>
  new Map(view?.state === 'shown' ? view.claims.map((claim) => [claim.claimId, claim]) : []);

/** Marks of the published claims; none before the map is there, for nothing could be said of any. */
export function effectMarks(
  { claims, viewer, room }: Pick<DebateView, 'claims' | 'viewer' | 'room'>,
  view: EffectsView | null,
): ReadonlyMap<string, EffectMark> {
  if (view?.state !== 'shown') return new Map();
  const told = effectById(view);
  // As with the counts: in the commons, whoever takes part votes first.
  const votesFirst = room.kind === 'commons' && viewer !== null;
  const markOf = ({ id }: ClaimView): EffectMark => {
    const found = told.get(id);
    if (!found) return votesFirst ? 'answer' : 'few';
    return found.effect ?? 'few';
  };
  return new Map(
    claims.filter(({ status }) => status === 'published').map((claim) => [claim.id, markOf(claim)]),
  );
}

/** How many of these claims carry each mark. */
export function markCounts(
  marks: ReadonlyMap<string, EffectMark>,
  claims: readonly Pick<ClaimView, 'id'>[],
): Record<EffectMark, number> {
  const counts = { divides: 0, unites: 0, untouched: 0, few: 0, answer: 0 };
  for (const { id } of claims) {
    const mark = marks.get(id);
    if (mark !== undefined) counts[mark] += 1;
  }
  return counts;
}
