import { describe, expect, test } from 'vitest';
import { bridgeClaims, peopleBetween } from './bridges';
import { consensusClaims, groupInformedConsensus, sharedByGroups } from './consensus';
import { cruxes } from './cruxes';
import { claimPriorities } from './priorities';
import { representativeClaims } from './representative';
import { SMALL_EXPECTED, SMALL_OUT, smallVotes, votesOf } from './small-conversation.fixture';
import {
  claimStatistics,
  claimTallies,
  differenceTest,
  groupTallies,
  shareTest,
  smoothedShare,
  summed,
} from './statistics';

const votes = smallVotes();
const group = Int16Array.from(SMALL_EXPECTED.group);
const tallies = groupTallies(votes, group);

describe('the formulas', () => {
  test('give what they give by hand', () => {
    expect(smoothedShare(3, 4)).toBeCloseTo(4 / 6, 14);
    // 2 sqrt(5) (4/5 - 1/2)
    expect(shareTest(3, 4)).toBeCloseTo(0.6 * Math.sqrt(5), 14);
    // 4 of 5 against 1 of 4, pooled 5/9: 0.55 / sqrt(5/9 * 4/9 * 9/20)
    expect(differenceTest(3, 0, 4, 3)).toBeCloseTo(0.55 / Math.sqrt(1 / 9), 14);
    expect(differenceTest(4, 4, 4, 4)).toBe(0);
  });

  test('count passes as votes, and leave out those in no group', () => {
    expect([tallies.agrees[0], tallies.disagrees[0], tallies.votes[0]]).toEqual([4, 0, 4]);
    expect([...summed(tallies).votes]).toEqual([16, 16, 16, 15, 16, 0, 16, 15, 14, 14]);
    const { agree, disagree } = claimStatistics(tallies, summed(tallies), 2, 0);
    expect([agree.count, disagree.count]).toEqual([0, 6]);
    expect(disagree.ratioZ).toBeCloseTo(3.288046532517, 10);
  });
});

describe('representative claims', () => {
  test.each(SMALL_EXPECTED.representative.map((expected, g) => [g, expected] as const))(
    'of group %i are as computed apart',
    (g, expected) => {
      const found = representativeClaims(tallies, g, SMALL_OUT);
      expect(found.map((record) => [record.claim, record.for])).toEqual(
        expected.map(([claim, answer]) => [claim, answer]),
      );
      for (const [i, { statistics }] of found.entries()) {
        const numbers = [statistics.share, statistics.shareZ, statistics.ratio, statistics.ratioZ];
        for (const [n, number] of numbers.entries())
          expect(number).toBeCloseTo(Number(expected[i]?.[n + 2]), 10);
      }
    },
  );

  test('put what a group agrees with most first, and mark it', () => {
    expect(representativeClaims(tallies, 0, SMALL_OUT).map(({ bestAgree }) => bestAgree)).toEqual([
      4,
      null,
      null,
      null,
      null,
    ]);
  });

  test('are the most distinct one where nothing is clear, and none without claims', () => {
    const unclear = groupTallies(votesOf(['+-', '-.', '0-', '00']), Int16Array.of(0, 0, 1, 1));
    expect(representativeClaims(unclear, 0, new Uint8Array(2))).toHaveLength(1);
    expect(representativeClaims(unclear, 0, Uint8Array.of(1, 1))).toEqual([]);
  });
});

describe('what is shared', () => {
  test('by all people', () => {
    const { agree, disagree } = consensusClaims(claimTallies(votes), SMALL_OUT);
    expect(agree.map(({ claim }) => claim)).toEqual(SMALL_EXPECTED.consensus.agree);
    expect(disagree.map(({ claim }) => claim)).toEqual(SMALL_EXPECTED.consensus.disagree);
  });

  test('by every group, out or not', () => {
    const consensus = groupInformedConsensus(tallies);
    for (const [c, expected] of SMALL_EXPECTED.groupInformedConsensus.entries()) {
      expect(consensus[c]).toBeCloseTo(expected, 10);
    }
    // Three groups that share it by a half each.
    expect(sharedByGroups(0.125, 3)).toBeCloseTo(0.5, 14);
    expect(groupInformedConsensus(tallies, 'disagree')[9]).toBeGreaterThan(consensus[9] as number);
  });
});

describe('what to ask next', () => {
  test('is drawn as computed apart', () => {
    const priorities = claimPriorities(tallies, Float64Array.from(SMALL_EXPECTED.extremities), SMALL_OUT);
    for (const [c, expected] of SMALL_EXPECTED.priorities.entries()) {
      expect(priorities[c]).toBeCloseTo(expected, 9);
    }
  });
});

describe('between groups', () => {
  test('cruxes are claims that separate, the widest gap first, none that is out or shared', () => {
    const found = cruxes(tallies, SMALL_OUT);
    // 4 of 4 agree against 0 of 7: smoothed, 5/6 against 1/9.
    expect(found[0]).toMatchObject({ claim: 0, most: 0, least: 2 });
    expect(found[0]?.gap).toBeCloseTo(13 / 18, 14);
    expect(found.map(({ claim }) => claim)).not.toContain(7);
    expect(found.map(({ claim }) => claim)).not.toContain(8);
    expect(found.map(({ gap }) => gap)).toEqual(found.map(({ gap }) => gap).sort((a, b) => b - a));
    expect(cruxes(groupTallies(votes, new Int16Array(20)), SMALL_OUT)).toEqual([]);
  });

  test('a crux is one whichever way round the claim is worded', () => {
    const negated = { ...tallies, agrees: tallies.disagrees, disagrees: tallies.agrees };
    const told = (from: typeof tallies) =>
      cruxes(from, SMALL_OUT).map(({ claim, most, least, gap, z }) => [claim, most, least, gap, z]);
    expect(told(negated)).toEqual(told(tallies));
    // All of one group disagree, all of the other pass.
    const passes = {
      ids: [0, 1],
      claims: 1,
      agrees: Int32Array.of(0, 0),
      disagrees: Int32Array.of(20, 0),
      votes: Int32Array.of(20, 20),
    };
    expect(cruxes(passes, new Uint8Array(1))).toMatchObject([{ answer: 'disagree', most: 0, least: 1 }]);
  });

  test('bridges are claims that both answer alike', () => {
    const claims = bridgeClaims(tallies, [0, 1], SMALL_OUT);
    expect(claims.map(({ claim, answer }) => [claim, answer])).toEqual([
      [0, 'agree'],
      [2, 'agree'],
      [4, 'disagree'],
      [8, 'agree'],
      [9, 'disagree'],
    ]);
    // 4 of 4 agree and 4 of 5: the smaller of 5/6 and 5/7.
    expect(claims[0]?.share).toBeCloseTo(5 / 7, 14);
    expect(claims.filter(({ isSharedByAll }) => isSharedByAll).map(({ claim }) => claim)).toEqual([9]);
  });

  test('people between two groups are counted for those two', () => {
    expect(peopleBetween([0, 1, 4], [null, [1, 0], [0, 1], [4, 1], null])).toEqual([
      { groups: [0, 1], people: 2 },
      { groups: [0, 4], people: 0 },
      { groups: [1, 4], people: 1 },
    ]);
  });
});
