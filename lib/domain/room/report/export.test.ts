import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRows } from '../../formats/csv-table';
import { pseudonyms, votesCsv } from './export';
import type { VoteFact } from './facts';

const CLAIMS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const codes = new Map(CLAIMS.map((claim) => [claim, claim.toUpperCase()]));

const exported = (votes: readonly VoteFact[], draws: readonly number[] = []) => {
  const people = [...new Set(votes.map(({ person }) => person))];
  const text = votesCsv(votes, codes, pseudonyms(people, draws)).replace(/^\ufeff/, '');
  const [, ...rows] = readRows(text);
  return rows.map(({ cells: [person = '', claim = '', choice = ''] }) => ({ person, claim, choice }));
};

const castBy = (votes: readonly { person: string }[]): Map<string, number> => {
  const cast = new Map<string, number>();
  for (const { person } of votes) cast.set(person, (cast.get(person) ?? 0) + 1);
  return cast;
};

const votesOf = (person: string, claims: readonly string[]): VoteFact[] =>
  claims.map((claimId) => ({ person, claimId, choice: 'agree' }));

it('names nobody by leaving their name out alone', () => {
  const five = Array.from({ length: 29 }, (_, index) => votesOf(`all ${index}`, CLAIMS)).flat();
  const rows = exported([...five, ...votesOf('one', ['c1'])]);
  expect(rows).toHaveLength(29 * CLAIMS.length + 1);
  expect(rows.filter(({ person }) => person !== '')).toEqual([]);
});

it('keeps the names of those who cannot be told apart', () => {
  const people = Array.from({ length: 5 }, (_, index) => index);
  const both = people.flatMap((index) => [
    ...votesOf(`some ${index}`, CLAIMS.slice(0, 1 + (index % 2))),
    ...votesOf(`more ${index}`, CLAIMS.slice(0, 1 + (index % 2))),
    ...votesOf(`all ${index}`, CLAIMS),
  ]);
  // Four cast two votes, five cast six, six cast one: the names of the four go, those of the five with them.
  const named = castBy(exported(both).filter(({ person }) => person !== ''));
  expect([...named.values()]).toEqual([1, 1, 1, 1, 1, 1]);
});

it('lets nobody’s votes be told apart, nor those of fewer than five people or of people of one count', () => {
  const person = fc.record({
    claims: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(CLAIMS, CLAIMS.slice(0, 4), CLAIMS.slice(0, 2)) },
      { weight: 1, arbitrary: fc.subarray(CLAIMS) },
    ),
    choices: fc.array(fc.constantFrom('agree', 'disagree', 'pass'), { minLength: 6, maxLength: 6 }),
    draw: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      const votes = people.flatMap(({ claims, choices }, index) =>
        claims.map(
          (claimId, at): VoteFact => ({ person: `Alias ${index}`, claimId, choice: choices[at] ?? 'pass' }),
        ),
      );
      const rows = exported(
        votes,
        people.map(({ draw }) => draw),
      );
      // What a reader has beside the file: how many votes each alias cast.
      const known = [...castBy(votes).values()];
      expect(rows).toHaveLength(known.length < 5 ? 0 : votes.length);
      const named = [...castBy(rows.filter(({ person: name }) => name !== '')).values()];
      const like = (of: readonly number[], count: number) => of.filter((one) => one === count).length;
      for (const count of named) expect(like(known, count)).toBeGreaterThanOrEqual(5);
      const nameless = rows.filter(({ person: name }) => name === '');
      if (nameless.length === 0) return;
      const counts = [...new Set(known)];
      const without = counts.filter((count) => like(named, count) < like(known, count));
      expect(without.length).toBeGreaterThan(1);
      expect(known.length - named.length).toBeGreaterThanOrEqual(5);
      // Of each claim they have five votes at least, or all: less would be told of by subtracting.
      const [theirs, all] = [nameless, rows].map((some) =>
        castBy(some.map(({ claim }) => ({ person: claim }))),
      );
      for (const [claim, count] of theirs ?? []) {
        if (count !== all?.get(claim)) expect(count).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 500 },
  );
});
