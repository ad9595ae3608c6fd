import type { VoteTally } from '@/lib/domain/debate/view';
import { votesOf } from '@/lib/domain/stance/opinion/claim-readings';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';

/** Whose votes on a claim stand together: those of a group, or of everybody. */
export interface Voters {
  /** Letter of the group; null for everybody. */
  letter: string | null;
  people: number;
}

export const everybody = ({ counts }: ShownOpinions): Voters => ({ letter: null, people: counts.people });

/** The groups, or everybody where people are in no camps. */
export const votersOf = (shown: ShownOpinions): Voters[] =>
  shown.groups.length > 0
    ? shown.groups.map(({ letter, people }) => ({ letter, people }))
    : [everybody(shown)];

/** Votes of each of `votersOf` on a claim; null where they are too few to tell. */
export const cellsOf = (shown: ShownOpinions, claim: OpinionClaim): (VoteTally | null)[] =>
  shown.groups.length > 0 ? claim.byGroup : [claim.counts];

/** The claims with these ids, in their order. */
export function claimsWith(shown: ShownOpinions, ids: readonly { claimId: string }[]): OpinionClaim[] {
  const byId = new Map(shown.claims.map((claim) => [claim.claimId, claim]));
  return ids.flatMap(({ claimId }) => byId.get(claimId) ?? []);
}

/** A row of numbers about a claim; `tally` is null where they are too few to tell. */
export interface VotesRow extends Voters {
  tally: VoteTally | null;
  voted: number | null;
  notVoted: number | null;
}

/**
 * What a picture of a claim says, in numbers: each group, then everybody, who are left out where a group is hidden, as it could
 * be worked out from them.
 */
export function votesRows(shown: ShownOpinions, claim: OpinionClaim): VotesRow[] {
  const cells = cellsOf(shown, claim);
  const rows = votersOf(shown).map((voters, index) => rowOf(voters, cells[index] ?? null));
  const all = rowOf(everybody(shown), claim.counts);
  return shown.groups.length > 0 && rows.every(({ tally }) => tally !== null) ? [...rows, all] : rows;
}

function rowOf(voters: Voters, tally: VoteTally | null): VotesRow {
  const voted = tally && votesOf(tally);
  return { ...voters, tally, voted, notVoted: voted === null ? null : voters.people - voted };
}
