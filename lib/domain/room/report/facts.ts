import type { VoteChoice } from '../../debate/view';
import type { StancePair, StanceReply } from '../../stance/shift';
import type { ClaimCounts } from './claim-results';

/**
 * What a report is computed from, and nothing else: the server reads it from the database, and the exported files hold the same
 * once more. A person is a key that means nothing outside: the id of their seat, or the pseudonym of one export.
 */
export interface ReportFacts {
  /** Keys of the people who take part: neither who teaches or watches, nor who left, nor seats in which people argue for a side. */
  people: string[];
  /** A tally of each claim that can be voted on. */
  tallies: ClaimCounts[];
  /** How many votes each person has in them; who has none may be missing. */
  votesBy: Readonly<Record<string, number>>;
  stances: StanceFact[];
  contributions: Contribution[];
}

/** A vote that counts: not taken back, and not on words that have since changed their meaning. */
export interface VoteFact {
  person: string;
  claimId: string;
  choice: VoteChoice;
}

/** A current answer in one round; who gave none, or took it back, has no row. */
export interface StanceFact {
  person: string;
  round: 1 | 2;
  /** Null for not sure. */
  value: number | null;
  /** Claims named as what moved the person, in their order. */
  reasons: string[];
}

export const CONTRIBUTION_KINDS = ['claim', 'note', 'reply'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export interface Contribution {
  person: string;
  kind: ContributionKind;
}

/** Votes counted by claim, in the order of the claims, and by person; those on other claims are left out. */
export function countedVotes(
  claimIds: readonly string[],
  votes: readonly VoteFact[],
): Pick<ReportFacts, 'tallies' | 'votesBy'> {
  const tallies = new Map(claimIds.map((claimId) => [claimId, { claimId, agree: 0, disagree: 0, pass: 0 }]));
  const votesBy: Record<string, number> = {};
  for (const { person, claimId, choice } of votes) {
    const tally = tallies.get(claimId);
    if (!tally) continue;
    tally[choice] += 1;
    votesBy[person] = (votesBy[person] ?? 0) + 1;
  }
  return { tallies: [...tallies.values()], votesBy };
}

/** Both answers of each person, in the order of the people; whoever said nothing is among them. */
export function pairsOf({ people, stances }: Pick<ReportFacts, 'people' | 'stances'>): (StancePair & {
  person: string;
  reasons: string[];
})[] {
  const byPerson = new Map<string, Partial<Record<1 | 2, StanceFact>>>();
  for (const stance of stances) {
    byPerson.set(stance.person, { ...byPerson.get(stance.person), [stance.round]: stance });
  }
  const reply = (stance: StanceFact | undefined): StanceReply =>
    stance === undefined ? null : (stance.value ?? 'unsure');
  return people.map((person) => {
    const own = byPerson.get(person);
    return { person, first: reply(own?.[1]), second: reply(own?.[2]), reasons: own?.[2]?.reasons ?? [] };
  });
}
