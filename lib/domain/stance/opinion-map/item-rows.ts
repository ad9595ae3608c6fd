import type { VoteMatrix } from './vote-matrix';

/**
 * What people gave, as items: numbers that stand for an answer to a claim. Nearly everything about a map is one of the two
 * passes below, with other weights. They are short and always called with the same kinds of lists, so that a new process,
 * which has compiled nothing yet, has them compiled after a few thousand items. Until a loop is compiled, lengths of lists,
 * destructuring and iteration cost many times what they do then: in what runs for every person or item they stay outside.
 */
export interface ItemRows {
  people: number;
  /** `people + 1` offsets: the items of person p are those from `rowStart[p]` to before `rowStart[p + 1]`. */
  rowStart: Int32Array;
  item: Int32Array;
}

/** Items of one claim when votes are items: disagree, pass, agree. */
export const ANSWERS = 3;

/** All votes as items: vote v on claim c has the number 3 c + v + 1. */
export function voteItems({ people, rowStart, claim, vote }: VoteMatrix): ItemRows {
  const { length } = claim;
  const item = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    item[i] = (claim[i] as number) * ANSWERS + (vote[i] as number) + 1;
  }
  return { people, rowStart, item };
}

/** A number and, added to it, what each item of a person weighs: for each person, written into `into`. */
export const sumByPerson = (rows: ItemRows, weight: Float64Array, start: number, into: Float64Array): void =>
  sumRows(rows.rowStart, rows.item, weight, start, into);

/** Adds a number of each person to all items of that person. */
export const addToItems = (rows: ItemRows, amount: Float64Array, to: Float64Array): void =>
  addRows(rows.rowStart, rows.item, amount, to);

function sumRows(
  rowStart: Int32Array,
  item: Int32Array,
  weight: Float64Array,
  start: number,
  into: Float64Array,
): void {
  const people = into.length;
  for (let p = 0, i = 0; p < people; p += 1) {
    const end = rowStart[p + 1] as number;
    let sum = start;
    for (; i < end; i += 1) sum += weight[item[i] as number] as number;
    into[p] = sum;
  }
}

function addRows(rowStart: Int32Array, item: Int32Array, amount: Float64Array, to: Float64Array): void {
  const people = amount.length;
  for (let p = 0; p < people; p += 1) {
    const own = amount[p] as number;
    if (own === 0) continue;
    const end = rowStart[p + 1] as number;
    for (let i = rowStart[p] as number; i < end; i += 1) {
      const one = item[i] as number;
      to[one] = (to[one] as number) + own;
    }
  }
}
