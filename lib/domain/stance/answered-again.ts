import { type ToldShift, toldShift } from '../room/report/told';
import { FEWEST_FOR_DISTRIBUTION } from '../room/visibility';
import { type MergedFlow, mergedFlow } from './flow';
import { type StancePair, shiftOf } from './shift';

/**
 * How people moved in a room that asks for stances at any time, as the commons does: the first answer of each against the newest.
 * Of those alone who placed themselves at two different times, which they chose to do: it says nothing of the others.
 */

/** What is said again within so many minutes corrects an answer; later it is another one. */
export const CORRECTED_WITHIN_MINUTES = 10;
const CORRECTED_WITHIN_MS = CORRECTED_WITHIN_MINUTES * 60_000;

/** One of the answers that a person gave; kept, whatever came after it. */
export interface Statement {
  person: string;
  answer: 'placed' | 'unsure' | 'withdrawn';
  /** -100..100; null unless placed. */
  value: number | null;
  /** Milliseconds since 1970. */
  statedAt: number;
}

/** Two answers of one person, both on the axis. */
export interface PlacedPair extends StancePair {
  first: number;
  second: number;
}

/** So many nameless people stood there. */
export interface PlacedCount {
  value: number;
  people: number;
}

export interface AnsweredAgain {
  /** Of these people alone: every one of them is a pair. */
  shift: ToldShift;
  /** Where they stood and where they stand, apart: whose dot became which is nobody's to know in a public room. */
  first: PlacedCount[];
  newest: PlacedCount[];
  /** Null where a strand would be of one to four people, however bands are put together. */
  flow: MergedFlow | null;
}

/**
 * The first and the newest answer of each person who placed themselves at two different times, by person.
 * @param statements of one motion, those of a person from the oldest to the newest
 * @param since when the motion came to mean what it says now: what was answered before was another question
 */
export function placedAgain(statements: readonly Statement[], since: number): Map<string, PlacedPair> {
  const given = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.statedAt < since) continue;
    // What is taken back is taken back, with all that was said before it.
    if (statement.answer === 'withdrawn') given.delete(statement.person);
    else given.set(statement.person, [...(given.get(statement.person) ?? []), statement]);
  }
  const pairs = new Map<string, PlacedPair>();
  for (const [person, [start, ...later]] of given) {
    if (!start) continue;
    const isCorrection = ({ statedAt }: Statement) => statedAt - start.statedAt <= CORRECTED_WITHIN_MS;
    const first = later.filter(isCorrection).at(-1) ?? start;
    const newest = later.at(-1);
    if (!newest || isCorrection(newest) || first.value === null || newest.value === null) continue;
    pairs.set(person, { first: first.value, second: newest.value });
  }
  return pairs;
}

/** The same as it may be told to anybody; null while there are fewer than five. */
export function answeredAgain(pairs: readonly PlacedPair[]): AnsweredAgain | null {
  if (pairs.length < FEWEST_FOR_DISTRIBUTION) return null;
  return {
    shift: toldShift(shiftOf(pairs)),
    first: placedCounts(pairs.map(({ first }) => first)),
    newest: placedCounts(pairs.map(({ second }) => second)),
    flow: mergedFlow(pairs),
  };
}

function placedCounts(values: readonly number[]): PlacedCount[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, people]) => ({ value, people }))
    .sort((one, other) => other.value - one.value);
}

/** Nameless people to draw in two rows: as many in each, and nobody's two dots together. */
export function unlinkedPairs({ first, newest }: Pick<AnsweredAgain, 'first' | 'newest'>): PlacedPair[] {
  const each = (counts: readonly PlacedCount[]) =>
    counts.flatMap(({ value, people }) => Array.from({ length: people }, () => value));
  const now = each(newest);
  return each(first).map((value, index) => ({ first: value, second: now[index] ?? value }));
}
