import { FEWEST_FOR_DISTRIBUTION } from '../../room/visibility';
import { dealt, type OpinionCells } from './cells';
import type { OpinionFacts } from './facts';
import type { OpinionGroup } from './opinion-view';
import type { Standings } from './standings';

/** What is told of stances, and of who stands between groups. */

/** Mean of the newest stances of so many people; null where it would tell of fewer than five, or of the one who has none. */
export function meanStance(stances: Float64Array, rows: readonly number[]): OpinionGroup['stance'] {
  const placed = rows.map((p) => stances[p] as number).filter((value) => !Number.isNaN(value));
  return placed.length < FEWEST_FOR_DISTRIBUTION || placed.length === rows.length - 1
    ? null
    : {
        mean: Math.round(placed.reduce((sum, value) => sum + value, 0) / placed.length),
        people: placed.length,
      };
}

/** Further than any stance. */
const NO_STANCE = 1_000;

/**
 * The stance that each dot shows, dealt out among its neighbours; null for none, and where nothing is told.
 * @param isTold whether stances of the group of this row are told; without groups, of everybody
 */
export function dealtStances(
  { stances }: Pick<OpinionFacts, 'stances'>,
  cells: OpinionCells,
  order: readonly number[],
  isTold: (row: number) => boolean,
): (number | null)[] {
  const answers = stances.map((value) => (Number.isNaN(value) ? NO_STANCE : value));
  return dealt(cells, order, 'stance', answers).map((value, dot) =>
    value === NO_STANCE || !isTold(order[dot] as number) ? null : value,
  );
}

/**
 * For each row 1 where it is told that it stands between two groups: five people or more stand between these two. The others are
 * among those in no group.
 */
export function toldBetween(between: Standings['between']): Uint8Array {
  const keyOf = ([a, b]: readonly [number, number]) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const counts = new Map<string, number>();
  for (const pair of between) if (pair) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  return Uint8Array.from(between, (pair) =>
    pair !== null && (counts.get(keyOf(pair)) ?? 0) >= FEWEST_FOR_DISTRIBUTION ? 1 : 0,
  );
}
