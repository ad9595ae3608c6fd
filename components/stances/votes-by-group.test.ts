import { describe, expect, test } from 'vitest';
import type { VoteTally } from '@/lib/domain/debate/view';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { heldBy } from './held-claims';
import { votesRows } from './votes-by-group';

const tally = (agree: number, pass: number, disagree: number): VoteTally => ({ agree, pass, disagree });

function claimOf(counts: VoteTally | null, byGroup: (VoteTally | null)[]): OpinionClaim {
  return {
    claimId: 'claim',
    code: 'D1',
    side: 'a',
    text: 'A claim.',
    counts,
    byGroup,
    consensus: null,
    separation: null,
    effect: null,
  };
}

/** Groups of twelve and of nine, and one person in none. */
function shownWith(claim: OpinionClaim, people: readonly number[] = [12, 9]): ShownOpinions {
  return {
    state: 'shown',
    motion: { id: 'motion', code: 'M', text: 'A motion.' },
    version: 'version',
    isBehind: false,
    hidesStances: false,
    isWaiting: false,
    counts: { people: 22, claims: 1, votes: 20 },
    dots: [],
    groups: people.map((size, id) => ({
      id,
      letter: 'AB'.charAt(id),
      people: size,
      unsettled: 0,
      isSmall: false,
      center: { x: 0, y: 0 },
      outline: [],
      stance: null,
      representative: [{ claimId: claim.claimId, choice: 'disagree' }],
    })),
    unsettled: 0,
    ungrouped: 1,
    alike: 0,
    axes: { explained: [0, 0], ends: { left: [], right: [], up: [], down: [] } },
    claims: [claim],
    commonGround: [],
    cruxes: [],
    bridges: [],
    own: null,
  };
}

describe('votes on a claim as a table', () => {
  test('has a row for each group and one for all, with those who did not vote', () => {
    const claim = claimOf(tally(11, 2, 8), [tally(10, 1, 0), tally(1, 1, 7)]);
    const rows = votesRows(shownWith(claim), claim);
    expect(rows.map(({ letter, voted, notVoted }) => [letter, voted, notVoted])).toEqual([
      ['A', 11, 1],
      ['B', 9, 0],
      [null, 21, 1],
    ]);
  });

  test('has no row for all where a group is hidden: it could be worked out', () => {
    const claim = claimOf(tally(11, 2, 8), [tally(10, 1, 0), null]);
    const rows = votesRows(shownWith(claim), claim);
    expect(rows.map(({ letter, voted }) => [letter, voted])).toEqual([
      ['A', 11],
      ['B', null],
    ]);
  });

  test('has the one row for all where people are in no camps', () => {
    const claim = claimOf(tally(11, 2, 8), []);
    expect(votesRows(shownWith(claim, []), claim)).toMatchObject([{ letter: null, voted: 21, notVoted: 1 }]);
  });
});

test('a group is set against everybody who voted outside of it, also in no group', () => {
  const claim = claimOf(tally(11, 2, 8), [tally(10, 1, 0), tally(1, 1, 6)]);
  expect(heldBy(shownWith(claim), 0)).toMatchObject([
    { choice: 'disagree', inside: { count: 0, of: 11 }, outside: { count: 8, of: 10 } },
  ]);
});
