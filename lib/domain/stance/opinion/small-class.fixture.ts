import { seededRandom } from '../opinion-map/random';
import { voteMatrix } from '../opinion-map/vote-matrix';
import { factsOf } from './camp-facts.fixture';
import type { OpinionFacts } from './facts';

/** Fourteen pupils on twelve claims, of which each left some out; two groups of six come of it. Nobody said where they stand. */
export function smallClass(stances: Readonly<Record<number, number>> = {}): OpinionFacts {
  const triples = { person: [] as number[], claim: [] as number[], vote: [] as number[] };
  for (let person = 0; person < 14; person += 1) {
    for (let claim = 0; claim < 12; claim += 1) {
      if ((person * 7 + claim * 3) % 6 === 0 || (claim === 4 && person > 5)) continue;
      const isFor = (((claim * 2_654_435_761) >>> (person < 7 ? 1 : 5)) & 1) === 1;
      triples.person.push(person);
      triples.claim.push(claim);
      triples.vote.push((person * 5 + claim * 7) % 11 === 0 ? 0 : isFor ? 1 : -1);
    }
  }
  const facts = factsOf(voteMatrix(14, 12, triples));
  return { ...facts, stances: facts.stances.map((none, p) => stances[p] ?? none), points: pointsFor(14) };
}

/** Places in the squares, as the server would draw them. */
export function pointsFor(people: number): Uint32Array {
  const random = seededRandom(11);
  return Uint32Array.from({ length: 2 * people }, () => Math.floor(random() * 2 ** 32));
}

/** Votes of a row by claim; null for none. */
export const rowOf = ({ matrix }: OpinionFacts, p: number): (number | null)[] =>
  Array.from({ length: matrix.claims }, (_, c) => {
    const start = matrix.rowStart[p] ?? 0;
    const at = matrix.claim.subarray(start, matrix.rowStart[p + 1]).indexOf(c);
    return at < 0 ? null : (matrix.vote[start + at] ?? null);
  });
