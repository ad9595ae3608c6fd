import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { EvidenceStatus, SideRole, VoteChoice } from '../../../domain/debate/view';
import type { ClaimCounts } from '../../../domain/room/report/claim-results';
import type { StanceFact, VoteFact } from '../../../domain/room/report/facts';
import { isToldOf } from '../../../domain/room/report/told';
import type { LateFirst } from '../../../domain/room/report/view';
import { firstStanceEnded, isLateFirst } from '../../../domain/stance/late';
import { sideRole } from '../../claim/claim-views';
import type { Transaction } from '../../database/client';
import type { RoomContext } from '../room-context';

/** What a room said, read for its report: votes and stances of the people counted, and the claims that they are about. */

type ReportRoom = Pick<RoomContext, 'id' | 'debateId' | 'path'>;

export interface VotedClaim {
  id: string;
  code: string;
  side: SideRole;
  text: string;
  evidence: EvidenceStatus;
  /** Of the class or its groups, not of the debate that it is held on. */
  isFromRoom: boolean;
}

/** Published claims in sight of the room, in the author's order; the motions are left out. */
export async function votedClaims(tx: Transaction, room: ReportRoom): Promise<VotedClaim[]> {
  const rows = await tx.claim.findMany({
    where: { debateId: room.debateId, roomId: { in: room.path }, status: 'published', isMotion: false },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      code: true,
      roomId: true,
      side: { select: { position: true } },
      current: { select: { text: true, evidence: true } },
    },
  });
  return rows.map(({ id, code, roomId, side, current }) => ({
    id,
    code,
    side: sideRole(side?.position),
    text: current.text,
    evidence: current.evidence,
    isFromRoom: roomId !== room.path[0],
  }));
}

/**
 * A vote counts while the words voted on mean what the claim says now; `tallies.ts` has the same rule for the map. Which words do is
 * found out claim by claim (OFFSET keeps that apart): of the votes of a nation it takes seconds more to ask it of each.
 */
const wordingsOf = (claimIds: readonly string[]) => Prisma.sql`(
      SELECT c."id", "then"."number", array_position(${[...claimIds]}::uuid[], c."id") - 1 AS "place" FROM "Claim" c
        JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
        JOIN "ClaimRevision" "then" ON "then"."claimId" = c."id" AND "then"."meaning" = now."meaning"
      WHERE c."id" = ANY (${[...claimIds]}::uuid[]) OFFSET 0
    )`;

const votesOf = (
  roomId: string,
  personIds: readonly string[],
  claimIds: readonly string[],
) => Prisma.sql`"Vote" v
  JOIN ${wordingsOf(claimIds)} AS k ON k."id" = v."claimId" AND k."number" = v."claimRevision"
  WHERE v."roomId" = ${roomId}::uuid AND v."participantId" = ANY (${[...personIds]}::uuid[])
    AND v."choice" IS NOT NULL AND v."carriedFromId" IS NULL`;

interface VoteCount {
  claimId: string | null;
  participantId: string | null;
  agree: number;
  disagree: number;
  pass: number;
}

/** Votes of these people on these claims, counted by claim and by person in one pass. */
export async function voteCounts(
  tx: Transaction,
  room: Pick<ReportRoom, 'id'>,
  personIds: readonly string[],
  claimIds: readonly string[],
): Promise<{ tallies: ClaimCounts[]; votesBy: Record<string, number> }> {
  const rows = await tx.$queryRaw<VoteCount[]>`
     SELECT v."claimId", v."participantId",
       count(*) FILTER (WHERE v."choice" = 'agree')::int AS "agree",
       count(*) FILTER (WHERE v."choice" = 'disagree')::int AS "disagree",
       count(*) FILTER (WHERE v."choice" = 'pass')::int AS "pass"
     FROM ${votesOf(room.id, personIds, claimIds)}
     GROUP BY GROUPING SETS ((v."claimId"), (v."participantId"))`;
  const byClaim = new Map<string, ClaimCounts>();
  const votesBy: Record<string, number> = {};
  for (const { claimId, participantId, agree, disagree, pass } of rows) {
    if (claimId) byClaim.set(claimId, { claimId, agree, disagree, pass });
    else if (participantId) votesBy[participantId] = agree + disagree + pass;
  }
  const none = { agree: 0, disagree: 0, pass: 0 };
  return { tallies: claimIds.map((claimId) => byClaim.get(claimId) ?? { claimId, ...none }), votesBy };
}

