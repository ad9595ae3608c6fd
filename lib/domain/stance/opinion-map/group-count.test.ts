import { describe, expect, it } from 'vitest';
import { campVotes, classVotes } from './camps.fixture';
import { nativeMap } from './native-mode';
import { seededRandom, shuffled } from './random';
import { type VoteMatrix, voteMatrix } from './vote-matrix';

const groupsIn = (matrix: VoteMatrix): number =>
  nativeMap(matrix, new Uint8Array(matrix.claims)).groups.length;

/** The votes one by one, with claims renamed. */
function listed(matrix: VoteMatrix, claimOf: (c: number) => number) {
  const person = new Array<number>(matrix.claim.length);
  for (let p = 0; p < matrix.people; p += 1)
    person.fill(p, matrix.rowStart[p] as number, matrix.rowStart[p + 1] as number);
  return { person, claim: Array.from(matrix.claim, claimOf), vote: Array.from(matrix.vote) };
}

const ROOMS = 25;
const seeds = Array.from({ length: ROOMS }, (_, i) => 1000 + i);

describe('groups of few people', () => {
  it.each([8, 12, 18, 30, 60])('are hardly ever made of chance among %i', (people) => {
    const shown = seeds.filter((seed) => groupsIn(classVotes(people, 20, 0, seed)) > 1);
    expect(shown.length).toBeLessThanOrEqual(1);
  });

  it.each([
    [8, 0.4],
    [12, 0.35],
    [18, 0.3],
    [30, 0.25],
  ])('are shown where %i people are of two camps', (people, apart) => {
    const shown = seeds.filter((seed) => groupsIn(classVotes(people, 20, apart, seed)) === 2);
    expect(shown.length).toBeGreaterThanOrEqual(ROOMS - 1);
  });
});

describe('groups', () => {
  const conversations = {
    'a class': classVotes(24, 20, 0.3, 4),
    'a class of chance': classVotes(18, 20, 0, 5),
    'a conversation': campVotes({ people: 200, claims: 40, votes: 20, camps: 3, apart: 1.6, seed: 2 }).matrix,
  };

  it.each(Object.entries(conversations))('of %s do not depend on the order of the claims', (_, matrix) => {
    const random = seededRandom(5);
    const before = nativeMap(matrix, new Uint8Array(matrix.claims));
    for (let round = 0; round < 8; round += 1) {
      const place = shuffled(matrix.claims, random);
      const other = voteMatrix(
        matrix.people,
        matrix.claims,
        listed(matrix, (c) => place[c] as number),
      );
      const map = nativeMap(other, new Uint8Array(matrix.claims));
      expect(Array.from(map.group)).toEqual(Array.from(before.group));
      expect(Array.from(map.unsettled)).toEqual(Array.from(before.unsettled));
    }
  });

  it('do not change with one more claim that one person agreed with', () => {
    const matrix = conversations['a conversation'];
    const before = nativeMap(matrix, new Uint8Array(matrix.claims));
    for (const at of [0, 1, 2, 20, matrix.claims]) {
      const votes = listed(matrix, (c) => (c >= at ? c + 1 : c));
      const more = voteMatrix(matrix.people, matrix.claims + 1, {
        person: [...votes.person, 3],
        claim: [...votes.claim, at],
        vote: [...votes.vote, 1],
      });
      expect(Array.from(nativeMap(more, new Uint8Array(matrix.claims + 1)).group)).toEqual(
        Array.from(before.group),
      );
    }
  });
});
