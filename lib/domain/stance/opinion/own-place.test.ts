import { describe, expect, test } from 'vitest';
import { votesOfOne } from '../opinion-map/contributions';
import { voteMatrix } from '../opinion-map/vote-matrix';
import { campFacts, factsOf, votesOf } from './camp-facts.fixture';
import { drawOpinions } from './draw-map';
import type { OpinionFacts } from './facts';
import { ownPlace } from './own-place';

const ROOMS = [1, 2, 3, 4].map((seed) =>
  campFacts({ people: 60, claims: 20, votes: 14, camps: 2, apart: 1.6, seed }),
);

const withVote = ({ matrix }: OpinionFacts, person: number, claim: number, vote: number): OpinionFacts => {
  const votes = votesOf(matrix);
  return factsOf(
    voteMatrix(matrix.people, matrix.claims, {
      person: [...votes.person, person],
      claim: [...votes.claim, claim],
      vote: [...votes.vote, vote],
    }),
  );
};

describe('what would move somebody', () => {
  test('a vote that is named leads into the named group when it is given and the map drawn again, in at least eight of ten', () => {
    let [named, kept] = [0, 0];
    for (const facts of ROOMS) {
      const reading = drawOpinions({ facts, before: null });
      for (let person = 0; person < facts.matrix.people; person += 2) {
        for (const { claimId, choice, group } of ownPlace(facts, reading, votesOfOne(facts.matrix, person))
          .wouldMove) {
          const then = withVote(facts, person, Number(claimId.slice(6)), choice === 'agree' ? 1 : -1);
          const again = drawOpinions({ facts: then, before: reading.history });
          named += 1;
          if (again.map.group[person] === group) kept += 1;
        }
      }
    }
    expect(named).toBeGreaterThan(20);
    expect(kept / named).toBeGreaterThanOrEqual(0.8);
  });
});

describe('who is in no group', () => {
  test('stands between two, or voted too little, and is counted as one of them', () => {
    let [between, told] = [0, 0];
    for (const facts of ROOMS) {
      const reading = drawOpinions({ facts, before: null });
      const { dots, groups, unsettled, ungrouped, counts } = reading.shown;
      const grouped = groups.reduce((sum, { people }) => sum + people, 0);
      expect(grouped + unsettled + ungrouped).toBe(counts.people);
      for (const group of groups) expect(group.unsettled ?? 5).not.toBeOneOf([1, 2, 3, 4]);
      expect(dots.filter(({ isUnsettled }) => isUnsettled)).toHaveLength(unsettled);
      expect(dots.filter(({ group, isUnsettled }) => group !== null && isUnsettled)).toEqual([]);
      for (const [at, person] of reading.order.entries()) {
        const own = ownPlace(facts, reading, votesOfOne(facts.matrix, person), person);
        expect([own.group, own.dot]).toEqual([dots[at]?.group, at]);
        const others = reading.between.filter(
          (pair) => pair && [...pair].sort().join() === [...(own.between ?? [])].sort().join(),
        );
        // Of fewer than five between two groups nobody else is told.
        expect(dots[at]?.isUnsettled).toBe(own.isUnsettled && others.length >= 5);
        if (own.isUnsettled) between += 1;
        expect(own.between === null).toBe(!own.isUnsettled);
        const { rowStart } = facts.matrix;
        if (own.group === null && !own.isUnsettled)
          expect((rowStart[person + 1] ?? 0) - (rowStart[person] ?? 0)).toBeLessThan(10);
      }
      told += unsettled;
      const [pair] = reading.shown.bridges;
      if (groups.length === 2) expect(pair?.people ?? 0).toBe(unsettled);
    }
    expect(told).toBeGreaterThan(4);
    expect(between).toBeGreaterThan(told);
  });
});
