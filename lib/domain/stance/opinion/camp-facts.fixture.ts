import { type Camps, campVotes } from '../opinion-map/camps.fixture';
import type { VoteMatrix } from '../opinion-map/vote-matrix';
import type { OpinionFacts } from './facts';

/** Facts of made-up votes; nobody said where they stand. */
export function factsOf(matrix: VoteMatrix): OpinionFacts {
  return {
    matrix,
    claims: Array.from({ length: matrix.claims }, (_, c) => ({
      claimId: `claim-${c}`,
      code: `C${c}`,
      side: c % 2 === 0 ? ('a' as const) : ('b' as const),
      text: `Claim ${c}.`,
    })),
    stances: new Float64Array(matrix.people).fill(Number.NaN),
  };
}

export const campFacts = (camps: Camps): OpinionFacts => factsOf(campVotes(camps).matrix);

/** The votes one by one, in the order of the rows. */
export function votesOf(matrix: VoteMatrix): { person: number[]; claim: number[]; vote: number[] } {
  const person = Array.from({ length: matrix.people }, (_, p) =>
    new Array<number>((matrix.rowStart[p + 1] ?? 0) - (matrix.rowStart[p] ?? 0)).fill(p),
  ).flat();
  return { person, claim: [...matrix.claim], vote: [...matrix.vote] };
}
