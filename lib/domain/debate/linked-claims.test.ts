import { expect, test } from 'vitest';
import { linkedClaims } from './linked-claims';
import { claimOf, relationOf } from './testing/plain-debate';

test('claims whose lines are one reason name each other, closed lines aside', () => {
  const linked = linkedClaims({
    claims: ['D1', 'D2', 'D3', 'D4', 'D5'].map((code) => claimOf(code)),
    relations: [
      relationOf('D1', 'supports', 'M', { group: 'g' }),
      relationOf('D2', 'supports', 'M', { group: 'g' }),
      relationOf('D3', 'supports', 'M', { group: 'g', status: 'archived' }),
      relationOf('D2', 'attacks', 'D4', { group: 'h' }),
      relationOf('D5', 'attacks', 'D4', { group: 'h' }),
      relationOf('D4', 'supports', 'M', { group: 'alone' }),
    ],
  });
  expect([...linked]).toEqual([
    ['D1', ['D2']],
    ['D2', ['D1', 'D5']],
    ['D5', ['D2']],
  ]);
});
