import type { Components } from './opinion-map';
import type { VoteMatrix } from './vote-matrix';

/** The votes without the claims that are out, which take time in every product and change nothing. */
export interface ClaimsIn {
  /** Claims have numbers of their own here. */
  matrix: VoteMatrix;
  /** Index of each of them among all claims. */
  claimOf: Int32Array;
}

export function claimsIn(matrix: VoteMatrix, isOut: Uint8Array): ClaimsIn {
  const { people, claims, rowStart, claim, vote } = matrix;
  const claimOf = Int32Array.from({ length: claims }, (_, c) => c).filter((c) => isOut[c] === 0);
  if (claimOf.length === claims) return { matrix, claimOf };
  const numberOf = new Int32Array(claims).fill(-1);
  for (let n = 0; n < claimOf.length; n += 1) numberOf[claimOf[n] as number] = n;
  const kept = {
    rowStart: new Int32Array(people + 1),
    claim: new Int32Array(claim.length),
    vote: new Int8Array(claim.length),
  };
  let at = 0;
  for (let p = 0; p < people; p += 1) {
    const end = rowStart[p + 1] as number;
    for (let i = rowStart[p] as number; i < end; i += 1) {
      const n = numberOf[claim[i] as number] as number;
      if (n < 0) continue;
      kept.claim[at] = n;
      kept.vote[at] = vote[i] as number;
      at += 1;
    }
    kept.rowStart[p + 1] = at;
  }
  return {
    matrix: {
      people,
      claims: claimOf.length,
      rowStart: kept.rowStart,
      claim: kept.claim.slice(0, at),
      vote: kept.vote.slice(0, at),
    },
    claimOf,
  };
}

/** Components of the claims that are in, with zeros for the others. */
export function ofAllClaims(components: Components, claimOf: Int32Array, claims: number): Components {
  if (claimOf.length === claims) return components;
  const spread = (list: Float64Array): Float64Array => {
    const all = new Float64Array(claims);
    for (let n = 0; n < claimOf.length; n += 1) all[claimOf[n] as number] = list[n] as number;
    return all;
  };
  const { centre, axes } = components;
  return { ...components, centre: spread(centre), axes: [spread(axes[0]), spread(axes[1])] };
}
