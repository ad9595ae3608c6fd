import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedRandIndex } from './agreement';
import type { OpinionMap } from './opinion-map';
import { peopleIn, polisMap } from './polis-mode';
import { claimPositions, extremities } from './projection';
import { seededRandom, shuffled } from './random';
import { SMALL_EXPECTED, SMALL_OUT, smallVotes, votesOf } from './small-conversation.fixture';
import { voteMatrix, withRows } from './vote-matrix';

const close = (found: ArrayLike<number>, expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 10);
};
const allIn = (claims: number): Uint8Array => new Uint8Array(claims);

describe('the established map of the small conversation', () => {
  const map = polisMap(smallVotes(), SMALL_OUT);

  test('has the components that numpy finds', () => {
    close(map.components.centre, SMALL_EXPECTED.centre);
    close(map.components.axes[0], SMALL_EXPECTED.axes[0]);
    close(map.components.axes[1], SMALL_EXPECTED.axes[1]);
    close(map.components.variance, SMALL_EXPECTED.variance);
    expect(map.components.totalVariance).toBeCloseTo(SMALL_EXPECTED.totalVariance, 10);
    close(
      map.explained,
      SMALL_EXPECTED.variance.map((variance) => variance / SMALL_EXPECTED.totalVariance),
    );
  });

  test('puts people and claims where they belong', () => {
    close(map.x, SMALL_EXPECTED.x);
    close(map.y, SMALL_EXPECTED.y);
    close(extremities(claimPositions(map.components, SMALL_OUT)), SMALL_EXPECTED.extremities);
  });

  test('finds the three camps, and says why three', () => {
    expect([...map.group]).toEqual(SMALL_EXPECTED.group);
    close(
      map.counts.map(({ separation }) => separation),
      SMALL_EXPECTED.separation,
    );
    expect(map.groups.map(({ id, size }) => [id, size])).toEqual([
      [0, 4],
      [1, 5],
      [2, 7],
    ]);
    expect(map.notices).toEqual([]);
  });

  test('flags who votes the same on everything', () => {
    expect([...map.isUniform.keys()].filter((p) => map.isUniform[p] === 1)).toEqual([19]);
  });

  test('marks as unsettled who is near another group, and who is in none', () => {
    expect(map.unsettled[17]).toBe(1);
    expect(map.unsettled[0]).toBeLessThan(0.2);
    expect(map.unsettled[3]).toBeGreaterThan(0.7);
  });
});

describe('an update', () => {
  const before = polisMap(smallVotes(), SMALL_OUT);

  test('without new votes changes nothing', () => {
    const after = polisMap(smallVotes(), SMALL_OUT, before.history);
    close(after.x, [...before.x]);
    close(after.y, [...before.y]);
    expect(after.group).toEqual(before.group);
    expect(after.history.base).toEqual(before.history.base);
    expect(after.history.smoother).toEqual({ best: 3, run: 2, chosen: 3 });
  });

  test('keeps the ids of groups when people come and go', () => {
    const votes = smallVotes();
    const order = [...Array.from({ length: 20 }, (_, p) => p), 13, 9];
    const after = polisMap(withRows(votes, order), SMALL_OUT, before.history);
    expect([...after.group.slice(0, 20)]).toEqual([...before.group]);
    expect([...after.group.slice(20)]).toEqual([1, 2]);
  });

  test('changes the number of groups when another was best four times', () => {
    const start = { ...before.history, smoother: { best: 2, run: 9, chosen: 2 } };
    const runs = [start];
    for (let update = 0; update < 4; update += 1) {
      const map = polisMap(smallVotes(), SMALL_OUT, runs.at(-1));
      runs.push({ ...map.history, smoother: map.history.smoother ?? start.smoother });
    }
    expect(runs.map(({ smoother }) => smoother.chosen)).toEqual([2, 2, 2, 2, 3]);
  });

  test('lets nobody out who was in', () => {
    const isIn = Uint8Array.from(before.history.isIn).fill(1, 17, 18);
    expect(polisMap(smallVotes(), SMALL_OUT, { ...before.history, isIn }).group[17]).toBe(1);
  });
});

describe('who is in', () => {
  test('are those with seven votes, and the busiest until there are fifteen', () => {
    const rows = [
      ...Array.from({ length: 13 }, () => '+++++++++'),
      '++.......',
      '+++......',
      '+++......',
      '.........',
    ];
    expect([...peopleIn(votesOf(rows)).slice(13)]).toEqual([0, 1, 1, 0]);
    expect([...peopleIn(votesOf(Array.from({ length: 20 }, (_, p) => (p < 5 ? '+++.' : '++-+'))))]).toEqual([
      ...Array.from({ length: 5 }, () => 0),
      ...Array.from({ length: 15 }, () => 1),
    ]);
  });
});

