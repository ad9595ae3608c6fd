import { describe, expect, test } from 'vitest';
import { votesOfOne } from '../opinion-map/contributions';
import { groupsOf } from '../opinion-map/group-facts';
import { voteMatrix } from '../opinion-map/vote-matrix';
import { votesOutside } from './claim-readings';
import { drawOpinions } from './draw-map';
import type { OpinionFacts } from './facts';
import { lensOf } from './lens';
import { type OpinionReading, readOpinions } from './opinion-reading';
import { ownPlace } from './own-place';

const CLAIMS = 10;

/**
 * Two camps that answer eight claims the other way round, agree on the ninth, and leave the tenth to three people. The first
 * camp stands for the motion.
 * @param small people in the second camp
 */
function twoCamps({ first = 12, second = 8 } = {}): OpinionFacts {
  const triples: { person: number[]; claim: number[]; vote: number[] } = { person: [], claim: [], vote: [] };
  const people = first + second;
  const cast = (person: number, claim: number, vote: number) => {
    triples.person.push(person);
    triples.claim.push(claim);
    triples.vote.push(vote);
  };
  for (let person = 0; person < people; person += 1) {
    const camp = person < first ? 1 : -1;
    for (let claim = 0; claim < 8; claim += 1) {
      // Everybody strays on one claim, so that no two camps are of one mind.
      const isStraying = (person * 3) % 8 === claim;
      cast(person, claim, (claim % 2 === 0 ? camp : -camp) * (isStraying ? -1 : 1));
    }
    cast(person, 8, 1);
    if (person % 7 === 0) cast(person, 9, -1);
  }
  return {
    matrix: voteMatrix(people, CLAIMS, triples),
    claims: Array.from({ length: CLAIMS }, (_, c) => ({
      claimId: `claim-${c}`,
      code: `C${c}`,
      side: c % 2 === 0 ? ('a' as const) : ('b' as const),
      text: `Claim ${c}.`,
    })),
    stances: Float64Array.from({ length: people }, (_, p) => (p < first ? 60 : -60)),
  };
}

describe('an opinion map read out', () => {
  const facts = twoCamps();
  const reading = drawOpinions({ facts, before: null });
  const { shown } = reading;
  const byId = new Map(shown.claims.map((claim) => [claim.claimId, claim]));

  test('has the two camps, lettered, with those for the motion at the start', () => {
    expect(shown.groups.map(({ letter, people }) => [letter, people])).toEqual([
      ['A', 12],
      ['B', 8],
    ]);
    const [a, b] = shown.groups;
    expect(a?.stance).toEqual({ mean: 60, people: 12 });
    expect(a?.center.x).toBeLessThan(b?.center.x ?? Number.NaN);
  });

  test('says of a group only what most of it answered, and more of it than of the others', () => {
    const triples: { person: number[]; claim: number[]; vote: number[] } = {
      person: [],
      claim: [],
      vote: [],
    };
    for (let person = 0; person < 20; person += 1)
      for (let claim = 0; claim < 9; claim += 1) {
        const answer = claim === 8 || person < 12 ? 1 : -1;
        triples.person.push(person);
        triples.claim.push(claim);
        triples.vote.push(claim === person % 8 ? -answer : answer);
      }
    const { shown: split } = drawOpinions({
      facts: { ...facts, matrix: voteMatrix(20, CLAIMS, triples) },
      before: null,
    });
    expect(split.groups.map(({ people }) => people)).toEqual([12, 8]);
    // Both agree with claim 8; eight of eight are no more than twelve of twelve.
    const told = split.groups.map(({ representative }) => representative.map(({ choice }) => choice));
    expect(split.groups.flatMap(({ representative }) => representative)).not.toContainEqual(
      expect.objectContaining({ claimId: 'claim-8' }),
    );
    expect(told).toEqual([expect.arrayContaining(['agree']), expect.arrayContaining(['disagree'])]);
    expect(told[1]).not.toContain('agree');
  });

  test('says the same of a claim that is worded the other way round', () => {
    // The other camp passes: only one answer tells the two apart.
    const isPassed = (c: number) => c === 2 || c === 5;
    const vote = facts.matrix.vote.map((v, i) =>
      isPassed(facts.matrix.claim[i] as number) && v < 0 ? 0 : v,
    );
    const told = (turned: number) => {
      const votes = vote.map((v, i) => (facts.matrix.claim[i] === turned ? -v : v));
      const { claims, cruxes } = drawOpinions({
        facts: { ...facts, matrix: { ...facts.matrix, vote: votes } },
        before: null,
      }).shown;
      return {
        effects: claims.map(({ effect }) => effect),
        separations: claims.map((c) => c.separation),
        cruxes,
      };
    };
    const plain = told(-1);
    expect(plain.effects.slice(0, 9)).toEqual([...new Array(8).fill('divides'), 'unites']);
    for (let c = 0; c < 9; c += 1) expect(told(c)).toEqual(plain);
  });

  test('says what divides, what is shared, and nothing of what too few voted on', () => {
    const listed = (ranks: typeof shown.cruxes) =>
      ranks.flatMap(({ items }) => items.map(({ claimId }) => claimId));
    expect(listed(shown.commonGround)).toEqual(['claim-8']);
    expect(listed(shown.cruxes).every((id) => Number(id.slice(6)) < 8)).toBe(true);
    expect(byId.get('claim-8')).toMatchObject({
      effect: 'unites',
      counts: { agree: 20, disagree: 0, pass: 0 },
    });
    expect(byId.get('claim-9')).toMatchObject({
      effect: null,
      counts: null,
      consensus: null,
      separation: null,
    });
    expect(byId.get('claim-9')?.byGroup).toEqual([null, null]);
  });

  test('tells a person where they are by votes that add up to it', () => {
    for (const person of [0, 5, 19]) {
      const own = ownPlace(facts, reading, votesOfOne(facts.matrix, person), person);
      const sum = own.pulls.reduce((at, { x, y }) => ({ x: at.x + x, y: at.y + y }), { x: 0, y: 0 });
      expect(sum.x).toBeCloseTo(own.x, 9);
      expect(sum.y).toBeCloseTo(own.y, 9);
      const dot = shown.dots[reading.order.indexOf(person)];
      expect(shown.dots[own.dot ?? -1]).toBe(dot);
      // Nobody else is told the very place.
      const side = reading.grid.extent / (reading.grid.squares[person] ?? 1);
      expect(Math.abs((dot?.x ?? Number.NaN) - own.x)).toBeLessThan(side);
      expect(dot?.x).not.toBeCloseTo(own.x, 3);
      expect(own.group).toBe(dot?.group);
    }
  });

  test('puts the dots in an order that says nothing of who they are', () => {
    const { length } = shown.dots;
    expect(length).toBe(20);
    for (let i = 1; i < length; i += 1) {
      expect(shown.dots[i]?.x).toBeGreaterThanOrEqual(shown.dots[i - 1]?.x ?? Number.NaN);
    }
    expect(lensOf(facts, reading, 'claim-8')).toEqual(Array.from({ length }, () => 'agree'));
    expect(lensOf(facts, reading, 'claim-9')).toBeNull();
    expect(lensOf(facts, reading, 'another')).toBeUndefined();
  });
});

