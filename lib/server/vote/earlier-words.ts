import 'server-only';
import type { VoteChoice } from '../../domain/debate/view';
import { database } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** What a person said of words that have changed since. */
export interface EarlierVote {
  text: string;
  choice: VoteChoice;
}

/**
 * The words that this reader voted on, of claims whose meaning has changed since or that were made from others: to be asked again
 * with both before them. By the claim's id; empty for somebody without a seat.
 */
export async function earlierWords(
  room: Pick<RoomContext, 'id' | 'participantId'>,
): Promise<Record<string, EarlierVote>> {
  if (room.participantId === null) return {};
  const { rows } = await database().pool.query<EarlierVote & { claimId: string }>(
    `SELECT v."claimId", v."choice"::text, coalesce(source."text", "then"."text") AS "text"
     FROM "Vote" v
       JOIN "Claim" c ON c."id" = v."claimId"
       JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
       JOIN "ClaimRevision" "then" ON "then"."claimId" = v."claimId" AND "then"."number" = v."claimRevision"
       LEFT JOIN "Claim" origin ON origin."id" = v."carriedFromId"
       LEFT JOIN "ClaimRevision" source ON source."claimId" = origin."id" AND source."number" = origin."revision"
     WHERE v."roomId" = $1 AND v."participantId" = $2 AND v."choice" IS NOT NULL
       AND ("then"."meaning" <> now."meaning" OR v."carriedFromId" IS NOT NULL)`,
    [room.id, room.participantId],
  );
  return Object.fromEntries(rows.map(({ claimId, text, choice }) => [claimId, { text, choice }]));
}