/** Each of these votes, for the export. */
export async function votesCast(
  tx: Transaction,
  room: Pick<ReportRoom, 'id'>,
  personIds: readonly string[],
  claimIds: readonly string[],
): Promise<VoteFact[]> {
  const rows = await tx.$queryRaw<{ claimId: string; participantId: string; choice: VoteChoice }[]>`
     SELECT v."claimId", v."participantId", v."choice"::text AS "choice"
     FROM ${votesOf(room.id, personIds, claimIds)}`;
  return rows.map(({ participantId, claimId, choice }) => ({ person: participantId, claimId, choice }));
}

/** The votes of one person: on which claims, by their places from 0, and a sign (+, -, 0) for each. Neither has an order. */
export interface VoteRow {
  person: string;
  places: number[];
  signs: string;
}

/**
 * Votes in a room on these claims, one row a person: two million votes are some ten thousand rows. Nothing is sorted, which would
 * take as long again.
 */
export const votesByPerson = (roomId: string, claimIds: readonly string[]) => Prisma.sql`
    SELECT v."participantId" AS "person", array_agg(k."place") AS "places",
      string_agg(CASE v."choice" WHEN 'agree' THEN '+' WHEN 'disagree' THEN '-' ELSE '0' END, '') AS "signs"
    FROM "Vote" v JOIN ${wordingsOf(claimIds)} AS k ON k."id" = v."claimId" AND k."number" = v."claimRevision"
    WHERE v."roomId" = ${roomId}::uuid AND v."choice" IS NOT NULL AND v."carriedFromId" IS NULL
    GROUP BY v."participantId"`;

/** The same of these people. Who has none is missing. */
export const voteRows = (
  tx: Transaction,
  room: Pick<ReportRoom, 'id'>,
  personIds: readonly string[],
  claimIds: readonly string[],
): Promise<VoteRow[]> =>
  tx.$queryRaw<VoteRow[]>`
     SELECT told.* FROM (${votesByPerson(room.id, claimIds)}) AS told WHERE told."person" = ANY (${[...personIds]}::uuid[])`;

/** How many of these votes were cast, or changed, after the room had shown its result. */
export async function votesCastAfter(
  tx: Transaction,
  room: Pick<ReportRoom, 'id'>,
  personIds: readonly string[],
  claimIds: readonly string[],
  revealedAt: Date,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
     SELECT count(*)::int AS "count" FROM ${votesOf(room.id, personIds, claimIds)} AND v."votedAt" > ${revealedAt}`;
  return row?.count ?? 0;
}

/**
 * First stances that were stated when the class's step for them was over, by whoever came in later; null where nobody did. That one
 * of few did so would tell of each of them.
 */
export async function lateFirstStances(
  tx: Transaction,
  room: Pick<RoomContext, 'id' | 'kind'>,
  motionId: string,
  personIds: readonly string[],
): Promise<LateFirst | null> {
  if (room.kind !== 'class') return null;
  const rows = await tx.roomStep.findMany({ where: { roomId: room.id, stage: 'first_stance' } });
  const spans = rows.map(({ stage, startedAt, endedAt }) => ({
    stage,
    startedAt: startedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  }));
  const ended = firstStanceEnded(spans);
  if (ended === null) return null;
  const ids = [...personIds];
  const people = await tx.participant.count({
    where: { id: { in: ids }, createdAt: { gte: new Date(ended) } },
  });
  if (people === 0) return null;
  const stances = await tx.stance.findMany({
    where: {
      roomId: room.id,
      motionId,
      round: 1,
      participantId: { in: ids },
      supersededAt: null,
      answer: { in: ['placed', 'unsure'] },
    },
    select: { statedAt: true },
  });
  const stated = stances.filter(({ statedAt }) => isLateFirst(spans, statedAt.getTime())).length;
  return { people, stated: stated > 0 && isToldOf(stated) ? stated : null };
}

/** Where these people stand on a motion, in both rounds, with the claims that they named. */
export async function stancesStated(
  tx: Transaction,
  room: Pick<ReportRoom, 'id'>,
  motionId: string,
  personIds: readonly string[],
): Promise<(StanceFact & { confidence: number | null })[]> {
  const rows = await tx.stance.findMany({
    where: {
      roomId: room.id,
      motionId,
      participantId: { in: [...personIds] },
      supersededAt: null,
      answer: { in: ['placed', 'unsure'] },
    },
    select: {
      participantId: true,
      round: true,
      value: true,
      confidence: true,
      reasons: { orderBy: { position: 'asc' }, select: { claimId: true } },
    },
  });
  return rows.map(({ participantId, round, value, confidence, reasons }) => ({
    person: participantId,
    round: round === 2 ? 2 : 1,
    value,
    confidence,
    reasons: reasons.map(({ claimId }) => claimId),
  }));
}
