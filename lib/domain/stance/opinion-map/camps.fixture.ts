import { seededRandom } from './random';
import { type VoteMatrix, voteMatrix } from './vote-matrix';

/** Made-up votes of camps: in a camp, each claim has a probability of its own of being agreed with. */

export interface Camps {
  people: number;
  claims: number;
  /** Mean votes of a person. */
  votes: number;
  camps: number;
  /** How far the camps are apart on a claim, in log-odds; 0 for people who differ by chance alone. */
  apart: number;
  seed: number;
}

/** The votes, and the camp of each person. */
export function campVotes({ people, claims, votes, camps, apart, seed }: Camps): {
  matrix: VoteMatrix;
  camp: Int16Array;
} {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const liked = Array.from({ length: claims }, () => 0.6 + 1.2 * normal());
  const lean = Array.from({ length: claims }, () => Array.from({ length: camps }, () => apart * normal()));
  const camp = Int16Array.from({ length: people }, () => Math.floor(random() * camps));
  const triples = { person: [] as number[], claim: [] as number[], vote: [] as number[] };
  for (let p = 0; p < people; p += 1) {
    const share = (-votes * Math.log(1 - random())) / claims;
    for (let c = 0; c < claims; c += 1) {
      if (random() >= share) continue;
      const odds = Math.exp((liked[c] as number) + (lean[c]?.[camp[p] as number] as number));
      triples.person.push(p);
      triples.claim.push(c);
      triples.vote.push(random() < 0.12 ? 0 : random() < odds / (1 + odds) ? 1 : -1);
    }
  }
  return { matrix: voteMatrix(people, claims, triples), camp };
}

/**
 * A class in which nearly everybody voted on everything.
 * @param apart how much the rates of two camps are off a half, in opposite directions; 0 for votes by chance alone, where each
 *   claim has one rate for everybody
 */
export function classVotes(people: number, claims: number, apart: number, seed: number): VoteMatrix {
  const random = seededRandom(seed);
  const rates = Array.from({ length: claims }, () => 0.15 + 0.7 * random());
  const isTurned = Array.from({ length: claims }, () => random() < 0.5);
  const triples = { person: [] as number[], claim: [] as number[], vote: [] as number[] };
  for (let p = 0; p < people; p += 1) {
    for (let c = 0; c < claims; c += 1) {
      if (random() > 0.9) continue;
      const ofCamp = (p % 2 === 0) === isTurned[c] ? 0.5 + apart : 0.5 - apart;
      const rate = apart > 0 ? ofCamp : (rates[c] as number);
      triples.person.push(p);
      triples.claim.push(c);
      triples.vote.push(random() < 0.1 ? 0 : random() < rate ? 1 : -1);
    }
  }
  return voteMatrix(people, claims, triples);
}
