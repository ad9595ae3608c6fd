import { beforeAll, describe, expect, test } from 'vitest';
import { campVotes } from '../opinion-map/camps.fixture';
import { bestPairs } from '../opinion-map/group-identity';
import { seededRandom, shuffled } from '../opinion-map/random';
import { type VoteMatrix, withVotes } from '../opinion-map/vote-matrix';
import { factsOf } from './camp-facts.fixture';
import { choosesGroupsAgain, type DrawnOpinion, drawOpinions } from './draw-map';

const STEPS = 40;

interface Step {
  matrix: VoteMatrix;
  drawn: DrawnOpinion;
}

/** A room as its votes come, in an order drawn with a seed: each map from the one before, as the product draws them. */
function replayed(matrix: VoteMatrix, seed: number, isCold = false): Step[] {
  const order = shuffled(matrix.vote.length, seededRandom(seed));
  const steps: Step[] = [];
  let chosenFrom = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    const keep = new Uint8Array(order.length);
    for (const i of order.slice(0, Math.round((order.length * step) / STEPS))) keep[i] = 1;
    const now = withVotes(matrix, keep);
    const before = isCold ? null : (steps.at(-1)?.drawn.history ?? null);
    const votes = now.vote.length;
    const choosesGroups = before === null || choosesGroupsAgain(votes, votes - chosenFrom, chosenFrom);
    const drawn = drawOpinions({ facts: factsOf(now), before, choosesGroups });
    if (drawn.hasChosen) chosenFrom = votes;
    steps.push({ matrix: now, drawn });
  }
  return steps;
}

/** Cosine between two lists; 1 where one of them is all 0. */
function lean(before: Float64Array, now: Float64Array): number {
  let [both, one, other] = [0, 0, 0];
  for (const [i, value] of now.entries()) {
    both += value * (before[i] as number);
    one += value * value;
    other += (before[i] as number) ** 2;
  }
  return one * other > 0 ? both / Math.sqrt(one * other) : 1;
}

/** Share of people who kept the id of their group, in those who could have if groups were named at best. */
function identityOf(steps: readonly Step[]): number {
  let [kept, most] = [0, 0];
  for (const [i, { drawn }] of steps.slice(1).entries()) {
    const before = steps[i]?.drawn;
    if (!before?.map.basis || !drawn.map.basis) continue;
    const [rows, columns] = [before, drawn].map(({ map }) => map.groups.map(({ id }) => id)) as [
      number[],
      number[],
    ];
    const shared = rows.map(() => columns.map(() => 0));
    for (const [p, id] of drawn.map.group.entries()) {
      const [row, column] = [rows.indexOf(before.map.group[p] ?? -1), columns.indexOf(id)];
      if (row < 0 || column < 0) continue;
      if (rows[row] === id) kept += 1;
      const cells = shared[row] as number[];
      cells[column] = (cells[column] as number) + 1;
    }
    most += bestPairs(shared).reduce((sum, column, row) => sum + (shared[row]?.[column] ?? 0), 0);
  }
  return most === 0 ? 1 : kept / most;
}

const changesOfNumber = (steps: readonly Step[]): number =>
  steps.slice(1).filter(({ drawn }, i) => drawn.shown.groups.length !== steps[i]?.drawn.shown.groups.length)
    .length;

describe('a room whose votes come one after the other', () => {
  const rooms = [1, 2, 3].map(
    (seed) => campVotes({ people: 45, claims: 30, votes: 30, camps: 3, apart: 2.4, seed }).matrix,
  );
  let steps: Step[][] = [];
  beforeAll(() => {
    steps = rooms.map((matrix, i) => replayed(matrix, i + 50));
  });

  test('is never turned round or upside down from one map to the next', () => {
    for (const room of steps)
      for (const [i, { drawn }] of room.slice(1).entries()) {
        const before = room[i]?.drawn ?? drawn;
        // An axis that is another one altogether is 0 away from turning, but for rounding.
        expect(lean(before.map.components.axes[1], drawn.map.components.axes[1])).toBeGreaterThan(-1e-9);
        // Of a handful of votes an axis is chance: another one comes first, and nobody is where they were.
        if (i < 5) continue;
        expect(lean(before.map.y, drawn.map.y)).toBeGreaterThan(0);
        expect(lean(before.map.x, drawn.map.x)).toBeGreaterThan(0);
      }
  });

  test('keeps the letters of its groups with their people', () => {
    for (const room of steps) {
      expect(room.at(-1)?.drawn.shown.groups.length).toBeGreaterThan(1);
      expect(identityOf(room)).toBeGreaterThanOrEqual(0.99);
      const letters = new Set(room.flatMap(({ drawn }) => drawn.shown.groups.map(({ letter }) => letter)));
      expect(letters.size).toBeLessThanOrEqual(4);
    }
  });

  test('has another number of groups less often than one that is drawn without memory', () => {
    const sum = (all: readonly Step[][]) => all.reduce((changes, room) => changes + changesOfNumber(room), 0);
    expect(sum(steps)).toBeLessThan(sum(rooms.map((matrix, i) => replayed(matrix, i + 50, true))));
  });

  test('is drawn again to the last bit from the history of its map', () => {
    for (const room of steps)
      for (const { matrix, drawn } of room.slice(10, 30)) {
        const again = drawOpinions({
          facts: factsOf(matrix),
          before: { ...drawn.history, axes: drawn.began },
        });
        expect({ ...again, hasChosen: drawn.hasChosen }).toEqual(drawn);
      }
  });
});

test('a path that leads nowhere any more is found anew', () => {
  const { matrix } = campVotes({ people: 60, claims: 20, votes: 14, camps: 2, apart: 1.6, seed: 1 });
  const facts = factsOf(matrix);
  const first = drawOpinions({ facts, before: null });
  expect(first.history.path).toEqual([0]);
  const { hasChosen, shown } = drawOpinions({ facts, before: { ...first.history, path: [1] } });
  expect(hasChosen).toBe(true);
  expect(shown.groups).toEqual(first.shown.groups);
});

test('the number of groups is asked anew when a tenth of the votes changed', () => {
  expect([9, 10].map((changes) => choosesGroupsAgain(100, changes, 100))).toEqual([false, true]);
  expect([109, 110, 90].map((votes) => choosesGroupsAgain(votes, 0, 100))).toEqual([false, true, true]);
});
