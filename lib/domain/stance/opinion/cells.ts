import { FEWEST_FOR_DISTRIBUTION } from '../../room/visibility';
import { seededRandom, shuffled } from '../opinion-map/random';
import type { VoteMatrix } from '../opinion-map/vote-matrix';

/**
 * Cells of the opinion map: five or more people of one group who lie near each other. What a lens shows on single dots is told of a
 * cell and not of a person: how many of these neighbours answered what, and not which of them.
 */
export interface OpinionCells {
  /** Cell of each row, counted from 0; -1 for who is in none, of whom no lens tells anything. */
  of: Int32Array;
  count: number;
}

/** Where rows lie. */
export interface Places {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/**
 * Parts the people of each set by the median of the longer side of what they cover, and the parts again, as long as both keep five.
 * O(n log n).
 * @param setOf set of each row, -1 for who is in none; a set of fewer than five is in no cell
 */
export function cellsOf(places: Places, setOf: ArrayLike<number>): OpinionCells {
  const of = new Int32Array(setOf.length).fill(-1);
  const rows = Array.from({ length: setOf.length }, (_, p) => p).filter((p) => (setOf[p] as number) >= 0);
  const sorted = (first: ArrayLike<number>, then: ArrayLike<number>) =>
    rows.toSorted(
      (a, b) =>
        (first[a] as number) - (first[b] as number) || (then[a] as number) - (then[b] as number) || a - b,
    );
  const isBefore = new Uint8Array(setOf.length);
  let count = 0;
  const bySet = (order: readonly number[]): Map<number, number[]> => {
    const sets = new Map<number, number[]>();
    for (const p of order) {
      const set = sets.get(setOf[p] as number);
      if (set) set.push(p);
      else sets.set(setOf[p] as number, [p]);
    }
    return sets;
  };
  const [across, up] = [bySet(sorted(places.x, places.y)), bySet(sorted(places.y, places.x))];
  const parts = [...across.keys()]
    .sort((a, b) => b - a)
    .map((set) => ({ byX: across.get(set) ?? [], byY: up.get(set) ?? [] }));
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { byX, byY } = part;
    const half = byX.length >> 1;
    if (byX.length < FEWEST_FOR_DISTRIBUTION) continue;
    if (half < FEWEST_FOR_DISTRIBUTION) {
      for (const p of byX) of[p] = count;
      count += 1;
      continue;
    }
    const isWide = reach(byX, places.x) >= reach(byY, places.y);
    for (const [at, p] of (isWide ? byX : byY).entries()) isBefore[p] = at < half ? 1 : 0;
    const parted = (is: 0 | 1) => ({
      byX: byX.filter((p) => isBefore[p] === is),
      byY: byY.filter((p) => isBefore[p] === is),
    });
    parts.push(parted(0), parted(1));
  }
  return { of, count };
}

const reach = (sorted: readonly number[], at: ArrayLike<number>): number =>
  (at[sorted.at(-1) ?? 0] as number) - (at[sorted[0] ?? 0] as number);

/**
 * What a lens shows on each dot: the answers of a cell, dealt out among its dots; null on dots in no cell. What comes out follows from
 * how many of the cell answered what and from nothing else, and each question is dealt anew, so that no row of answers is anybody's.
 * @param order row of each dot
 * @param about names the question; the same one is always dealt in the same way
 * @param answers of each row, as numbers
 */
export function dealt(
  { of, count }: OpinionCells,
  order: readonly number[],
  about: string,
  answers: ArrayLike<number>,
): (number | null)[] {
  const dots: number[][] = Array.from({ length: count }, () => []);
  for (const [dot, p] of order.entries()) dots[of[p] as number]?.push(dot);
  const shown: (number | null)[] = order.map(() => null);
  for (const [cell, members] of dots.entries()) {
    // Sorted first: an order of the people would show through.
    const held = members.map((dot) => answers[order[dot] as number] as number).sort((a, b) => a - b);
    const turns = shuffled(held.length, seededRandom(seedOf(`${about} ${cell}`)));
    for (const [at, dot] of members.entries()) shown[dot] = held[turns[at] as number] as number;
  }
  return shown;
}

/** FNV-1a of 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** What one can have done about a claim: nothing, or disagreed, passed, agreed. */
const NOT_VOTED = 1;
const bitOf = (vote: number): number => 1 << (vote + 2);

/**
 * How many ways of voting the lenses leave open to the people of each cell, as a power of two: on each claim one answered what somebody
 * of the cell answered. 0 where all answered the same on everything.
 */
export function openWays(
  { claims, rowStart, claim, vote }: VoteMatrix,
  { of, count }: OpinionCells,
): Float64Array {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [p, cell] of of.entries()) members[cell]?.push(p);
  const [given, voters] = [new Uint8Array(claims), new Int32Array(claims)];
  return Float64Array.from(members, (rows) => {
    const touched: number[] = [];
    for (const p of rows) {
      for (let i = rowStart[p] as number; i < (rowStart[p + 1] as number); i += 1) {
        const c = claim[i] as number;
        if (voters[c] === 0) touched.push(c);
        voters[c] = (voters[c] as number) + 1;
        given[c] = (given[c] as number) | bitOf(vote[i] as number);
      }
    }
    let ways = 0;
    for (const c of touched) {
      const answers = (given[c] as number) | (voters[c] === rows.length ? 0 : NOT_VOTED);
      ways += Math.log2(bitsIn(answers));
      given[c] = 0;
      voters[c] = 0;
    }
    return ways;
  });
}

function bitsIn(value: number): number {
  let count = 0;
  for (let rest = value; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