/** The map of these people with groups that somebody else made. */
function grouped(facts: OpinionFacts, groupOf: (person: number) => number): OpinionReading {
  const { map } = drawOpinions({ facts, before: null });
  const group = Int16Array.from(map.group, (_, p) => groupOf(p));
  return readOpinions(facts, { ...map, group, groups: groupsOf(group, map) });
}

test('a group of fewer than five is announced, and nothing is told of what it holds or of what is left without it', () => {
  const facts = twoCamps({ first: 14, second: 4 });
  const reading = grouped(facts, (p) => (p < 14 ? 0 : 1));
  const { shown } = reading;
  expect(shown.groups.map(({ people, isSmall }) => [people, isSmall])).toEqual([
    [14, false],
    [4, true],
  ]);
  expect(shown.groups[1]).toMatchObject({ representative: [], outline: [], stance: null });
  // What the first one holds that the other does not would be what the other one holds.
  expect(shown.groups[0]?.representative).toEqual([]);
  for (const { byGroup } of shown.claims) expect(byGroup).toEqual([null, null]);
  expect([shown.cruxes, shown.commonGround]).toEqual([[], []]);
  expect(shown.bridges.flatMap(({ claimIds }) => claimIds)).toEqual([]);
  expect(lensOf(facts, reading, 'claim-8')).toBeNull();
});

test('one person in no group hides no group', () => {
  const facts = twoCamps({ first: 12, second: 9 });
  const { shown } = grouped(facts, (p) => (p === 20 ? -1 : p < 12 ? 0 : 1));
  expect(shown.ungrouped).toBe(1);
  const [first] = shown.claims;
  expect(first?.byGroup.map((cell) => cell && cell.agree + cell.disagree + cell.pass)).toEqual([12, 8]);
  expect(shown.cruxes).not.toEqual([]);
  expect(shown.bridges.flatMap(({ claimIds }) => claimIds)).toEqual(['claim-8']);
  const [a] = shown.groups;
  expect(a?.representative.length).toBeGreaterThan(0);
  for (const { claimId } of a?.representative ?? []) {
    const claim = shown.claims.find((one) => one.claimId === claimId);
    const outside = claim && votesOutside(claim, 0);
    // Everybody outside of the group who voted, also who is in no group.
    expect(outside && outside.agree + outside.disagree + outside.pass).toBe(9);
  }
});

test('a lens leaves out the dots of groups that are too small to tell of', () => {
  const facts = twoCamps({ first: 14, second: 9 });
  const reading = grouped(facts, (p) => (p < 14 ? 0 : p < 19 ? 1 : 2));
  const votes = lensOf(facts, reading, 'claim-8') ?? [];
  const seen = reading.shown.dots.flatMap(({ group }, dot) => (votes[dot] ? [group] : []));
  expect(seen).toEqual(Array.from({ length: 14 }, () => 0));
});

test('every claim that divides is listed', () => {
  const { cruxes, claims } = drawOpinions({ facts: twoCamps(), before: null }).shown;
  const listed = cruxes.flatMap(({ items }) => items);
  expect(listed.length).toBe(claims.filter(({ effect }) => effect === 'divides').length);
  expect(listed.length).toBeGreaterThan(5);
});

test('groups keep their letters while their people stay', () => {
  const facts = twoCamps();
  const first = drawOpinions({ facts, before: null });
  // As if B had been the larger one until now.
  const group = first.history.group.map((id) => (id < 0 ? -1 : 1 - id));
  const { shown } = drawOpinions({ facts, before: { ...first.history, group } });
  expect(shown.groups.map(({ letter, people }) => [letter, people])).toEqual([
    ['A', 8],
    ['B', 12],
  ]);
});

test('people who are of one mind are in no camp', () => {
  const facts = twoCamps({ first: 12, second: 0 });
  const { shown } = drawOpinions({ facts, before: null });
  expect(shown.groups).toEqual([]);
  expect(shown.cruxes).toEqual([]);
  expect(shown.commonGround.flatMap(({ items }) => items.map(({ claimId }) => claimId))).toContain('claim-8');
});
