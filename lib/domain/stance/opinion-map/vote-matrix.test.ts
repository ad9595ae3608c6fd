import { describe, expect, test } from 'vitest';
import { votesOf } from './small-conversation.fixture';
import { transposed, voteMatrix, withRows, withVotes } from './vote-matrix';

describe('the vote matrix', () => {
  test('keeps the last of several votes, and a pass apart from no vote', () => {
    const matrix = voteMatrix(3, 3, {
      person: [2, 0, 0, 2, 0, 2],
      claim: [1, 2, 0, 0, 2, 1],
      vote: [1, 1, -1, 0, -1, 0],
    });
    expect([...matrix.rowStart]).toEqual([0, 2, 2, 4]);
    expect([...matrix.claim]).toEqual([0, 2, 0, 1]);
    expect([...matrix.vote]).toEqual([-1, -1, 0, 0]);
  });

  test('takes as many triples as are counted', () => {
    const triples = { person: [0, 0], claim: [0, 1], vote: [1, 1] };
    expect([...voteMatrix(1, 2, { ...triples, count: 1 }).claim]).toEqual([0]);
  });

  test.each([
    ['a person', [2, 0, 1]],
    ['a claim', [0, -1, 1]],
    ['a vote', [0, 0, 2]],
    ['a vote that is no number', [0, 0, Number.NaN]],
  ])('refuses %s out of range', (_, [person, claim, vote]) => {
    const triples = { person: [person as number], claim: [claim as number], vote: [vote as number] };
    expect(() => voteMatrix(2, 2, triples)).toThrow(RangeError);
  });

  test('is the same seen by claim', () => {
    const columns = transposed(votesOf(['+.-', '.0-', '+..']));
    expect([...columns.columnStart]).toEqual([0, 2, 3, 5]);
    expect([...columns.person]).toEqual([0, 2, 1, 0, 1]);
    expect([...columns.vote]).toEqual([1, 1, 0, -1, -1]);
  });

  test('takes rows in another order, and leaves votes out', () => {
    const matrix = votesOf(['+.-', '.0-', '+..']);
    expect(withRows(matrix, [2, 0])).toEqual(votesOf(['+..', '+.-']));
    expect(withVotes(matrix, Uint8Array.of(1, 0, 0, 1, 1))).toEqual(votesOf(['+..', '..-', '+..']));
  });
});
