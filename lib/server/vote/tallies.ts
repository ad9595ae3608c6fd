import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ImpactTally, OwnImpact, OwnVote, VoteChoice, VoteTally } from '../../domain/debate/view';
import type { Transaction } from '../database/client';
import { countedSeat } from '../room/counted';
import type { RoomContext } from '../room/room-context';
import { answeringSeat } from '../room/voice-seat';

/**
 * Tallies are counted from the votes of the room each time, never kept: a kept number is a number that can be wrong. Votes
 * on words that have since changed their meaning, or about a claim that was merged or split, are stale and left out; whose
 * votes are counted is said in `counted.ts`.
 */

type VotingRoom = Pick<RoomContext, 'id' | 'debateId'>;
/** The room with who asks, and as whom they answer now. */
type AnsweringRoom = Pick<
  RoomContext,
  'id' | 'participantId' | 'voice' | 'sideId' | 'voiceSeats' | 'role' | 'rolesAbove'
>;

const only = (column: Prisma.Sql, ids: readonly string[] | undefined): Prisma.Sql =>
  ids ? Prisma.sql`AND ${column} = ANY (${[...ids]}::uuid[])` : Prisma.empty;

/**
 * The wording that stands (`now`) and the one that was voted on (`then`). A vote counts while both mean the same, and
 * when it was not carried over from a claim that was merged or split.
 */
const wordings = (claimIds: readonly string[] | undefined): Prisma.Sql => Prisma.sql`
  JOIN "Claim" c ON c."id" = v."claimId" ${only(Prisma.sql`c."id"`, claimIds)}
  JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
  JOIN "ClaimRevision" "then" ON "then"."claimId" = v."claimId" AND "then"."number" = v."claimRevision"`;

/** Counts by claim; claims without votes are missing. */
export async function voteTallies(
  tx: Transaction,
  room: VotingRoom,
  claimIds?: readonly string[],
): Promise<ReadonlyMap<string, VoteTally>> {
  // Counted by wording first: which of them still mean the same is then asked of each wording, and not of each vote.
  const rows = await tx.$queryRaw<({ claimId: string } & VoteTally)[]>`
    SELECT v."claimId", sum(v."agree")::int AS "agree", sum(v."disagree")::int AS "disagree", sum(v."pass")::int AS "pass"
    FROM (
      SELECT v."claimId", v."claimRevision",
        count(*) FILTER (WHERE v."choice" = 'agree') AS "agree",
        count(*) FILTER (WHERE v."choice" = 'disagree') AS "disagree",
        count(*) FILTER (WHERE v."choice" = 'pass') AS "pass"
      FROM "Vote" v JOIN "Participant" p ON p."id" = v."participantId" AND ${countedSeat()}
      WHERE v."roomId" = ${room.id}::uuid ${only(Prisma.sql`v."claimId"`, claimIds)} AND v."carriedFromId" IS NULL
      GROUP BY v."claimId", v."claimRevision"
    ) AS v ${wordings(claimIds)}
    WHERE "then"."meaning" = now."meaning"
    GROUP BY v."claimId"`;
  return new Map(rows.map(({ claimId, agree, disagree, pass }) => [claimId, { agree, disagree, pass }]));
}

/** This participant's votes by claim, in the voice in which they vote now. */
export async function ownVotes(
  tx: Transaction,
  room: AnsweringRoom,
  claimIds?: readonly string[],
): Promise<ReadonlyMap<string, OwnVote>> {
  const seatId = answeringSeat(room);
  if (!seatId) return new Map();
  const rows = await tx.$queryRaw<
    { claimId: string; choice: VoteChoice | null; seq: bigint; isStale: boolean }[]
  >`
    SELECT v."claimId", v."choice"::text AS "choice", v."seq", 
      ("then"."meaning" <> now."meaning" OR v."carriedFromId" IS NOT NULL) AS "isStale"
    FROM "Vote" v ${wordings(claimIds)}
    WHERE v."roomId" = ${room.id}::uuid AND v."participantId" = ${seatId}::uuid
      ${only(Prisma.sql`v."claimId"`, claimIds)}`;
  return new Map(
    rows.map(({ claimId, choice, seq, isStale }) => [claimId, { choice, seq: Number(seq), isStale }]),
  );
}

/** Mean and count of the room's impacts by relation; relations that nobody rated as they are now are missing. */
export async function impactTallies(
  tx: Transaction,
  room: Pick<RoomContext, 'id'>,
  relationIds?: readonly string[],
): Promise<ReadonlyMap<string, ImpactTally>> {
  const rows = await tx.$queryRaw<{ relationId: string; mean: number; count: number }[]>`
    SELECT i."relationId", avg(i."weight")::float8 AS "mean", count(*)::int AS "count"
    FROM "Impact" i JOIN "Relation" r ON r."id" = i."relationId" AND r."aim" = i."aim"
      JOIN "Participant" p ON p."id" = i."participantId" AND ${countedSeat()}
    WHERE i."roomId" = ${room.id}::uuid AND i."weight" IS NOT NULL ${only(Prisma.sql`i."relationId"`, relationIds)}
    GROUP BY i."relationId"`;
  return new Map(rows.map(({ relationId, mean, count }) => [relationId, { mean, count }]));
}

/** This participant's impacts by relation, in the voice in which they rate now. */
export async function ownImpacts(
  tx: Transaction,
  room: AnsweringRoom,
  relationIds?: readonly string[],
): Promise<ReadonlyMap<string, OwnImpact>> {
  const participantId = answeringSeat(room);
  if (!participantId) return new Map();
  const rows = await tx.impact.findMany({
    where: {
      roomId: room.id,
      participantId,
      ...(relationIds ? { relationId: { in: [...relationIds] } } : {}),
    },
    select: { relationId: true, weight: true, seq: true, aim: true, relation: { select: { aim: true } } },
  });
  return new Map(
    rows.map(({ relationId, weight, seq, aim, relation }) => [
      relationId,
      { weight, seq: Number(seq), isStale: aim !== relation.aim },
    ]),
  );
}
