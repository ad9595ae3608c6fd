import { expect, test } from 'vitest';
import { isInView, readEnough, readingMs } from './reading-time';

test('a paragraph takes a second for five words, and never less than two', () => {
  expect(readingMs('one two three')).toBe(2_000);
  expect(readingMs(Array(50).fill('word').join(' \n'))).toBe(10_000);
  expect(readingMs('')).toBe(2_000);
});

test('what was in view for long enough is read once', () => {
  const needed = new Map([
    ['p1', 2_000],
    ['p2', 5_000],
  ]);
  const seen = new Map([
    ['p1', 2_000],
    ['p2', 4_999],
    ['p3', 60_000],
  ]);
  expect(readEnough(seen, needed, new Set())).toEqual(['p1']);
  expect(readEnough(seen, needed, new Set(['p1']))).toEqual([]);
});

test('a paragraph is in view when half of it, or half of the screen, shows', () => {
  expect(isInView(-50, 50, 800)).toBe(true);
  expect(isInView(-60, 40, 800)).toBe(false);
  expect(isInView(790, 990, 800)).toBe(false);
  expect(isInView(-1000, 1000, 800)).toBe(true);
  expect(isInView(-1000, 300, 800)).toBe(false);
  expect(isInView(900, 1000, 800)).toBe(false);
});
