import 'server-only';
import { ok } from '../../domain/result';
import { stepsDue } from '../../domain/room/clock';
import { roundOfStep } from '../../domain/room/plan';
import { database, type Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { log } from '../log';
import { enterStep, openLog, stepAt } from './enter-step';
import { lockRoom } from './locked-room';

/** Rooms looked at in one round; what is left comes a second later. */
const MOST_AT_ONCE = 50;

/**
 * Moves every class whose step is over on to the next one, where its plan says so; after a time without a server also
 * through several dated steps at once. Several instances may do this at the same moment: a room that another one has in
 * hand is left to it.
 * @param moment stands in for the database's clock, in tests
 * @returns the rooms that were moved
 */
export async function moveDueRooms(moment?: Date): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>({
    name: 'due-rooms',
    text: `SELECT "id" FROM "Room"
           WHERE "stageEndsAt" <= coalesce($1, clock_timestamp()) AND "kind" = 'class' AND "stage" <> 'closed'
             AND ("plan" -> "step"::int ->> 'movesOn')::boolean AND "step" < jsonb_array_length("plan") - 1
           ORDER BY "stageEndsAt" LIMIT ${MOST_AT_ONCE}`,
    values: [moment ?? null],
  });
  const moved: string[] = [];
  for (const { id } of rows) {
    try {
      const result = await inTransaction(async (tx) => ok(await moveDueRoom(tx, id, moment)));
      if (result.ok && result.value) moved.push(id);
    } catch (error) {
      // One room that cannot be moved must not keep the others waiting; it is tried again in a second.
      log.error({ err: error, roomId: id }, 'a room could not be moved on');
    }
  }
  return moved;
}

async function moveDueRoom(tx: Transaction, id: string, moment?: Date): Promise<boolean> {
  // An advisory lock says "in another instance's hands"; whoever writes in the room holds its row, and is waited for.
  const [turn] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`due ${id}`}, 0)) AS "isMine"`;
  if (!turn?.isMine) return false;
  const room = await lockRoom(tx, id, moment);
  if (room.stage === 'closed') return false;
  const due = stepsDue(room.plan, room.step, room.clock, room.now);
  const last = due.pop();
  if (last === undefined) return false;
  // Those whose dates went by without a server leave a trace, and no time.
  for (const passed of due) {
    const { stage } = stepAt(room.plan, passed);
    await openLog(tx, room, { step: passed, stage, round: roundOfStep(room.plan, passed) });
  }
  await enterStep(tx, room, last);
  return true;
}
