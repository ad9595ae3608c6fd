import { mixed } from './canonical-order';
import { ANSWERS, addToItems, type ItemRows } from './item-rows';

/**
 * The votes that groups are found from: agreeing and disagreeing with claims that are in. A pass says that somebody does not
 * want to answer, which is no opinion and puts nobody in a group.
 */
export interface Answers extends ItemRows {
  /** Claims that are in and that somebody answered; they have numbers of their own here. */
  claims: number;
  /** Twice the number of the claim, plus one for disagreeing; ascending inside a row. */
  item: Int32Array;
  /** Number of answers of each kind, by item. */
  counts: Float64Array;
  /** Share of each answer to its claim, drawn towards a half by one answer each way, by item. */
  rates: Float64Array;
}

/**
 * The answers among votes, and the number of each claim in them.
 * @param votes as `voteItems` gives them
 * @returns `numberOf` is -1 for claims that nobody answered
 */
export function answersOf(votes: ItemRows, claims: number): { answers: Answers; numberOf: Int32Array } {
  const { people, rowStart, item: votesGiven } = votes;
  const given = new Float64Array(ANSWERS * claims);
  addToItems(votes, new Float64Array(people).fill(1), given);
  const numberOf = new Int32Array(claims).fill(-1);
  // Number of each vote among the answers; -1 for a pass.
  const itemOf = new Int32Array(ANSWERS * claims).fill(-1);
  let answered = 0;
  for (let c = 0; c < claims; c += 1) {
    if (given[ANSWERS * c] === 0 && given[ANSWERS * c + 2] === 0) continue;
    numberOf[c] = answered;
    itemOf[ANSWERS * c] = 2 * answered + 1;
    itemOf[ANSWERS * c + 2] = 2 * answered;
    answered += 1;
  }
  const item = new Int32Array(votesGiven.length);
  const starts = new Int32Array(people + 1);
  let at = 0;
  for (let p = 0; p < people; p += 1) {
    const end = rowStart[p + 1] as number;
    for (let i = rowStart[p] as number; i < end; i += 1) {
      const one = itemOf[votesGiven[i] as number] as number;
      if (one < 0) continue;
      item[at] = one;
      at += 1;
    }
    starts[p + 1] = at;
  }
  const counts = new Float64Array(2 * answered);
  for (let at = 0; at < ANSWERS * claims; at += 1) {
    const one = itemOf[at] as number;
    if (one >= 0) counts[one] = given[at] as number;
  }
  return {
    answers: rated({ people, rowStart: starts, item: item.subarray(0, at) }, answered, counts),
    numberOf,
  };
}

function counted(people: number, claims: number, rowStart: Int32Array, item: Int32Array): Answers {
  const counts = new Float64Array(2 * claims);
  addToItems({ people, rowStart, item }, new Float64Array(people).fill(1), counts);
  return rated({ people, rowStart, item }, claims, counts);
}

function rated(rows: ItemRows, claims: number, counts: Float64Array): Answers {
  const rates = new Float64Array(2 * claims);
  for (let at = 0; at < 2 * claims; at += 1) {
    const count = counts[at] as number;
    rates[at] = (count + 1) / (count + (counts[at ^ 1] as number) + 2);
  }
  return { ...rows, claims, counts, rates };
}

/** The first people alone, as many as have that many answers together. */
export function firstAnswers(answers: Answers, most: number): Answers {
  const { people, claims, rowStart, item } = answers;
  if (item.length <= most) return answers;
  let kept = 0;
  while (kept < people && (rowStart[kept + 1] as number) <= most) kept += 1;
  return counted(kept, claims, rowStart.slice(0, kept + 1), item.subarray(0, rowStart[kept] as number));
}

/** The answers of some people alone, in the order in which they are named. */
export function answersOfPeople(answers: Answers, rows: Int32Array): Answers {
  const { people, claims, rowStart, item } = answers;
  if (rows.length === people) return answers;
  const starts = new Int32Array(rows.length + 1);
  const kept = new Int32Array(item.length);
  let at = 0;
  const size = rows.length;
  for (let r = 0; r < size; r += 1) {
    const p = rows[r] as number;
    const end = rowStart[p + 1] as number;
    for (let i = rowStart[p] as number; i < end; i += 1) {
      kept[at] = item[i] as number;
      at += 1;
    }
    starts[r + 1] = at;
  }
  return counted(rows.length, claims, starts, kept.slice(0, at));
}

/** 32 bits for each person and for each claim, drawn from the votes. */
export interface Draws {
  people: Uint32Array;
  claims: Uint32Array;
}

/**
 * Parts the answers in two, drawn from their content: the same people and votes give the same parts.
 * @param share of the answers in the first part, 0 to 1
 * @param round another number, another draw
 */
export function drawnAnswers(
  answers: Answers,
  draws: Draws,
  share: number,
  round: number,
): { drawn: Answers; left: Answers } {
  const { people, claims, rowStart, item } = answers;
  const [drawn, left] = [new Int32Array(item.length), new Int32Array(item.length)];
  const [drawnStarts, leftStarts] = [new Int32Array(people + 1), new Int32Array(people + 1)];
  const limit = share * 4_294_967_296;
  const salt = mixed(round + 0x51ed270b);
  let [d, l] = [0, 0];
  for (let p = 0; p < people; p += 1) {
    const own = (draws.people[p] as number) ^ salt;
    const end = rowStart[p + 1] as number;
    for (let i = rowStart[p] as number; i < end; i += 1) {
      const one = item[i] as number;
      if (mixed(own + (draws.claims[one >> 1] as number)) < limit) {
        drawn[d] = one;
        d += 1;
      } else {
        left[l] = one;
        l += 1;
      }
    }
    drawnStarts[p + 1] = d;
    leftStarts[p + 1] = l;
  }
  return {
    drawn: counted(people, claims, drawnStarts, drawn.slice(0, d)),
    left: counted(people, claims, leftStarts, left.slice(0, l)),
  };
}
