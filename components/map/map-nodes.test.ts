import { expect, test } from 'vitest';
import { isSameData } from './map-nodes';

test('data put together anew from the same parts is the same', () => {
  const placed = { id: 'D1' };
  expect(isSameData({ placed, name: 'D1', isActive: false }, { placed, name: 'D1', isActive: false })).toBe(
    true,
  );
  expect(isSameData(undefined, undefined)).toBe(true);
});

test('one part that differs is enough, and so is one that is missing', () => {
  const placed = { id: 'D1' };
  expect(isSameData({ placed, isActive: false }, { placed, isActive: true })).toBe(false);
  expect(isSameData({ placed }, { placed: { id: 'D1' } })).toBe(false);
  expect(isSameData({ placed, flag: undefined }, { placed, side: 'a' })).toBe(false);
  expect(isSameData({ placed }, undefined)).toBe(false);
});
