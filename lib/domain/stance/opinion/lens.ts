import type { VoteChoice } from '../../debate/view';
import { FEWEST_FOR_DISTRIBUTION } from '../../room/visibility';
import { dealt } from './cells';
import type { OpinionFacts } from './facts';
import type { OpinionReading } from './opinion-reading';

const CHOICES: Readonly<Record<number, VoteChoice>> = { 1: 'agree', [-1]: 'disagree', 0: 'pass' };

const NOT_VOTED = 2;

/**
 * What the dots show of a claim, in their order: the votes of each cell of neighbours, dealt out among them, and nothing on dots in no
 * cell or of groups of which too little is known to tell. Null of fewer than five votes, undefined for another claim.
 */
export function lensOf(
  { matrix, claims }: OpinionFacts,
  { order, shown, cells }: OpinionReading,
  claimId: string,
): (VoteChoice | null)[] | null | undefined {
  const wanted = claims.findIndex((claim) => claim.claimId === claimId);
  if (wanted < 0) return undefined;
  const byGroup = shown.claims[wanted]?.byGroup ?? [];
  const hidden = new Set(shown.groups.flatMap(({ id }, g) => (byGroup[g] === null ? [id] : [])));
  const answers = Int8Array.from({ length: matrix.people }, (_, p) => {
    const start = matrix.rowStart[p] ?? 0;
    const at = matrix.claim.subarray(start, matrix.rowStart[p + 1]).indexOf(wanted);
    return at < 0 ? NOT_VOTED : (matrix.vote[start + at] ?? NOT_VOTED);
  });
  const votes = dealt(cells, order, claimId, answers).map((answer, dot) => {
    const group = shown.dots[dot]?.group ?? null;
    return answer === null || (group !== null && hidden.has(group)) ? null : (CHOICES[answer] ?? null);
  });
  return votes.filter((vote) => vote !== null).length < FEWEST_FOR_DISTRIBUTION ? null : votes;
}
