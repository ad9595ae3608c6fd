import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedRandIndex } from './agreement';
import { type AnswerPairs, answerPairs, gramOfPairs } from './answer-pairs';
import { voteItems } from './item-rows';
import { leadingVectors } from './leading-vectors';
import { claimMeans, principalComponents } from './pca';
import { seededRandom, shuffled } from './random';
import { meanSilhouette } from './silhouette';
import { SMALL_EXPECTED, SMALL_OUT, smallVotes, votesOf } from './small-conversation.fixture';
import { type VoteMatrix, voteMatrix, withRows } from './vote-matrix';

const drawn = (seed: number, people: number, claims: number): VoteMatrix => {
  const random = seededRandom(seed);
  const rows = Array.from({ length: people }, () =>
    Array.from({ length: claims }, () => '+-0..'[Math.floor(random() * 5)]).join(''),
  );
  return votesOf(rows);
};
/** Many people and few claims: then counting is cheaper. */
const many = drawn(5, 400, 6);

const counted = (matrix: VoteMatrix, before?: AnswerPairs): AnswerPairs => {
  const pairs = answerPairs(matrix, before);
  if (!pairs) throw new Error('counting should be cheaper here');
  return pairs;
};

describe('leading vectors', () => {
  test('of a known matrix, with two values that are the same', () => {
    // Eigenvalues 5, 5, 2 and 1, turned by a Householder reflection.
    const values = [2, 5, 1, 5];
    const mirror = [1, 2, 3, 4];
    const turned = (i: number, j: number): number =>
      (i === j ? 1 : 0) - (2 * (mirror[i] ?? 0) * (mirror[j] ?? 0)) / 30;
    const at = (i: number, j: number): number =>
      values.reduce((sum, value, k) => sum + turned(i, k) * value * turned(j, k), 0);
    const found = leadingVectors(
      4,
      (from, to) => {
        for (let i = 0; i < 4; i += 1) to[i] = from.reduce((sum, v, j) => sum + at(i, j) * v, 0);
      },
      2,
    );
    expect(found.values[0]).toBeCloseTo(5, 12);
    expect(found.values[1]).toBeCloseTo(5, 12);
    const [a, b] = found.vectors;
    expect(a?.reduce((sum, v, i) => sum + v * (b?.[i] ?? 0), 0)).toBeCloseTo(0, 12);
  });
});

describe('leading vectors from nearly the right ones', () => {
  test('take few products and are as near as was asked', () => {
    const size = 40;
    const values = Float64Array.from({ length: size }, (_, i) => 100 * 0.7 ** i);
    const found = (start: Float64Array[], near: number) => {
      let products = 0;
      const apply = (from: Float64Array, to: Float64Array): void => {
        products += 1;
        for (let i = 0; i < size; i += 1) to[i] = (values[i] as number) * (from[i] as number);
      };
      return { ...leadingVectors(size, apply, 2, start, near), products: () => products };
    };
    const off = (j: number) => Float64Array.from({ length: size }, (_, i) => (i === j ? 1 : 1e-6));
    const warm = found([off(0), off(1)], 1e-8);
    expect(warm.products()).toBeLessThanOrEqual(8);
    expect(found([], 0).products()).toBeGreaterThan(2 * warm.products());
    for (const j of [0, 1]) {
      const others = (warm.vectors[j] ?? new Float64Array(size)).map((v, i) => (i === j ? 0 : v));
      expect(Math.hypot(...others)).toBeLessThan(1e-8);
    }
    // Nothing to begin with is no start.
    const none = found([new Float64Array(size), new Float64Array(size)], 1e-8);
    expect(Math.abs(none.vectors[0]?.[0] ?? 0)).toBeCloseTo(1, 12);
  });
});

