import { describe, expect, test } from 'vitest';
import { planOf } from '../../domain/room/plans';
import { openRoomInput } from '../../domain/room/setup';
import { database } from '../database/client';
import { aBreakout, aDebate, aPerson } from '../testing/a-debate';
import { valueIn } from '../testing/expecting';
import { moveDueRooms } from './due-steps';
import { openRoom } from './open-room';
import { changeClock } from './step-commands';

const DAY_MS = 24 * 60 * 60 * 1000;
const later = (ms: number) => new Date(Date.now() + ms);

async function aRunningClass(
  plan = planOf('oxford', Date.now()).map((step) => ({ ...step, movesOn: true })),
) {
  const debate = await aDebate();
  const teacher = await aPerson();
  const input = openRoomInput.parse({ name: 'Class', debate: debate.slug, plan });
  return { debate, teacher, ...valueIn(await openRoom(teacher, input)) };
}

const stepOf = async (id: string) => (await database().prisma.room.findUniqueOrThrow({ where: { id } })).step;
const logOf = async (roomId: string) =>
  (await database().prisma.roomStep.findMany({ where: { roomId }, orderBy: { number: 'asc' } })).map(
    ({ step }) => step,
  );

/** Transactions that wait for this test's row lock; test files have databases of their own. */
const rowWaiters = async () => {
  const { rows } = await database().pool.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return rows[0]?.count ?? 0;
};

describe('rooms whose step is over', () => {
  test('go on, with their groups, when the plan says so and not before', async () => {
    const { debate, roomId } = await aRunningClass();
    const group = await aBreakout(debate, roomId);
    expect(await moveDueRooms(later(7 * 60_000))).not.toContain(roomId);
    expect(await moveDueRooms(later(9 * 60_000))).toContain(roomId);
    expect([await stepOf(roomId), await stepOf(group)]).toEqual([1, 1]);
  });

  test('stay where the plan leaves it to a teacher, and while their clock stands', async () => {
    const byHand = await aRunningClass(planOf('oxford', Date.now()));
    const standing = await aRunningClass();
    valueIn(await changeClock(standing.teacher, standing.roomId, { action: 'pause' }));
    const moved = await moveDueRooms(later(60 * 60_000));
    expect(moved).not.toContain(byHand.roomId);
    expect(moved).not.toContain(standing.roomId);
  });

  test('are moved once, whoever else is at it at the same moment', async () => {
    const { roomId } = await aRunningClass();
    const at = later(9 * 60_000);
    const moved = await Promise.all([moveDueRooms(at), moveDueRooms(at), moveDueRooms(at)]);
    expect(moved.flat().filter((id) => id === roomId)).toHaveLength(1);
    expect(await logOf(roomId)).toEqual([0, 1]);
  });

  test('wait for whoever writes in the room at that moment', async () => {
    const { roomId } = await aRunningClass();
    const move = await database().prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId}::uuid FOR SHARE`;
      const moving = moveDueRooms(later(9 * 60_000));
      await expect.poll(() => rowWaiters()).toBeGreaterThan(0);
      return { moving };
    });
    expect(await move.moving).toContain(roomId);
    expect(await stepOf(roomId)).toBe(1);
  });

  test('catch up through dates that went by without a server', async () => {
    const { roomId } = await aRunningClass(planOf('seminar', Date.now()));
    expect(await moveDueRooms(later(22 * DAY_MS))).toContain(roomId);
    expect(await stepOf(roomId)).toBe(3);
    expect(await logOf(roomId)).toEqual([0, 1, 2, 3]);
    // The second stance is ended by hand.
    await moveDueRooms(later(90 * DAY_MS));
    await moveDueRooms(later(90 * DAY_MS));
    expect(await stepOf(roomId)).toBe(4);
  });
});
