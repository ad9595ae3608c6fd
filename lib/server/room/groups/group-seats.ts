import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { uniqueKey } from '../../../domain/text/plain-text';
import type { Transaction } from '../../database/client';
import type { ClassSeat } from './class-people';

/**
 * Seats in the groups of a class. The class is locked by the caller, and not revealed: of those groups that are open a person is
 * counted in the one to which they were moved last.
 */

const MOST_NAMES = 50;

/**
 * Gives people of the class seats in a group, under the alias that they have in the class; a seat that was left is theirs
 * again, with all that hangs on it.
 */
export async function seatInGroup(
  tx: Transaction,
  groupId: string,
  seats: readonly ClassSeat[],
): Promise<void> {
  const { parentId } = await tx.room.findUniqueOrThrow({
    where: { id: groupId },
    select: { parentId: true },
  });
  await tx.participant.updateMany({
    where: {
      room: { parentId, kind: 'breakout', archivedAt: null },
      userId: { in: seats.map(({ userId }) => userId) },
    },
    data: { isCounted: false },
  });
  const known = await tx.participant.findMany({
    where: { roomId: groupId },
    select: { id: true, userId: true, aliasKey: true },
  });
  const taken = new Set(known.map(({ aliasKey }) => aliasKey));
  for (const seat of seats) {
    const had = known.find(({ userId }) => userId === seat.userId);
    if (had) taken.delete(had.aliasKey);
    const alias = freeAlias(seat.alias, taken);
    taken.add(uniqueKey(alias));
    const { sideId, isInside, mutedAt, userId } = seat;
    const facts = {
      alias,
      aliasKey: uniqueKey(alias),
      sideId,
      isInside,
      mutedAt,
      leftAt: null,
      isCounted: true,
    };
    if (had) await tx.participant.update({ where: { id: had.id }, data: facts });
    else await tx.participant.create({ data: { ...facts, roomId: groupId, userId } });
  }
}

/** The same alias, but for one that somebody else left behind in the group. */
function freeAlias(alias: string, taken: ReadonlySet<string>): string {
  if (!taken.has(uniqueKey(alias))) return alias;
  for (let number = 2; number < MOST_NAMES; number += 1) {
    const next = `${[...alias].slice(0, 36).join('')} ${number}`;
    if (!taken.has(uniqueKey(next))) return next;
  }
  throw new Error('No alias was free');
}

/** Ends the seats that these people have in open groups of the class: what they wrote stays. The groups that they left. */
export async function leaveGroupsOf(
  tx: Transaction,
  classId: string,
  userIds: readonly string[],
  at: Date,
): Promise<string[]> {
  const theirs: Prisma.ParticipantWhereInput = {
    room: { parentId: classId, kind: 'breakout' },
    userId: { in: [...userIds] },
  };
  const where = { ...theirs, leftAt: null };
  const seats = await tx.participant.findMany({ where, select: { roomId: true } });
  await tx.participant.updateMany({ where, data: { leftAt: at } });
  await tx.participant.updateMany({
    where: { ...theirs, room: { parentId: classId, kind: 'breakout', archivedAt: null } },
    data: { isCounted: false },
  });
  return [...new Set(seats.map(({ roomId }) => roomId))];
}

/** The open groups of a class with those who sit in them, the oldest group first. */
export const openGroups = (tx: Transaction, classId: string) =>
  tx.room.findMany({
    where: { parentId: classId, kind: 'breakout', archivedAt: null },
    select: {
      id: true,
      participants: {
        where: { leftAt: null, actsForId: null, userId: { not: null } },
        select: { userId: true },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
