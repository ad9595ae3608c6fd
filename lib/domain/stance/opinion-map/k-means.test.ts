import { describe, expect, test } from 'vitest';
import {
  coldClusters,
  distinctPoints,
  kMeans,
  recentred,
  type WeightedPoints,
  warmClusters,
} from './k-means';
import { leadingVectors } from './leading-vectors';
import { polisMap } from './polis-mode';
import { seededRandom } from './random';
import { votesOf } from './small-conversation.fixture';

const onLine = (...x: number[]): WeightedPoints => ({
  x: Float64Array.from(x),
  y: new Float64Array(x.length),
  weight: new Float64Array(x.length).fill(1),
});

describe('k-means', () => {
  test('begins with the first points that differ', () => {
    expect(distinctPoints(onLine(3, 3, 1, 3, 2), 3).x).toEqual([3, 1, 2]);
    expect(coldClusters(onLine(3, 3, 1), 5).ids).toEqual([0, 1]);
  });

  test('puts a point half-way into the later cluster', () => {
    const points = onLine(0, 2, 1);
    const once = kMeans(points, coldClusters(points, 2), 0);
    expect([...once.slot]).toEqual([0, 1, 1]);
    expect(once.x).toEqual([0, 1.5]);
  });

  test('weighs points, and comes to rest', () => {
    const points = { ...onLine(0, 1, 10, 12), weight: Float64Array.of(1, 3, 1, 1) };
    const found = kMeans(points, coldClusters(points, 2), 20);
    expect(found.x).toEqual([0.75, 11]);
    expect([...found.slot]).toEqual([0, 0, 1, 1]);
  });

  test('drops a cluster that is left without points', () => {
    const points = onLine(0, 0, 4);
    const start = { ids: [7, 8, 9], x: [0, 100, 4], y: [0, 0, 0], slot: new Int32Array(3) };
    expect(kMeans(points, start, 5).ids).toEqual([7, 9]);
    expect(recentred(points, { ...start, slot: Int32Array.of(0, 0, 2) }).ids).toEqual([7, 9]);
  });
});

describe('a warm start', () => {
  const earlier = (ids: number[], slot: number[]) => ({
    ids,
    x: ids.map(() => 0),
    y: ids.map(() => 0),
    slot: Int32Array.from(slot),
  });

  test('makes new clusters of the points farthest away, with new ids', () => {
    const points = onLine(0, 1, 2, 9, 30);
    const clusters = warmClusters(points, earlier([4, 2], [0, 0, 0, 1, -1]), 4);
    expect(clusters.ids).toEqual([4, 2, 5, 6]);
    // 30 first; then 0 and 2 are as far from 1, and the first of them is taken.
    expect([...clusters.slot]).toEqual([3, 0, 0, 1, 2]);
  });

  test('joins clusters with one centre under the id of the larger, and never has more than there are points', () => {
    const points = onLine(1, 1, 1, 5);
    const clusters = warmClusters(points, earlier([3, 8, 6], [0, 1, 1, 2]), 4);
    expect(clusters.ids).toEqual([8, 6]);
    expect([...clusters.slot]).toEqual([0, 0, 0, 1]);
  });

  test('without anybody who was there begins with one cluster and a new id', () => {
    expect(warmClusters(onLine(1, 2), earlier([5], [-1, -1]), 1)).toMatchObject({ ids: [6], x: [1.5] });
  });
});

test('more than a hundred different people become a hundred small clusters', () => {
  const random = seededRandom(9);
  const rows = Array.from({ length: 300 }, () =>
    Array.from({ length: 30 }, () => '+-0'[Math.floor(random() * 3)]).join(''),
  );
  const { history, groups } = polisMap(votesOf(rows), new Uint8Array(30));
  expect(history.base.ids.length).toBeGreaterThan(90);
  expect(history.base.ids.length).toBeLessThanOrEqual(100);
  expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(300);
});

test('leading vectors are exact where the values are close', () => {
  // A diagonal matrix of 200 values that fall slowly: the vectors are the first two directions.
  const values = Float64Array.from({ length: 200 }, (_, i) => 1 / (1 + i * 0.02));
  const found = leadingVectors(
    200,
    (from, to) => {
      for (let i = 0; i < 200; i += 1) to[i] = (values[i] as number) * (from[i] as number);
    },
    2,
  );
  for (const j of [0, 1]) {
    expect(found.values[j]).toBeCloseTo(values[j] as number, 12);
    expect(Math.abs(found.vectors[j]?.[j] as number)).toBeCloseTo(1, 12);
  }
});
