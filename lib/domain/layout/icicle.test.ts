import { expect, test } from 'vitest';
import { claimAt, icicleOf } from './icicle';

// c0 (start) holds c1 and c2; c3 (end) stands alone.
const parents = [-1, 0, 0, -1];
const icicle = icicleOf(parents, 'abab');

test('every bar lies within the bar of what it stands under, and beside its siblings', () => {
  expect([...icicle.rings]).toEqual([1, 2, 2, 1]);
  expect([...icicle.wings]).toEqual([-1, -1, -1, 1]);
  for (const [index, parent] of parents.entries()) {
    if (parent < 0) continue;
    const end = (at: number) => (icicle.from[at] as number) + (icicle.length[at] as number);
    expect(icicle.from[index]).toBeGreaterThanOrEqual(icicle.from[parent] as number);
    expect(end(index)).toBeLessThanOrEqual(end(parent));
  }
  expect(icicle.from[2]).toBe((icicle.from[1] as number) + (icicle.length[1] as number));
});

test('a point of the picture is the claim whose bar is there', () => {
  expect(claimAt(icicle, 0.9, 0.5)).toBeNull();
  expect(claimAt(icicle, 0.65, 0.5)).toBe(3);
  expect(claimAt(icicle, 0.35, 0.1)).toBe(0);
  expect(claimAt(icicle, 0.1, 0.05)).toBe(1);
  expect(claimAt(icicle, 0.5, 0.5)).toBeNull();
});
