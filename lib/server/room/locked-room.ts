import 'server-only';
import type { RoomStage } from '../../domain/debate/view';
import { failure } from '../../domain/failure';
import type { StepClock } from '../../domain/room/clock';
import type { RoomPlan } from '../../domain/room/plan';
import type { Transaction } from '../database/client';
import { RolledBack } from '../database/transaction';
import { storedPlan } from './stored-plan';

/** A room as whoever changes its run finds it: nobody else changes that until the transaction ends. */
export interface LockedRoom {
  id: string;
  plan: RoomPlan;
  step: number;
  stage: RoomStage;
  clock: StepClock;
  /** When it first showed what came of it. */
  revealedAt: Date | null;
  closedAt: Date | null;
  archivedAt: Date | null;
  /** Milliseconds since 1970 by the database's clock, read when the lock was had. */
  now: number;
}

interface Row {
  plan: unknown;
  step: number;
  stage: RoomStage;
  stageEndsAt: Date | null;
  stageLeftMs: number | null;
  revealedAt: Date | null;
  closedAt: Date | null;
  archivedAt: Date | null;
  now: Date;
}

/**
 * Takes the lock on a class, before anything else in the transaction: whoever moves it and whoever writes in it wait for
 * each other here. Within `inTransaction`: a room that was erased meanwhile is `not-found`.
 * @param moment stands in for the database's clock, in tests
 */
export async function lockRoom(tx: Transaction, id: string, moment?: Date): Promise<LockedRoom> {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT "plan", "step", "stage"::text, "stageEndsAt", "stageLeftMs", "revealedAt", "closedAt", "archivedAt", clock_timestamp() AS "now"
    FROM "Room" WHERE "id" = ${id}::uuid`;
  // Erased while its lock was waited for.
  if (!row) throw new RolledBack(failure('not-found'));
  return {
    id,
    plan: storedPlan(row.plan),
    step: row.step,
    stage: row.stage,
    clock: { endsAt: row.stageEndsAt?.getTime() ?? null, leftMs: row.stageLeftMs },
    revealedAt: row.revealedAt,
    closedAt: row.closedAt,
    archivedAt: row.archivedAt,
    now: (moment ?? row.now).getTime(),
  };
}

/** The rooms that go through a class's steps with it: the class, then its groups, closed ones too, so that they stay what it is. */
export async function roomsOfClass(tx: Transaction, classId: string): Promise<string[]> {
  const groups = await tx.room.findMany({
    where: { parentId: classId, kind: 'breakout' },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return [classId, ...groups.map(({ id }) => id)];
}
