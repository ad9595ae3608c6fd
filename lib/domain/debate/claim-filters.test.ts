import { expect, test } from 'vitest';
import { CLAIM_FILTERS, filteredClaims, isContested } from './claim-filters';
import { claimOf } from './testing/plain-debate';

const citation = {
  id: 'c',
  sourceKey: 's',
  sourceVersionId: 'v',
  versionNumber: 1,
  standing: 'here' as const,
  isUndecided: false,
  passageKey: 'p1',
  passageLabel: '1',
  start: 0,
  end: 1,
  exact: 'x',
};
const claims = [
  claimOf('D1', {
    ownVote: { choice: 'agree', seq: 1, isStale: false },
    evidence: 'quoted',
    citations: [citation],
  }),
  claimOf('D2', {
    ownVote: { choice: 'agree', seq: 1, isStale: true },
    openMarks: [{ mark: 'unclear', count: 2 }],
  }),
  claimOf('H1', {
    tally: { agree: 2, disagree: 2, pass: 9 },
    ownVote: { choice: 'disagree', seq: 1, isStale: false },
  }),
  claimOf('C1', { status: 'suggested', evidence: 'inferred' }),
];
const codes = (filter: (typeof CLAIM_FILTERS)[number]) =>
  filteredClaims(claims, filter).map(({ code }) => code);

test('each filter lets through what it says', () => {
  expect(Object.fromEntries(CLAIM_FILTERS.map((filter) => [filter, codes(filter)]))).toEqual({
    unvoted: ['D2'],
    agreed: ['D1', 'D2'],
    disagreed: ['H1'],
    contested: ['H1'],
    bare: ['D2', 'H1', 'C1'],
    quoted: ['D1'],
    reported: [],
    asserted: ['D2', 'H1'],
    inferred: ['C1'],
    marked: ['D2'],
    waiting: ['C1'],
  });
});

test('a claim is contested when a third of at least four votes stand on either side', () => {
  const contested = (agree: number, disagree: number) => isContested({ agree, disagree, pass: 50 });
  expect([contested(1, 2), contested(3, 1), contested(2, 2), contested(4, 2), contested(2, 5)]).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});
