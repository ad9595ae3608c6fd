import { describe, expect, it } from 'vitest';
import { bestPairs, groupIds } from './group-identity';
import { seededRandom } from './random';

/** The most that pairing rows with columns can add up to, by trying all ways. */
function mostByTrying(value: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number {
  if (row === value.length) return 0;
  const columns = (value[0] as readonly number[]).map((_, j) => j).filter((j) => !used.includes(j));
  const skipped = columns.length < value.length - row ? mostByTrying(value, row + 1, used) : 0;
  return Math.max(
    skipped,
    ...columns.map((j) => (value[row]?.[j] as number) + mostByTrying(value, row + 1, [...used, j])),
  );
}

describe('pairing rows with columns', () => {
  it('adds up to as much as the best way of pairing does', () => {
    const random = seededRandom(4);
    for (const [rows, columns] of [
      [1, 1],
      [2, 4],
      [4, 2],
      [5, 5],
      [3, 5],
    ] as const) {
      for (let round = 0; round < 20; round += 1) {
        const value = Array.from({ length: rows }, () =>
          Array.from({ length: columns }, () => Math.floor(random() * 9)),
        );
        const pairs = bestPairs(value);
        const paired = pairs.filter((j) => j >= 0);
        expect(new Set(paired).size).toBe(Math.min(rows, columns));
        const sum = pairs.reduce((all, j, i) => all + (j < 0 ? 0 : (value[i]?.[j] as number)), 0);
        expect(sum).toBe(mostByTrying(value));
      }
    }
  });

  it('has nothing to pair where there are no rows', () => {
    expect(bestPairs([])).toEqual([]);
  });
});

describe('ids of groups', () => {
  const before = { group: Int16Array.from([4, 4, 4, 7, 7, 7, -1]), next: 9 };

  it('count from 0 without a past', () => {
    expect(groupIds(Int16Array.from([1, 0, 1]), 2)).toEqual({ ids: [0, 1], next: 2 });
  });

  it('stay with the people, whatever the order of the groups', () => {
    expect(groupIds(Int16Array.from([1, 1, 1, 0, 0, 1, 0]), 2, before)).toEqual({ ids: [7, 4], next: 9 });
  });

  it('are new for a group that comes of parting another', () => {
    expect(groupIds(Int16Array.from([0, 0, 2, 1, 1, 1, 2]), 3, before)).toEqual({ ids: [4, 7, 9], next: 10 });
  });

  it('are new where no half of an earlier group is left together', () => {
    const scattered = { group: Int16Array.from([3, 3, 3, 3]), next: 4 };
    expect(groupIds(Int16Array.from([0, 1, 0, 1]), 2, scattered)).toEqual({ ids: [4, 5], next: 6 });
  });

  it('are never given again', () => {
    const gone = { group: Int16Array.from([-1, -1]), next: 5 };
    expect(groupIds(Int16Array.from([0, 0]), 1, gone)).toEqual({ ids: [5], next: 6 });
  });
});
