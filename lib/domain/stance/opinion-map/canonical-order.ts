import { ANSWERS, addToItems, type ItemRows, sumByPerson } from './item-rows';

/**
 * An order of people and claims that follows from the votes alone, whatever order they are stored in: what is computed in it
 * comes out the same to the last bit however rows and columns are shuffled.
 */

export interface CanonicalOrder {
  /** The votes with people and claims in that order, the items of each person ascending. */
  votes: ItemRows;
  /** Row of the votes at each place. */
  people: Int32Array;
  /** Claim of the votes at each place. */
  claims: Int32Array;
  /** For each place of a person, 32 bits drawn from the votes there; people with equal votes are told apart by counting. */
  draw: Uint32Array;
  /** For each place of a claim, 32 bits drawn from how many gave which answer to it. */
  claimDraw: Uint32Array;
}

/** Mixes 32 bits so that inputs which differ little differ in about half of them (finalizer of MurmurHash3). */
export function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Of two that are alike in all but their number among their like. */
const numbered = (hash: number, number: number): number => mixed(hash + Math.imul(number, 0x9e3779b9));

/** Counts are told apart in steps of a tenth, so that one more vote among many draws nothing anew. */
const stepOf = (count: number): number => Math.round(8 * Math.log2(1 + count));

/**
 * A hash of each person's votes. Sums, so that one more vote changes what one vote adds; they are exact: numbers of 32 bits,
 * far fewer than 2 ** 21.
 */
function rowHashes(votes: ItemRows, ofClaim: Uint32Array): Uint32Array {
  const weight = new Float64Array(ANSWERS * ofClaim.length);
  const claims = ofClaim.length;
  for (let c = 0; c < claims; c += 1) {
    const first = Math.imul(ofClaim[c] as number, ANSWERS) + 1;
    for (let answer = 0; answer < ANSWERS; answer += 1) weight[ANSWERS * c + answer] = mixed(first + answer);
  }
  const sums = new Float64Array(votes.people);
  sumByPerson(votes, weight, 0, sums);
  return Uint32Array.from(sums, mixed);
}

/** The claims: by how many gave which answer, and those that are alike in that by who did. */
function orderOfClaims(votes: ItemRows, claims: number): Pick<CanonicalOrder, 'claims' | 'claimDraw'> {
  const counts = new Float64Array(ANSWERS * claims);
  addToItems(votes, new Float64Array(votes.people).fill(1), counts);
  const hash = Uint32Array.from({ length: claims }, (_, c) => {
    let all = 0;
    for (let a = 0; a < ANSWERS; a += 1) all = mixed(all + stepOf(counts[ANSWERS * c + a] as number) + 1);
    return all;
  });
  const voters = new Float64Array(ANSWERS * claims);
  addToItems(votes, Float64Array.from(rowHashes(votes, hash)), voters);
  const compared = (list: Float64Array, a: number, b: number): number => {
    for (let answer = 0; answer < ANSWERS; answer += 1) {
      const difference = (list[ANSWERS * a + answer] as number) - (list[ANSWERS * b + answer] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Int32Array.from({ length: claims }, (_, c) => c);
  order.sort(
    (a, b) => (hash[a] as number) - (hash[b] as number) || compared(counts, a, b) || compared(voters, a, b),
  );
  return { claims: order, claimDraw: drawsOf(order, hash) };
}

/** 32 bits for each place of an order in which those of one hash stand side by side. */
function drawsOf(order: Int32Array, hash: Uint32Array): Uint32Array {
  const draw = new Uint32Array(order.length);
  let equal = 0;
  for (let i = 0; i < order.length; i += 1) {
    const own = hash[order[i] as number] as number;
    equal = i > 0 && own === hash[order[i - 1] as number] ? equal + 1 : 0;
    draw[i] = numbered(own, equal);
  }
  return draw;
}

/** The votes with their claims in another order, the items of each person ascending. */
function withClaims({ people, rowStart, item }: ItemRows, order: Int32Array): ItemRows {
  const [claims, votes] = [order.length, item.length];
  const itemAt = new Int32Array(ANSWERS * claims);
  for (let n = 0; n < claims; n += 1) {
    const from = (order[n] as number) * ANSWERS;
    for (let answer = 0; answer < ANSWERS; answer += 1) itemAt[from + answer] = ANSWERS * n + answer;
  }
  // By claim first: from there votes come back to their people in the order of the claims.
  const start = new Int32Array(ANSWERS * claims + 1);
  for (let i = 0; i < votes; i += 1) {
    const next = (itemAt[item[i] as number] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let at = 1; at < start.length; at += 1) start[at] = (start[at] as number) + (start[at - 1] as number);
  const person = new Int32Array(votes);
  const filled = start.slice();
  for (let p = 0, i = 0; p < people; p += 1) {
    const end = rowStart[p + 1] as number;
    for (; i < end; i += 1) {
      const one = itemAt[item[i] as number] as number;
      const at = filled[one] as number;
      person[at] = p;
      filled[one] = at + 1;
    }
  }
  const moved = new Int32Array(votes);
  const next = rowStart.slice();
  for (let one = 0, i = 0; one < ANSWERS * claims; one += 1) {
    const end = start[one + 1] as number;
    for (; i < end; i += 1) {
      const p = person[i] as number;
      const at = next[p] as number;
      moved[at] = one;
      next[p] = at + 1;
    }
  }
  return { people, rowStart, item: moved };
}

/** Negative, 0 or positive as row a comes before, is equal to or comes after row b. */
function comparedRows({ rowStart, item }: ItemRows, a: number, b: number): number {
  const [startA, startB] = [rowStart[a] as number, rowStart[b] as number];
  const [lengthA, lengthB] = [(rowStart[a + 1] as number) - startA, (rowStart[b + 1] as number) - startB];
  if (lengthA !== lengthB) return lengthA - lengthB;
  for (let i = 0; i < lengthA; i += 1) {
    const difference = (item[startA + i] as number) - (item[startB + i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rows in another order: row i of the result is row `order[i]`. */
function withPeople({ rowStart, item }: ItemRows, order: Int32Array): ItemRows {
  const people = order.length;
  const starts = new Int32Array(people + 1);
  for (let p = 0; p < people; p += 1) {
    const from = order[p] as number;
    starts[p + 1] = (starts[p] as number) + (rowStart[from + 1] as number) - (rowStart[from] as number);
  }
  const ordered = new Int32Array(starts[people] as number);
  for (let p = 0; p < people; p += 1) {
    const from = order[p] as number;
    ordered.set(item.subarray(rowStart[from] as number, rowStart[from + 1] as number), starts[p] as number);
  }
  return { people, rowStart: starts, item: ordered };
}

/**
 * The order: people by a hash of their votes, which mixes all kinds of people, then by the votes themselves.
 * @param votes on claims that are in, as `voteItems` gives them
 */
export function canonicalOrder(votes: ItemRows, claims: number): CanonicalOrder {
  const ofClaims = orderOfClaims(votes, claims);
  const moved = withClaims(votes, ofClaims.claims);
  const hash = rowHashes(moved, ofClaims.claimDraw);
  const people = Int32Array.from({ length: votes.people }, (_, p) => p);
  people.sort((a, b) => (hash[a] as number) - (hash[b] as number) || comparedRows(moved, a, b));
  return { votes: withPeople(moved, people), people, ...ofClaims, draw: drawsOf(people, hash) };
}
