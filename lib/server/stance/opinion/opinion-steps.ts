import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import type { Axes, DrawnOpinion, OpinionHistory } from '../../../domain/stance/opinion/draw-map';
import { database, type Transaction } from '../../database/client';
import type { RoomOpinions } from './opinion-facts';

/**
 * How the opinion map of a room goes on, step by step (`OpinionStep`, `OpinionGroup`). Each step is written once, by whichever
 * instance was first; all others draw that one.
 */

interface OpinionStep {
  cut: bigint;
  began: Loadings;
  axes: Loadings;
  path: number[];
  next: number;
  votes: number;
  changes: number;
}

/** Left-right and up-down, by claim id. */
type Loadings = Record<string, [number, number]>;

/** Between two looks at whether all votes that were being cast are there. */
const SETTLING_MS = 20;
const MOST_LOOKS = 50;

/**
 * The newest vote event of which all before are there too: events are numbered before they can be seen, so one with a lower number
 * could still come, alone. Null when something took longer than a second to be written; to be asked again later.
 */
export async function settledVotes(roomId: string): Promise<bigint | null> {
  const { pool } = database();
  const { rows } = await pool.query<{ newest: string; writers: string }>({
    name: 'newest-vote',
    text: `SELECT coalesce((SELECT max("ordinal") FROM "VoteEvent" WHERE "roomId" = $1), 0)::text AS "newest",
        pg_snapshot_xmax(pg_current_snapshot())::text AS "writers"`,
    values: [roomId],
  });
  const [now] = rows;
  for (let look = 0; now && look < MOST_LOOKS; look += 1) {
    const { rowCount } = await pool.query({
      name: 'settled-votes',
      text: 'SELECT WHERE pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8',
      values: [now.writers],
    });
    if (rowCount) return BigInt(now.newest);
    await pause(SETTLING_MS);
  }
  return null;
}

export async function opinionStep(tx: Transaction, roomId: string): Promise<OpinionStep | null> {
  const step = await tx.opinionStep.findUnique({ where: { roomId } });
  return (
    step && { ...step, began: step.began as unknown as Loadings, axes: step.axes as unknown as Loadings }
  );
}

/**
 * What the step's map left, for these people and claims.
 * @param axes those where its own axes began, to draw it again, or those where they came to lie, to draw the next one
 */
export async function historyOf(
  tx: Transaction,
  roomId: string,
  step: OpinionStep,
  axes: 'began' | 'axes',
  { seatIds, facts }: RoomOpinions,
): Promise<OpinionHistory> {
  const rows = await tx.opinionGroup.findMany({
    where: { roomId },
    select: { participantId: true, group: true },
  });
  const groupOf = new Map(rows.map(({ participantId, group }) => [participantId, group]));
  const along = (axis: 0 | 1) =>
    Float64Array.from(facts.claims, ({ claimId }) => step[axes][claimId]?.[axis] ?? 0);
  return {
    axes: [along(0), along(1)],
    group: Int16Array.from(seatIds, (id) => groupOf.get(id) ?? -1),
    path: step.path.length > 0 ? step.path : null,
    next: step.next,
  };
}

/** The step that a map is drawn for. */
interface NextStep {
  cut: bigint;
  /** What it follows on; null for the first. */
  after: OpinionStep | null;
  /** Votes that changed since the one before. */
  changes: number;
}

/**
 * Keeps the step and the groups of its people.
 * @returns false when another instance went on first; nothing is kept then
 */
export async function keepStep(
  roomId: string,
  { cut, after, changes }: NextStep,
  { seatIds, facts }: RoomOpinions,
  { history, began, hasChosen, map }: DrawnOpinion,
): Promise<boolean> {
  const loadings = ([x, y]: Axes): Loadings =>
    Object.fromEntries(facts.claims.map(({ claimId }, c) => [claimId, [x[c] ?? 0, y[c] ?? 0]]));
  // What is drawn again begins where it began, also with the loadings of claims that are gone and may come back.
  const isAgain = after?.cut === cut && !hasChosen;
  const step = {
    cut,
    began: isAgain ? after.began : loadings(began),
    axes: loadings(history.axes),
    path: [...(history.path ?? [])],
    next: history.next,
    votes: after && !hasChosen ? after.votes : facts.matrix.vote.length,
    changes: after && !hasChosen ? after.changes + changes : 0,
  };
  return database().prisma.$transaction(async (tx) => {
    if (after === null) {
      const { count } = await tx.opinionStep.createMany({
        data: [{ roomId, ...step }],
        skipDuplicates: true,
      });
      if (count === 0) return false;
    } else {
      const { count } = await tx.opinionStep.updateMany({ where: { roomId, cut: after.cut }, data: step });
      if (count === 0) return false;
    }
    // Without groups, everybody stays with the one that they had, for when it comes again.
    if (map.basis) await keepGroups(tx, roomId, seatIds, map.group);
    return true;
  });
}

/** Only what changed is written; a seat that is gone meanwhile is left out. */
async function keepGroups(
  tx: Transaction,
  roomId: string,
  seatIds: readonly string[],
  group: Int16Array,
): Promise<void> {
  const grouped = seatIds.flatMap((id, p) =>
    (group[p] ?? -1) < 0 ? [] : [{ id, group: group[p] as number }],
  );
  await tx.$executeRaw`
    WITH now AS (
      SELECT * FROM unnest(${grouped.map(({ id }) => id)}::uuid[], ${grouped.map((one) => one.group)}::smallint[]) AS n("id", "group")
    ), gone AS (
      DELETE FROM "OpinionGroup" o WHERE o."roomId" = ${roomId}::uuid
        AND NOT EXISTS (SELECT FROM now WHERE now."id" = o."participantId")
    )
    INSERT INTO "OpinionGroup" ("roomId", "participantId", "group")
    SELECT p."roomId", p."id", now."group" FROM now JOIN "Participant" p ON p."id" = now."id" AND p."roomId" = ${roomId}::uuid
    ON CONFLICT ("participantId", "roomId") DO UPDATE SET "group" = EXCLUDED."group"
      WHERE "OpinionGroup"."group" <> EXCLUDED."group"`;
}
