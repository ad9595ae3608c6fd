import 'server-only';
import { clockOfStep, type StepClock } from '../../domain/room/clock';
import type { RoomEvent } from '../../domain/room/events';
import { actsAt, type PlanStep, type RoomPlan, roundOfStep } from '../../domain/room/plan';
import type { Transaction } from '../database/client';
import { recordEvent } from './events';
import { type LockedRoom, roomsOfClass } from './locked-room';

/**
 * Puts a class and its groups at a step of its plan: the one place that does. Ends the log of the step before, opens that of
 * this one and tells everybody. What the projector showed large was of the step before. The room is locked by its caller.
 */
export async function enterStep(tx: Transaction, room: LockedRoom, to: number): Promise<void> {
  const entered = stepAt(room.plan, to);
  const rooms = await roomsOfClass(tx, room.id);
  const revealedAt = room.revealedAt ?? (entered.stage === 'reveal' ? new Date(room.now) : null);
  await tx.room.updateMany({
    where: { id: { in: rooms } },
    data: {
      ...columnsOf(room.plan, entered, to, revealedAt),
      ...clockColumns(clockOfStep(entered, room.now)),
      stageStartedAt: new Date(room.now),
      spotlightId: null,
    },
  });
  await openLog(tx, room, { step: to, stage: entered.stage, round: roundOfStep(room.plan, to) });
  await tellRooms(tx, rooms, 'step-changed');
}

/**
 * What a step makes of a room, but for its clock.
 * @param revealedAt when the room first showed what came of it; null when it has not, and does not at this step
 */
export const columnsOf = (plan: RoomPlan, step: PlanStep, index: number, revealedAt: Date | null) => ({
  step: index,
  stage: step.stage,
  round: roundOfStep(plan, index),
  acts: actsAt(step, revealedAt !== null),
  revealedAt,
  voice: step.voice,
  speakers: step.speakers,
});

export const clockColumns = ({ endsAt, leftMs }: StepClock) => ({
  stageEndsAt: endsAt === null ? null : new Date(endsAt),
  stageLeftMs: leftMs,
});

export function stepAt(plan: RoomPlan, index: number): PlanStep {
  const step = plan[index];
  if (!step) throw new Error('The plan has no such step');
  return step;
}

/** Ends the open row of the room's log, if there is one. */
export async function endLog(tx: Transaction, { id, now }: Pick<LockedRoom, 'id' | 'now'>): Promise<void> {
  await tx.roomStep.updateMany({ where: { roomId: id, endedAt: null }, data: { endedAt: new Date(now) } });
}

/** Ends the open row of the room's log and begins the next one. */
export async function openLog(
  tx: Transaction,
  room: Pick<LockedRoom, 'id' | 'now'>,
  at: { step: number; stage: PlanStep['stage']; round: number },
): Promise<void> {
  await endLog(tx, room);
  const { _max } = await tx.roomStep.aggregate({ where: { roomId: room.id }, _max: { number: true } });
  await tx.roomStep.create({
    data: { ...at, roomId: room.id, number: (_max.number ?? 0) + 1, startedAt: new Date(room.now) },
  });
}

/**
 * The same event in each of these rooms, about itself; nobody listens in a group that is closed. Groups are opened anew without
 * end, each event is a statement of its own, and whoever votes waits for all of them.
 */
export async function tellRooms(tx: Transaction, rooms: readonly string[], event: RoomEvent): Promise<void> {
  const open = await tx.room.findMany({
    where: { id: { in: [...rooms] }, OR: [{ kind: { not: 'breakout' } }, { archivedAt: null }] },
    select: { id: true },
  });
  const isOpen = new Set(open.map(({ id }) => id));
  for (const id of rooms) if (isOpen.has(id)) await recordEvent(tx, id, event, id);
}
