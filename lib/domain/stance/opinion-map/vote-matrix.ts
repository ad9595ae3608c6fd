/**
 * Votes as a sparse matrix: rows are people, columns are claims. A claim that somebody never voted on is absent, which is
 * not the same as a pass.
 */

/** Sparse rows. The votes of person p are those from `rowStart[p]` to before `rowStart[p + 1]`. */
export interface VoteMatrix {
  people: number;
  claims: number;
  /** `people + 1` offsets. */
  rowStart: Int32Array;
  /** Index of the claim of each vote, ascending inside a row. */
  claim: Int32Array;
  /** +1 agree, -1 disagree, 0 pass. */
  vote: Int8Array;
}

/** The same votes by claim: those on claim c are from `columnStart[c]` to before `columnStart[c + 1]`. */
export interface VoteColumns {
  people: number;
  claims: number;
  /** `claims + 1` offsets. */
  columnStart: Int32Array;
  /** Index of the person of each vote, ascending inside a column. */
  person: Int32Array;
  vote: Int8Array;
}

/** Votes in the order in which they were cast. The three lists have one length, or `count` entries that matter. */
export interface VoteTriples {
  person: ArrayLike<number>;
  claim: ArrayLike<number>;
  /** +1 agree, -1 disagree, 0 pass. */
  vote: ArrayLike<number>;
  count?: number;
}

/**
 * Builds the matrix; of several votes of one person on one claim the last one counts.
 * @throws RangeError when an index or a vote is out of range
 */
export function voteMatrix(people: number, claims: number, triples: VoteTriples): VoteMatrix {
  const count = triples.count ?? triples.vote.length;
  const columnFill = new Int32Array(claims + 1);
  for (let i = 0; i < count; i += 1) {
    const person = triples.person[i] as number;
    const claim = triples.claim[i] as number;
    const vote = triples.vote[i] as number;
    const isSound = person >= 0 && person < people && claim >= 0 && claim < claims && Math.abs(vote) <= 1;
    if (!isSound) throw new RangeError(`vote ${i} is out of range: ${person}, ${claim}, ${vote}`);
    columnFill[claim + 1] = (columnFill[claim + 1] as number) + 1;
  }
  for (let c = 0; c < claims; c += 1) {
    columnFill[c + 1] = (columnFill[c + 1] as number) + (columnFill[c] as number);
  }
  // Sorted by claim, stable; putting them into rows in that order sorts each row by claim, the last vote last.
  const byClaim = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const claim = triples.claim[i] as number;
    const at = columnFill[claim] as number;
    byClaim[at] = i;
    columnFill[claim] = at + 1;
  }
  const lastClaim = new Int32Array(people).fill(-1);
  const rowStart = new Int32Array(people + 1);
  for (const i of byClaim) {
    const person = triples.person[i] as number;
    const claim = triples.claim[i] as number;
    if (lastClaim[person] === claim) continue;
    lastClaim[person] = claim;
    rowStart[person + 1] = (rowStart[person + 1] as number) + 1;
  }
  for (let p = 0; p < people; p += 1) rowStart[p + 1] = (rowStart[p + 1] as number) + (rowStart[p] as number);
  const size = rowStart[people] as number;
  const matrix = {
    people,
    claims,
    rowStart,
    claim: new Int32Array(size),
    vote: new Int8Array(size),
  };
  const fill = rowStart.slice(0, people);
  for (const i of byClaim) {
    const person = triples.person[i] as number;
    const claim = triples.claim[i] as number;
    let at = fill[person] as number;
    // A later vote on the same claim takes the place of the earlier one.
    if (at > (rowStart[person] as number) && matrix.claim[at - 1] === claim) at -= 1;
    else fill[person] = at + 1;
    matrix.claim[at] = claim;
    matrix.vote[at] = triples.vote[i] as number;
  }
  return matrix;
}

/** The votes by claim. */
export function transposed(matrix: VoteMatrix): VoteColumns {
  const { people, claims, rowStart, claim, vote } = matrix;
  const columnStart = new Int32Array(claims + 1);
  for (const c of claim) columnStart[c + 1] = (columnStart[c + 1] as number) + 1;
  for (let c = 0; c < claims; c += 1) {
    columnStart[c + 1] = (columnStart[c + 1] as number) + (columnStart[c] as number);
  }
  const columns = {
    people,
    claims,
    columnStart,
    person: new Int32Array(claim.length),
    vote: new Int8Array(claim.length),
  };
  const fill = columnStart.slice(0, claims);
  for (let p = 0; p < people; p += 1) {
    for (let i = rowStart[p] as number; i < (rowStart[p + 1] as number); i += 1) {
      const c = claim[i] as number;
      const at = fill[c] as number;
      columns.person[at] = p;
      columns.vote[at] = vote[i] as number;
      fill[c] = at + 1;
    }
  }
  return columns;
}

/** The matrix with its rows in another order: row i of the result is row `order[i]`. Rows may be left out. */
export function withRows(matrix: VoteMatrix, order: ArrayLike<number>): VoteMatrix {
  const people = order.length;
  const rowStart = new Int32Array(people + 1);
  for (let p = 0; p < people; p += 1) {
    const from = order[p] as number;
    const length = (matrix.rowStart[from + 1] as number) - (matrix.rowStart[from] as number);
    rowStart[p + 1] = (rowStart[p] as number) + length;
  }
  const size = rowStart[people] as number;
  const claim = new Int32Array(size);
  const vote = new Int8Array(size);
  for (let p = 0; p < people; p += 1) {
    const from = order[p] as number;
    const [start, end] = [matrix.rowStart[from] as number, matrix.rowStart[from + 1] as number];
    claim.set(matrix.claim.subarray(start, end), rowStart[p]);
    vote.set(matrix.vote.subarray(start, end), rowStart[p]);
  }
  return { people, claims: matrix.claims, rowStart, claim, vote };
}

/** The matrix with those votes alone for which `keep` (one entry for each vote) is not 0. People and claims stay. */
export function withVotes(matrix: VoteMatrix, keep: Uint8Array): VoteMatrix {
  const { people, claims } = matrix;
  let size = 0;
  for (const k of keep) if (k !== 0) size += 1;
  const rowStart = new Int32Array(people + 1);
  const claim = new Int32Array(size);
  const vote = new Int8Array(size);
  let at = 0;
  for (let p = 0; p < people; p += 1) {
    for (let i = matrix.rowStart[p] as number; i < (matrix.rowStart[p + 1] as number); i += 1) {
      if (keep[i] === 0) continue;
      claim[at] = matrix.claim[i] as number;
      vote[at] = matrix.vote[i] as number;
      at += 1;
    }
    rowStart[p + 1] = at;
  }
  return { people, claims, rowStart, claim, vote };
}
