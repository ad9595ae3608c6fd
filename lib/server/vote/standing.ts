import 'server-only';
import type { OwnVote, VoteChoice, VoteTally } from '../../domain/debate/view';
import { database } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** How one claim stands with a person and the room, for the answer to a vote. */
export interface VoteStanding {
  ownVote: OwnVote;
  tally: VoteTally;
}

// The rule of `tallies.ts` for a single claim, as one prepared statement: this one follows every vote.
const STANDING = `
  WITH meaning AS (
    SELECT coalesce(max(r."number"), 1) AS "since"
    FROM "Claim" c JOIN "ClaimRevision" r ON r."claimId" = c."id" AND r."changesMeaning" AND r."number" <= c."revision"
    WHERE c."id" = $2
  )
  SELECT
    count(*) FILTER (WHERE v."choice" = 'agree' AND v."claimRevision" >= meaning."since")::int AS "agree",
    count(*) FILTER (WHERE v."choice" = 'disagree' AND v."claimRevision" >= meaning."since")::int AS "disagree",
    count(*) FILTER (WHERE v."choice" = 'pass' AND v."claimRevision" >= meaning."since")::int AS "pass",
    max(v."choice"::text) FILTER (WHERE v."participantId" = $3) AS "choice",
    max(v."seq") FILTER (WHERE v."participantId" = $3) AS "seq",
    coalesce(bool_or(v."claimRevision" < meaning."since") FILTER (WHERE v."participantId" = $3), false) AS "isStale"
  FROM "Vote" v CROSS JOIN meaning
  WHERE v."roomId" = $1 AND v."claimId" = $2`;

/** The tally of a claim in this room and the participant's own vote on it. */
export async function voteStanding(
  room: Pick<RoomContext, 'id'>,
  claimId: string,
  participantId: string,
): Promise<VoteStanding> {
  const { rows } = await database().pool.query<
    VoteTally & { choice: VoteChoice | null; seq: string | null; isStale: boolean }
  >({ name: 'vote-standing', text: STANDING, values: [room.id, claimId, participantId] });
  const { agree = 0, disagree = 0, pass = 0, choice = null, seq = null, isStale = false } = rows[0] ?? {};
  return { ownVote: { choice, seq: Number(seq ?? 0), isStale }, tally: { agree, disagree, pass } };
}
