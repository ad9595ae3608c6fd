import 'server-only';
import type { RoomStage } from '../../domain/debate/view';
import type { RoomNow, RoomTurnout } from '../../domain/room/live';
import type { RoomAct, RoomSpeakers, RoomVoice } from '../../domain/room/plan';
import { database } from '../database/client';
import { roomAtWork } from '../room/turnout';

/** What a room says of itself in numbers, read for all who hear it at once. */

interface NowRow {
  step: number;
  stage: RoomStage;
  round: number;
  acts: RoomAct[];
  voice: RoomVoice;
  speakers: RoomSpeakers;
  stageStartedAt: Date;
  stageEndsAt: Date | null;
  stageLeftMs: number | null;
  now: Date;
}

/** Where the room is; null when it is gone. */
export async function readNow(roomId: string): Promise<RoomNow | null> {
  const { rows } = await database().pool.query<NowRow>({
    name: 'live-now',
    text: `SELECT "step", "stage"::text, "round", "acts"::text[], "voice"::text, "speakers"::text, "stageStartedAt", "stageEndsAt",
             "stageLeftMs", now() AS "now"
           FROM "Room" WHERE "id" = $1`,
    values: [roomId],
  });
  const [row] = rows;
  if (!row) return null;
  const { stageStartedAt, stageEndsAt, stageLeftMs, now, ...where } = row;
  return {
    ...where,
    clock: {
      startedAt: stageStartedAt.toISOString(),
      endsAt: stageEndsAt?.toISOString() ?? null,
      leftMs: stageLeftMs,
      now: now.toISOString(),
    },
  };
}

/** How many have answered: no more than numbers, so that nobody learns an answer from it. */
export async function readTurnout(roomId: string): Promise<RoomTurnout> {
  const work = await roomAtWork(roomId);
  if (!work) return { people: 0, votes: 0, voters: 0, done: 0, stances: 0 };
  const { firstStances, secondStances, ...turnout } = work.turnout;
  return { ...turnout, stances: work.round === 1 ? firstStances : secondStances };
}

/** Who has a vote that counts, by claim: seats that may see the claim's counts where one has to answer first. */
export async function readVoters(
  roomId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await database().pool.query<{ claimId: string; seats: string[] }>({
    name: 'live-voters',
    text: `SELECT v."claimId", array_agg(v."participantId"::text) AS "seats"
           FROM "Vote" v JOIN "Claim" c ON c."id" = v."claimId"
             JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
             JOIN "ClaimRevision" "then" ON "then"."claimId" = v."claimId" AND "then"."number" = v."claimRevision"
           WHERE v."roomId" = $1 AND v."claimId" = ANY ($2::uuid[]) AND v."choice" IS NOT NULL
             AND "then"."meaning" = now."meaning" AND v."carriedFromId" IS NULL
           GROUP BY v."claimId"`,
    values: [roomId, claimIds],
  });
  return new Map(rows.map(({ claimId, seats }) => [claimId, new Set(seats)]));
}

/** People who were seen in these rooms of late, whichever process keeps their stream; by room, with when. */
export async function readSeen(
  roomIds: readonly string[],
  withinSeconds: number,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const { rows } = await database().pool.query<{ roomId: string; userId: string; agoMs: number }>({
    name: 'live-seen',
    text: `SELECT "roomId", "userId", (extract(epoch FROM now() - "seenAt") * 1000)::float8 AS "agoMs"
           FROM "Participant"
           WHERE "roomId" = ANY ($1::uuid[]) AND "seenAt" > now() - make_interval(secs => $2) AND "leftAt" IS NULL
             AND "userId" IS NOT NULL AND NOT "isEditor" AND "role" IN ('participant', 'observer')`,
    values: [roomIds, withinSeconds],
  });
  const seen = new Map<string, Map<string, number>>();
  for (const { roomId, userId, agoMs } of rows) {
    const people = seen.get(roomId) ?? new Map<string, number>();
    seen.set(roomId, people.set(userId, agoMs));
  }
  return seen;
}

/** Says that these seats have a page open now. */
export async function writeSeen(seatIds: readonly string[]): Promise<void> {
  if (seatIds.length === 0) return;
  await database().pool.query({
    name: 'live-seen-now',
    text: 'UPDATE "Participant" SET "seenAt" = now() WHERE "id" = ANY ($1::uuid[])',
    values: [seatIds],
  });
}
