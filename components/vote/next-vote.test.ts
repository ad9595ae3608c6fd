import { expect, test } from 'vitest';
import { nextVote } from './next-vote';

test('the own answer pressed again takes the vote back', () => {
  expect(nextVote({ choice: 'agree', isStale: false }, 'agree')).toBeNull();
});

test('another answer replaces the own one', () => {
  expect(nextVote({ choice: 'agree', isStale: false }, 'pass')).toBe('pass');
  expect(nextVote({ choice: null, isStale: false }, 'pass')).toBe('pass');
});

test('an answer to earlier words is given again, not taken back', () => {
  expect(nextVote({ choice: 'agree', isStale: true }, 'agree')).toBe('agree');
});
