import 'server-only';
import type { Confidence, OwnStance, StanceSummary } from '../../domain/debate/view';
import { showsOwnCheck, showsOwnStance, showsStances } from '../../domain/room/visibility';
import type { Statement } from '../../domain/stance/answered-again';
import { summarizeStances } from '../../domain/stance/bands';
import { type AskedStance, askedStance, hasLatePath, type LateComer } from '../../domain/stance/late';
import type { Actor } from '../../policy/actor';
import type { Transaction } from '../database/client';
import { COUNTED } from '../room/counted';
import type { RoomContext } from '../room/room-context';

/** What a person is shown of where they stand themselves. */
export interface OwnStances {
  /** Of the round that the room asks about, else of its open one; null while there is none, and while it is put away. */
  ownStance: OwnStance | null;
  /** Of the first round, beside that of the second; null while it is put away. */
  firstStance: OwnStance | null;
  /** They have said where they stand in the open round, whether or not that is shown. */
  hasStated: boolean;
  /** What the room takes from them now. */
  asks: AskedStance | null;
  /** Whether what their own votes imply may be shown. */
  showsCheck: boolean;
}

/** This participant's current stances on a motion, as far as the room's stage shows them. */
export async function ownStances(tx: Transaction, room: RoomContext, motionId: string): Promise<OwnStances> {
  const asks = askedStance(room, await lateComer(tx, room));
  const rows = room.participantId
    ? await tx.stance.findMany({
        where: { roomId: room.id, motionId, participantId: room.participantId, supersededAt: null },
        include: { reasons: { orderBy: { position: 'asc' }, select: { claimId: true } } },
      })
    : [];
  const isSaid = (round: number) => rows.some((row) => row.round === round && row.answer !== 'withdrawn');
  const hasSecond = isSaid(2);
  const shown = (round: 1 | 2): OwnStance | null => {
    const row = rows.find((one) => one.round === round);
    const isLate = asks?.isLate ?? false;
    if (!row || !showsOwnStance({ room, round, hasSecond, isLate })) return null;
    const { answer, value, confidence, reason, seq, reasons } = row;
    return {
      answer,
      value,
      // The database holds confidence within 1..4.
      confidence: confidence as Confidence | null,
      reason,
      movedBy: reasons.map(({ claimId }) => claimId),
      seq: Number(seq),
    };
  };
  const open = room.round === 2 ? 2 : 1;
  return {
    ownStance: shown(open),
    firstStance: open === 2 ? shown(1) : null,
    hasStated: isSaid(open),
    asks,
    showsCheck: showsOwnCheck({ room, hasSecond }),
  };
}

/** Whether the room has ever shown what came of it: from then on nobody is asked where they stand. The commons never closes. */
export const wasRevealed = async (tx: Transaction, { id, kind }: RoomContext): Promise<boolean> =>
  kind !== 'commons' && (await tx.room.count({ where: { id, revealedAt: { not: null } } })) > 0;

/** What decides whether somebody came in too late for the first stance; null where that plays no part. */
export async function lateComer(tx: Transaction, room: RoomContext): Promise<LateComer | null> {
  if (room.participantId === null || !hasLatePath(room) || (await wasRevealed(tx, room))) return null;
  // A group goes through the steps of its class, and who was moved into one was in the class before.
  const rooms = room.path.slice(1);
  const seats = room.homes.slice(1).flatMap(({ seatId }) => seatId ?? []);
  const [steps, joined, votes] = await Promise.all([
    tx.roomStep.findMany({ where: { roomId: { in: rooms }, stage: 'first_stance' } }),
    tx.participant.aggregate({ where: { id: { in: seats } }, _min: { createdAt: true } }),
    tx.vote.count({
      where: { participant: { OR: [{ id: { in: seats } }, { actsForId: { in: seats } }] } },
    }),
  ]);
  if (joined._min.createdAt === null) return null;
  return {
    steps: steps.map(({ stage, startedAt, endedAt }) => ({
      stage,
      startedAt: startedAt.getTime(),
      endedAt: endedAt?.getTime() ?? null,
    })),
    joinedAt: joined._min.createdAt.getTime(),
    hasVoted: votes > 0,
  };
}

/** How the room stands on a motion in its open round; null where this actor may not see it (yet). */
export async function stanceSummary(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  motionId: string,
  own: OwnStance | null,
): Promise<StanceSummary | null> {
  const hasAnswered = own !== null && own.answer !== 'withdrawn';
  if (!showsStances({ room, takesPart: actor.kind === 'person', hasAnswered })) return null;
  const rows = await tx.stance.findMany({
    where: {
      roomId: room.id,
      motionId,
      round: room.round,
      supersededAt: null,
      answer: { in: ['placed', 'unsure'] },
      participant: COUNTED,
    },
    select: { value: true },
  });
  return summarizeStances(rows);
}

/**
 * All that these people said of a motion who said something more than once, those of each from the oldest to the newest; and when
 * the motion came to mean what it says now, 0 where it always did. Milliseconds since 1970.
 */
export async function statementsAgain(
  tx: Transaction,
  room: Pick<RoomContext, 'id'>,
  motionId: string,
  personIds: readonly string[],
): Promise<{ statements: Statement[]; since: number }> {
  const statements = await tx.$queryRaw<Statement[]>`
    SELECT s."participantId" AS "person", s."answer"::text AS "answer", s."value"::int AS "value",
      (extract(epoch FROM s."statedAt") * 1000)::float8 AS "statedAt"
    FROM "Stance" s
    WHERE s."roomId" = ${room.id}::uuid AND s."motionId" = ${motionId}::uuid AND s."participantId" IN (
      SELECT a."participantId" FROM "Stance" a
      WHERE a."roomId" = ${room.id}::uuid AND a."motionId" = ${motionId}::uuid
        AND a."participantId" = ANY (${[...personIds]}::uuid[])
      GROUP BY a."participantId" HAVING count(*) > 1)
    ORDER BY s."participantId", s."statedAt", s."seq"`;
  // Words that were brought back mean again what they meant, from then on.
  const [meaning] = await tx.$queryRaw<{ since: number | null }[]>`
    SELECT CASE WHEN min(r."number") > 1 THEN (extract(epoch FROM min(r."createdAt")) * 1000)::float8 END AS "since"
    FROM "Claim" c JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
      JOIN "ClaimRevision" r ON r."claimId" = c."id" AND r."meaning" = now."meaning"
    WHERE c."id" = ${motionId}::uuid AND NOT EXISTS (
      SELECT FROM "ClaimRevision" o WHERE o."claimId" = c."id" AND o."number" > r."number" AND o."meaning" <> now."meaning")`;
  return { statements, since: statements.length === 0 ? 0 : (meaning?.since ?? 0) };
}
