import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ImpactTally, OwnImpact, OwnVote, VoteChoice, VoteTally } from '../../domain/debate/view';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/**
 * Tallies are counted from the votes of the room each time, never kept: a kept number is a number that can be wrong. Votes
 * on words that have since changed their meaning, or about a claim that was merged or split, are stale and left out.
 */

type VotingRoom = Pick<RoomContext, 'id' | 'debateId'>;

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
  const rows = await tx.$queryRaw<({ claimId: string } & VoteTally)[]>`
    SELECT v."claimId",
      count(*) FILTER (WHERE v."choice" = 'agree')::int AS "agree",
      count(*) FILTER (WHERE v."choice" = 'disagree')::int AS "disagree",
      count(*) FILTER (WHERE v."choice" = 'pass')::int AS "pass"
    FROM "Vote" v ${wordings(claimIds)}
    WHERE v."roomId" = ${room.id}::uuid ${only(Prisma.sql`v."claimId"`, claimIds)}
      AND "then"."meaning" = now."meaning" AND v."carriedFromId" IS NULL
    GROUP BY v."claimId"`;
  return new Map(rows.map(({ claimId, agree, disagree, pass }) => [claimId, { agree, disagree, pass }]));
}

/** This participant's votes by claim. */
export async function ownVotes(
  tx: Transaction,
  room: VotingRoom & Pick<RoomContext, 'participantId'>,
  claimIds?: readonly string[],
): Promise<ReadonlyMap<string, OwnVote>> {
  if (!room.participantId) return new Map();
  const rows = await tx.$queryRaw<
    { claimId: string; choice: VoteChoice | null; seq: bigint; isStale: boolean }[]
  >`
    SELECT v."claimId", v."choice"::text AS "choice", v."seq", 
      ("then"."meaning" <> now."meaning" OR v."carriedFromId" IS NOT NULL) AS "isStale"
    FROM "Vote" v ${wordings(claimIds)}
    WHERE v."roomId" = ${room.id}::uuid AND v."participantId" = ${room.participantId}::uuid
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
    WHERE i."roomId" = ${room.id}::uuid AND i."weight" IS NOT NULL ${only(Prisma.sql`i."relationId"`, relationIds)}
    GROUP BY i."relationId"`;
  return new Map(rows.map(({ relationId, mean, count }) => [relationId, { mean, count }]));
}

/** This participant's impacts by relation. */
export async function ownImpacts(
  tx: Transaction,
  room: Pick<RoomContext, 'id' | 'participantId'>,
  relationIds?: readonly string[],
): Promise<ReadonlyMap<string, OwnImpact>> {
  if (!room.participantId) return new Map();
  const rows = await tx.impact.findMany({
    where: {
      roomId: room.id,
      participantId: room.participantId,
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
