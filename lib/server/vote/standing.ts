import 'server-only';
import type { OwnVote, VoteChoice, VoteTally } from '../../domain/debate/view';
import { database } from '../database/client';
import { countedSql } from '../room/counted';
import type { RoomContext } from '../room/room-context';

/** How one claim stands with a person and the room, for the answer to a vote. */
export interface VoteStanding {
  ownVote: OwnVote;
  tally: VoteTally;
}

// The rule of `tallies.ts` for a single claim, as one prepared statement: this one follows every vote.
const STANDING = `
  WITH voted AS (
    SELECT v."choice", v."participantId", v."seq", ${countedSql()} AS "isCounted",
      "then"."meaning" = now."meaning" AND v."carriedFromId" IS NULL AS "counts"
    FROM "Vote" v
      JOIN "Participant" p ON p."id" = v."participantId"
      JOIN "Claim" c ON c."id" = v."claimId"
      JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
      JOIN "ClaimRevision" "then" ON "then"."claimId" = v."claimId" AND "then"."number" = v."claimRevision"
    WHERE v."roomId" = $1 AND v."claimId" = $2
  )
  SELECT
    count(*) FILTER (WHERE "choice" = 'agree' AND "counts" AND "isCounted")::int AS "agree",
    count(*) FILTER (WHERE "choice" = 'disagree' AND "counts" AND "isCounted")::int AS "disagree",
    count(*) FILTER (WHERE "choice" = 'pass' AND "counts" AND "isCounted")::int AS "pass",
    max("choice"::text) FILTER (WHERE "participantId" = $3) AS "choice",
    max("seq") FILTER (WHERE "participantId" = $3) AS "seq",
    coalesce(bool_or(NOT "counts") FILTER (WHERE "participantId" = $3), false) AS "isStale"
  FROM voted`;

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