describe('counts of two answers', () => {
  test('give the axes that the votes give', () => {
    const isOut = Uint8Array.of(0, 0, 1, 0, 0, 0);
    const plain = principalComponents(many, isOut, undefined, null);
    const found = principalComponents(many, isOut, undefined, counted(many));
    expect(found.totalVariance).toBeCloseTo(plain.totalVariance, 8);
    for (const axis of [0, 1] as const) {
      expect(found.variance[axis]).toBeCloseTo(plain.variance[axis], 8);
      for (let c = 0; c < 6; c += 1) {
        expect(found.axes[axis][c]).toBeCloseTo(plain.axes[axis][c] as number, 8);
      }
    }
    expect(found.axes[0][2]).toBe(0);
  });

  test('give the same bits in any order of people', () => {
    const other = withRows(many, shuffled(400, seededRandom(1)));
    const isOut = new Uint8Array(6);
    expect(principalComponents(other, isOut)).toEqual(principalComponents(many, isOut));
    expect(gramOfPairs(counted(other), claimMeans(other, isOut, voteItems(other)), isOut)).toEqual(
      gramOfPairs(counted(many), claimMeans(many, isOut, voteItems(many)), isOut),
    );
  });

  test('follow changed votes and new people exactly, and leave the earlier counts alone', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 12 }), (seed, newcomers) => {
        const random = seededRandom(seed);
        const vote = many.vote.map((v) => (random() < 0.01 ? -v : v));
        const rows = [...Array.from({ length: 400 }, (_, p) => p), ...shuffled(newcomers, random)];
        const later = withRows({ ...many, vote }, rows);
        const before = counted(many);
        const kept = before.counts.slice();
        expect(counted(later, before).counts).toEqual(counted(later).counts);
        expect(before.counts).toEqual(kept);
      }),
      { numRuns: 20 },
    );
  });

  test('are made anew when claims came or nearly everybody voted', () => {
    const wider: VoteMatrix = { ...many, claims: 7 };
    expect(counted(wider, counted(many)).counts).toEqual(counted(wider).counts);
    const turned = { ...many, vote: many.vote.map((v) => -v) };
    expect(counted(turned, counted(many)).counts).toEqual(counted(turned).counts);
  });

  test('are not made where going through the votes is less work', () => {
    expect(answerPairs(drawn(1, 20, 60))).toBeNull();
    expect(answerPairs(voteMatrix(0, 0, { person: [], claim: [], vote: [] }))).toBeNull();
  });
});

describe('axes', () => {
  test('begin with earlier ones, point as they did, and end where they would have ended', () => {
    const cold = principalComponents(smallVotes(), SMALL_OUT);
    const turned = cold.axes.map((axis) => axis.map((v, c) => -v + (c % 3) / 100));
    const before = [turned[0] ?? cold.axes[0], turned[1] ?? cold.axes[1]] as const;
    const warm = principalComponents(smallVotes(), SMALL_OUT, before);
    for (const [c, loading] of SMALL_EXPECTED.axes[1].entries())
      expect(warm.axes[1][c]).toBeCloseTo(-loading, 9);
  });

  test('are none where everybody votes the same', () => {
    const same = votesOf(Array.from({ length: 400 }, () => '+-0++-'));
    expect(principalComponents(same, new Uint8Array(6))).toMatchObject({
      variance: [0, 0],
      totalVariance: 0,
    });
  });
});

describe('measures', () => {
  test('the adjusted Rand index of a known table', () => {
    // Rows {0,1,2}, {3,4,5}; columns {0,1}, {2,3}, {4,5}: 2 pairs together, (2 - 6 * 3 / 15) / (4.5 - 6 * 3 / 15).
    expect(adjustedRandIndex([0, 0, 0, 1, 1, 1], [5, 5, 6, 6, 7, 7])).toBeCloseTo(0.8 / 3.3, 14);
    expect(adjustedRandIndex([0, 0, 1, -1], [1, 1, 0, 0])).toBe(1);
    expect(adjustedRandIndex([], [])).toBe(1);
  });

  test('the silhouette of four points on a line', () => {
    const points = { x: Float64Array.of(0, 1, 5, 9), y: new Float64Array(4) };
    // Own distance 1 and 1, to the other one 5 and 4; the last two are alone.
    expect(meanSilhouette(points, Int32Array.of(0, 0, 1, 2), 3)).toBeCloseTo((0.8 + 0.75) / 4, 14);
  });
});