describe('the edges', () => {
  test('nobody, and no claims', () => {
    const map = polisMap(voteMatrix(0, 0, { person: [], claim: [], vote: [] }), allIn(0));
    expect(map).toMatchObject({ groups: [], explained: [0, 0], counts: [] });
    expect(map.notices).toEqual([{ kind: 'too-few-people', people: 0 }, { kind: 'nothing-divides' }]);
  });

  test('one person is a group that is announced', () => {
    const map = polisMap(votesOf(['+-+']), allIn(3));
    expect([map.x[0], map.y[0], map.group[0]]).toEqual([0, 0, 0]);
    expect(map.notices).toContainEqual({ kind: 'small-group', group: 0, people: 1 });
  });

  test('everybody alike stands in the middle, in one group', () => {
    const map = polisMap(votesOf(Array.from({ length: 30 }, () => '+-0+-+-+')), allIn(8));
    expect(new Set(map.group)).toEqual(new Set([0]));
    expect(new Set([...map.x, ...map.y])).toEqual(new Set([0]));
    expect(map.notices).toEqual([{ kind: 'nothing-divides' }]);
  });

  test('two camps that agree on nothing have one axis', () => {
    const rows = Array.from({ length: 20 }, (_, p) => (p % 2 === 0 ? '++++++++' : '--------'));
    const map = polisMap(votesOf(rows), allIn(8));
    expect(map.explained[0]).toBeCloseTo(1, 12);
    expect([...map.components.axes[1]]).toEqual(Array.from({ length: 8 }, () => 0));
    expect(
      adjustedRandIndex(
        map.group,
        Int16Array.from(rows, (_, p) => p % 2),
      ),
    ).toBe(1);
  });
});

/** Votes drawn with a seed: people, claims, about half of the votes there. */
const drawn = (seed: number, people: number, claims: number) => {
  const random = seededRandom(seed);
  const rows = Array.from({ length: people }, () =>
    Array.from({ length: claims }, () => '+-0...'[Math.floor(random() * 6)]).join(''),
  );
  return votesOf(rows);
};

describe('for all votes', () => {
  const someVotes = fc.record({
    seed: fc.nat(),
    people: fc.integer({ min: 1, max: 40 }),
    claims: fc.integer({ min: 1, max: 12 }),
  });

  test('axes are at right angles and positions sum to nothing lost', () => {
    fc.assert(
      fc.property(someVotes, ({ seed, people, claims }) => {
        const { components, explained } = polisMap(drawn(seed, people, claims), allIn(claims));
        const [first, second] = components.axes;
        const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, c) => sum + v * (b[c] ?? 0), 0);
        expect(Math.abs(dot(first, second))).toBeLessThan(1e-10);
        for (const axis of components.axes)
          expect([0, 1]).toContain(Math.round(dot(axis, axis) * 1e10) / 1e10);
        expect(components.variance[0]).toBeGreaterThanOrEqual(components.variance[1]);
        expect(explained[0] + explained[1]).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of people changes no position, and everybody twice changes none either', () => {
    fc.assert(
      fc.property(someVotes, fc.nat(), ({ seed, people, claims }, other) => {
        const votes = drawn(seed, people, claims);
        const map = polisMap(votes, allIn(claims));
        fc.pre(hasOneWayToStand(map));
        const order = shuffled(people, seededRandom(other));
        const turned = polisMap(withRows(votes, order), allIn(claims));
        const twice = polisMap(withRows(votes, [...order, ...order]), allIn(claims));
        for (let i = 0; i < people; i += 1) {
          expect(turned.x[i]).toBeCloseTo(map.x[order[i] as number] as number, 6);
          expect(twice.x[i]).toBeCloseTo(map.x[order[i] as number] as number, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a claim that is out counts as a pass of everybody', () => {
    fc.assert(
      fc.property(someVotes, fc.nat(), ({ seed, people, claims }, which) => {
        const votes = drawn(seed, people, claims);
        const out = allIn(claims).fill(1, which % claims, (which % claims) + 1);
        const zeroed = voteMatrix(people, claims, {
          person: [...rowsOf(votes), ...Array.from({ length: people }, (_, p) => p)],
          claim: [...votes.claim, ...Array.from({ length: people }, () => which % claims)],
          vote: [...votes.vote, ...Array.from({ length: people }, () => 0)],
        });
        const [map, passed] = [polisMap(votes, out), polisMap(zeroed, allIn(claims))];
        fc.pre(hasOneWayToStand(map));
        for (let p = 0; p < people; p += 1) expect(map.x[p]).toBeCloseTo(passed.x[p] as number, 8);
      }),
      { numRuns: 40 },
    );
  });

  test('the same votes give the same bits', () => {
    const votes = drawn(3, 60, 20);
    expect(polisMap(votes, allIn(20))).toEqual(polisMap(votes, allIn(20)));
  });
});

/** Axes that explain as much as each other can be turned, and the sign of an axis hangs on its largest loading. */
function hasOneWayToStand({ components: { variance, axes } }: OpinionMap): boolean {
  return variance[0] > variance[1] * 1.01 && axes.every((axis) => gapAtTop(axis) > 1e-3);
}

function gapAtTop(axis: Float64Array): number {
  const [first = 0, second = 0] = [...axis].map(Math.abs).sort((a, b) => b - a);
  return first - second;
}

const rowsOf = ({ people, rowStart }: { people: number; rowStart: Int32Array }): number[] =>
  Array.from({ length: people }, (_, p) =>
    Array.from({ length: (rowStart[p + 1] as number) - (rowStart[p] as number) }, () => p),
  ).flat();
