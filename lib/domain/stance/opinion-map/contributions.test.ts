import { describe, expect, test } from 'vitest';
import { contributionsOf, lead, placeOnMap, votesOfOne, whatWouldMove } from './contributions';
import { polisMap } from './polis-mode';
import { SMALL_OUT, smallVotes } from './small-conversation.fixture';

const votes = smallVotes();
const map = polisMap(votes, SMALL_OUT);
const groupOf = (id: number) => map.groups[id]?.center ?? ([0, 0] as const);

describe('why somebody is where they are', () => {
  test('the contributions of the votes sum to the position', () => {
    for (let p = 0; p < votes.people; p += 1) {
      const terms = contributionsOf(votesOfOne(votes, p), map.components, SMALL_OUT);
      expect(terms.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(map.x[p] as number, 12);
      expect(terms.reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(map.y[p] as number, 12);
    }
  });

  test('claims that are out add nothing, the largest comes first', () => {
    const terms = contributionsOf(votesOfOne(votes, 0), map.components, SMALL_OUT);
    expect(terms.map(({ claim }) => claim)).not.toContain(7);
    const lengths = terms.map(({ x, y }) => Math.hypot(x, y));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test('the votes that tie somebody to their group lead there from the other one', () => {
    const leads = contributionsOf(votesOfOne(votes, 0), map.components, SMALL_OUT).map((term) => ({
      claim: term.claim,
      lead: lead(term, groupOf(2), groupOf(0)),
    }));
    expect(leads.find(({ claim }) => claim === 0)?.lead).toBeGreaterThan(0);
    expect(leads.reduce((sum, term) => sum + term.lead, 0)).toBeGreaterThan(0);
    expect(lead({ x: 1, y: 1 }, [2, 2], [2, 2])).toBe(0);
  });
});

describe('what would move somebody', () => {
  const placeVotes = placeOnMap(map, SMALL_OUT);

  test('the votes as they are put people where the map has them', () => {
    const place = placeVotes(votesOfOne(votes, 3)).now;
    expect(place.x).toBeCloseTo(map.x[3] as number, 12);
    expect(place.group).toBe(map.group[3]);
  });

  test('a vote that leads into another group comes first', () => {
    const moves = whatWouldMove(votesOfOne(votes, 3), SMALL_OUT, placeVotes, 4);
    expect(moves).toHaveLength(4);
    expect(moves[0]?.place.group).toBe(0);
    expect(moves[0]).toMatchObject({ from: -1, to: 1 });
    expect(moves.map(({ claim }) => claim)).not.toContain(7);
  });

  test('comes first even when another vote would lead farther', () => {
    const moves = whatWouldMove(
      votesOfOne(votes, 17),
      SMALL_OUT,
      () => ({
        now: { x: 0, y: 0, group: 0 },
        after: (claim, _, to) => ({ x: claim === 6 ? 50 : 0, y: 0, group: claim === 2 && to === -1 ? 1 : 0 }),
      }),
      3,
    );
    expect(moves.map(({ claim, to, distance }) => [claim, to, distance])).toEqual([
      [2, -1, 0],
      [6, 1, 50],
      [6, -1, 50],
    ]);
  });

  test('no vote that is there already is proposed, new ones are', () => {
    const moves = whatWouldMove(votesOfOne(votes, 17), SMALL_OUT, placeVotes, 100);
    expect(moves.filter(({ claim }) => claim === 0).map(({ from, to }) => [from, to])).toEqual([[1, -1]]);
    expect(moves.filter(({ claim }) => claim === 1).map(({ from }) => from)).toEqual([null, null]);
  });

  test('is told as if all votes were put on the map anew', () => {
    for (let p = 0; p < votes.people; p += 1) {
      const own = votesOfOne(votes, p);
      const voteOn = new Map(Array.from(own.claim, (c, i) => [c, own.vote[i] ?? 0]));
      for (const { claim, from, to, place } of whatWouldMove(own, SMALL_OUT, placeVotes, 100)) {
        expect(from).toBe(voteOn.get(claim) ?? null);
        const all = [...new Map(voteOn).set(claim, to ?? 0)].sort(([a], [b]) => a - b);
        const anew = placeVotes({ claim: all.map(([c]) => c), vote: all.map(([, v]) => v) }).now;
        expect(place.x).toBeCloseTo(anew.x, 12);
        expect(place.y).toBeCloseTo(anew.y, 12);
        expect(place.group).toBe(anew.group);
      }
    }
  });
});
