// A made-up conversation of any size, the same in every run: camps with views of their own, people who answer a few claims
// or many, claims that are seen by all or by hardly anybody.

import { seededRandom } from '../lib/domain/stance/opinion-map/random';
import { type VoteMatrix, voteMatrix } from '../lib/domain/stance/opinion-map/vote-matrix';

export interface SyntheticConversation {
  matrix: VoteMatrix;
  /** Which camp each person was drawn from. */
  camp: Int16Array;
}

/** One that has about so many votes in all, of people in so many camps. */
export function syntheticConversation(
  people: number,
  claims: number,
  votes: number,
  camps: number,
): SyntheticConversation {
  const random = seededRandom(people * 31 + claims);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  // What a camp thinks of a claim: how nearly all of it agree. Camps share a part of it.
  const views = Array.from({ length: claims }, () => {
    const shared = normal();
    return Array.from({ length: camps }, () => shared + 1.2 * normal());
  });
  const camp = Int16Array.from({ length: people }, () => Math.floor(random() ** 1.5 * camps));
  // Few people answer very much: an exponential share of the mean. Early claims are seen by more.
  const mean = votes / people;
  const person: number[] = [];
  const claim: number[] = [];
  const vote: number[] = [];
  for (let p = 0; p < people; p += 1) {
    const count = Math.min(claims, Math.max(1, Math.round(-mean * 1.08 * Math.log(1 - random()))));
    const own = 0.5 * normal();
    const seen = new Set<number>();
    for (let tries = 0; seen.size < count && tries < count * 20; tries += 1) {
      seen.add(Math.floor(random() ** 1.3 * claims));
    }
    for (const c of seen) {
      const lean = (views[c]?.[camp[p] as number] as number) + own + 0.8 * normal();
      person.push(p);
      claim.push(c);
      vote.push(random() < 0.12 ? 0 : lean > 0 ? 1 : -1);
    }
  }
  return { matrix: voteMatrix(people, claims, { person, claim, vote }), camp };
}
