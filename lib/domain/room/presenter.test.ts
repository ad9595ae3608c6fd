import { expect, test } from 'vitest';
import { topOf } from './presenter';

test('a tie is shown together or not at all', () => {
  const ranks = [{ items: ['a'] }, { items: ['b', 'c'] }, { items: ['d'] }];
  expect(topOf(ranks, 4)).toEqual(['a', 'b', 'c', 'd']);
  expect(topOf(ranks, 2)).toEqual(['a']);
  expect(topOf(ranks, 0)).toEqual([]);
});
