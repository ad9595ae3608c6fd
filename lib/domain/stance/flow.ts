import { FEWEST_FOR_DISTRIBUTION, isSmall } from '../room/visibility';
import { movedTowards, type ShiftDirection, type StancePair } from './shift';

/**
 * Five bands of stance, before by after. Wider than the seven of a distribution (`bands.ts`), and cut where people speak: ten
 * points either side of 0 is in between, from sixty on it is strongly.
 */
export const FLOW_BANDS = ['strongly-for', 'for', 'between', 'against', 'strongly-against'] as const;
export type FlowBand = (typeof FLOW_BANDS)[number];

/** Place of a stance among the bands, 0 (strongly for) to 4. */
export function flowBandOf(value: number): number {
  const size = Math.abs(value);
  return 2 - Math.sign(value) * (size >= 60 ? 2 : size >= 10 ? 1 : 0);
}

/** Matched pairs by band: `flow[before][after]`. Null while there are fewer than five. */
export function flowOf(people: readonly StancePair[]): number[][] | null {
  const flow = FLOW_BANDS.map(() => FLOW_BANDS.map(() => 0));
  let pairs = 0;
  for (const { first, second } of people) {
    if (typeof first !== 'number' || typeof second !== 'number') continue;
    const row = flow[flowBandOf(first)];
    const after = flowBandOf(second);
    if (row) row[after] = (row[after] ?? 0) + 1;
    pairs += 1;
  }
  return pairs < FEWEST_FOR_DISTRIBUTION ? null : flow;
}

/** People who went from one band to another, or stayed in one. */
export interface FlowCell {
  /** Places of bands. */
  before: number;
  after: number;
  moved: ShiftDirection | null;
  people: number;
}

/** Where a person lies in the flow; null for who did not place themselves both times. */
export function flowCellOf(pair: StancePair): Omit<FlowCell, 'people'> | null {
  const { first, second } = pair;
  if (typeof first !== 'number' || typeof second !== 'number') return null;
  return { before: flowBandOf(first), after: flowBandOf(second), moved: movedTowards(pair) };
}

/** Everybody in the flow, cell by cell. */
export function flowCells(people: readonly StancePair[]): FlowCell[] {
  const cells = new Map<string, FlowCell>();
  for (const pair of people) {
    const at = flowCellOf(pair);
    if (!at) continue;
    const key = `${at.before} ${at.after} ${at.moved}`;
    const known = cells.get(key);
    if (known) known.people += 1;
    else cells.set(key, { ...at, people: 1 });
  }
  return [...cells.values()];
}

/** The flow of a public room: neighbouring bands are one where a strand would be of one to four people. */
export interface MergedFlow {
  /** From strongly for to strongly against, each as the bands that it is made of. */
  bands: FlowBand[][];
  /** `counts[before][after]`: 0, or five and more. */
  counts: number[][];
}

/** Every way to put neighbours together, as the places at which a new band begins. */
const WAYS: readonly (readonly number[])[] = Array.from(
  { length: 2 ** (FLOW_BANDS.length - 1) },
  (_, way) => [0, ...[1, 2, 3, 4].filter((band) => (way & (1 << (band - 1))) !== 0)],
);

/** Place of a band of five among bands that begin at these places. */
const partOf = (starts: readonly number[], band: number): number =>
  starts.filter((start) => start <= band).length - 1;

/**
 * The flow in as many bands as tell nothing of one to four people; of several ways that with the most even bands. Null where only
 * one strand of everybody is left.
 */
export function mergedFlow(people: readonly StancePair[]): MergedFlow | null {
  const full = FLOW_BANDS.map(() => FLOW_BANDS.map(() => 0));
  for (const { before, after, people: count } of flowCells(people)) {
    const row = full[before];
    if (row) row[after] = (row[after] ?? 0) + count;
  }
  const merged = WAYS.filter((starts) => starts.length > 1)
    .map((starts) => {
      const counts = starts.map(() => starts.map(() => 0));
      for (const [before, row] of full.entries()) {
        for (const [after, count] of row.entries()) {
          const to = counts[partOf(starts, before)];
          const at = partOf(starts, after);
          if (to) to[at] = (to[at] ?? 0) + count;
        }
      }
      return { starts, counts };
    })
    .filter(({ counts }) => {
      const strands = counts.flat().filter((count) => count > 0);
      return strands.length > 1 && !strands.some(isSmall);
    });
  const unevenness = (counts: number[][]) =>
    counts.reduce(
      (sum, row, at) =>
        sum +
        (row.reduce((all, count) => all + count, 0) + counts.reduce((all, one) => all + (one[at] ?? 0), 0)) **
          2,
      0,
    );
  const [best] = merged.sort(
    (one, other) =>
      other.starts.length - one.starts.length || unevenness(one.counts) - unevenness(other.counts),
  );
  if (!best) return null;
  const { starts, counts } = best;
  return { bands: starts.map((start, at) => FLOW_BANDS.slice(start, starts[at + 1])), counts };
}

/** Strands between merged bands; what moved is who left their band. */
export const mergedCells = ({ counts }: MergedFlow): FlowCell[] =>
  counts.flatMap((row, before) =>
    row.flatMap((people, after) =>
      people === 0 ? [] : [{ before, after, moved: towards(before, after), people }],
    ),
  );

/** The strand of a person in a merged flow. */
export function mergedCellOf(
  { bands }: MergedFlow,
  { first, second }: StancePair,
): Omit<FlowCell, 'people'> | null {
  if (typeof first !== 'number' || typeof second !== 'number') return null;
  const [before, after] = [first, second].map((value) => {
    const band = FLOW_BANDS[flowBandOf(value)];
    return bands.findIndex((part) => band !== undefined && part.includes(band));
  });
  if (before === undefined || after === undefined) return null;
  return { before, after, moved: towards(before, after) };
}

const towards = (before: number, after: number): ShiftDirection | null =>
  before === after ? null : after < before ? 'for' : 'against';
