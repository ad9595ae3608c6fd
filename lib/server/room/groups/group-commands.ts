import 'server-only';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { divide } from '../../../domain/room/grouping';
import type { ChangeGroups, GroupsView, MoveToGroup, ProposeGroups } from '../../../domain/room/groups';
import type { Actor } from '../../../policy/actor';
import { audit } from '../../audit';
import { database, type Transaction } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { classFor } from '../class-for';
import { recordEvent } from '../events';
import { type LockedRoom, lockRoom } from '../locked-room';
import type { RoomContext } from '../room-context';
import { newRoomKey } from '../room-key';
import { isEnoughForCamps, isEnoughToMix, newSeed, seatsOfClass, seedOf, withStances } from './class-people';
import { leaveGroupsOf, openGroups, seatInGroup } from './group-seats';
import { groupsView } from './groups-query';

/** Breakout groups: opened, named, closed, and people moved between them. Each change is one transaction under the class's lock. */

/**
 * How the class would be divided; no groups are made. By stance only once enough people have said where they stand, always the same
 * for the same number of groups, fewer groups than were asked for where people could be told apart by them, and not without an
 * entry in the log: whoever asks learns who is near to whom.
 */
export async function proposeGroups(
  actor: Actor,
  roomId: string,
  { by, count }: ProposeGroups,
): Promise<Result<{ groups: string[][] }, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const { prisma } = database();
  const people = await withStances(prisma, found.value.room, await seatsOfClass(prisma, roomId));
  if (by === 'random') return ok({ groups: divide(people, count, by, newSeed()) });
  const isEnough = by === 'alike' ? isEnoughForCamps : isEnoughToMix;
  if (!isEnough(people)) return err(failure('too-few-answers'));
  await audit(prisma, actor, 'groups-by-stance', { roomId, reason: `${by} ${count}` });
  return ok({ groups: divide(people, count, by, seedOf(roomId, `${by} ${count}`)) });
}

/** Opens, renames, closes or opens groups again, or takes in who came late; the groups as they are then. */
export async function changeGroups(
  actor: Actor,
  roomId: string,
  input: ChangeGroups,
): Promise<Result<GroupsView, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const { room } = found.value;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const refused = refusalToDivide(await lockRoom(tx, roomId), input.action);
    if (refused) return err(refused);
    const changed = await change(tx, room, input);
    if (!changed.ok) return changed;
    if (changed.value.length === 0) return ok(null);
    await tellGroups(tx, roomId, changed.value);
    await audit(tx, actor, input.action === 'open' ? 'groups-open' : 'groups-change', {
      roomId,
      reason: input.action,
    });
    return ok(null);
  });
  return done.ok ? ok(await groupsView(room)) : done;
}

/**
 * Why the groups stay as they are. From the reveal on the report shows how far each group moved: whoever could put people together
 * anew would read from the numbers what one of them said.
 */
function refusalToDivide({ stage }: LockedRoom, action: ChangeGroups['action'] | 'move'): Failure | null {
  if (stage === 'closed') return failure('room-closed');
  return stage === 'reveal' && action !== 'rename' ? failure('after-reveal') : null;
}

/** The class hears of it, and each group that it concerns. */
async function tellGroups(tx: Transaction, classId: string, groupIds: readonly string[]): Promise<void> {
  for (const id of [classId, ...new Set(groupIds)]) await recordEvent(tx, id, 'groups-changed', id);
}

/** Does it; the groups that changed. */
async function change(
  tx: Transaction,
  room: RoomContext,
  input: ChangeGroups,
): Promise<Result<string[], Failure>> {
  const now = new Date();
  switch (input.action) {
    case 'open':
      return openNewGroups(tx, room, input.groups, now);
    case 'close':
      return closeGroups(tx, room, input.groupId ? [input.groupId] : null, now);
    case 'reopen':
      return reopenGroup(tx, room, input.groupId, now);
    case 'add-late':
      return addLate(tx, room);
    case 'rename': {
      const where = {
        id: input.groupId,
        parentId: room.id,
        kind: 'breakout',
        name: { not: input.name },
      } as const;
      if (!(await isGroup(tx, room, input.groupId))) return err(failure('not-found', { field: 'groupId' }));
      const { count } = await tx.room.updateMany({ where, data: { name: input.name } });
      return ok(count > 0 ? [input.groupId] : []);
    }
  }
}

const isGroup = async (tx: Transaction, room: RoomContext, id: string): Promise<boolean> =>
  (await tx.room.count({ where: { id, parentId: room.id, kind: 'breakout' } })) > 0;

async function openNewGroups(
  tx: Transaction,
  room: RoomContext,
  groups: readonly { name: string; participantIds: readonly string[] }[],
  now: Date,
): Promise<Result<string[], Failure>> {
  const seats = await seatsOfClass(tx, room.id);
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const asked = groups.flatMap(({ participantIds }) => participantIds);
  if (new Set(asked).size !== asked.length) return err(failure('invalid-input', { field: 'groups' }));
  const closed = await closeGroups(tx, room, null, now);
  if (!closed.ok) return closed;
  const like = await columnsOfClass(tx, room.id);
  const opened: string[] = [];
  for (const { name, participantIds } of groups) {
    const id = uuidv7();
    await tx.room.create({
      data: {
        ...like,
        id,
        debateId: room.debateId,
        parentId: room.id,
        kind: 'breakout',
        name,
        key: newRoomKey(),
        path: [],
        hasOpenDoors: false,
      },
    });
    // Whoever left since the groups were looked at is in none of them.
    await seatInGroup(
      tx,
      id,
      participantIds.flatMap((seatId) => seatOf.get(seatId) ?? []),
    );
    opened.push(id);
  }
  return ok([...closed.value, ...opened]);
}

/** What a group has of its class: where that is in its plan, what it lets people do, and what it asks of them. */
async function columnsOfClass(tx: Transaction, classId: string) {
  const { plan, quotas, rubric, ...like } = await tx.room.findUniqueOrThrow({
    where: { id: classId },
    select: {
      plan: true,
      step: true,
      stage: true,
      round: true,
      acts: true,
      voice: true,
      speakers: true,
      stageStartedAt: true,
      stageEndsAt: true,
      stageLeftMs: true,
      showsCountsEarly: true,
      namesCanBeRevealed: true,
      quotas: true,
      rubric: true,
      claimsNeedApproval: true,
      notesNeedApproval: true,
      notesBeforeOthers: true,
      retainUntil: true,
      revealedAt: true,
    },
  });
  return { ...like, plan: plan ?? [], quotas: quotas ?? {}, rubric: rubric ?? [] };
}

/** Those of these that are open, or all: their seats end at the moment at which they are closed. */
async function closeGroups(
  tx: Transaction,
  room: RoomContext,
  ids: readonly string[] | null,
  now: Date,
): Promise<Result<string[], Failure>> {
  const open = (await openGroups(tx, room.id)).map(({ id }) => id);
  const closing = ids === null ? open : open.filter((id) => ids.includes(id));
  for (const id of ids ?? []) {
    if (!(await isGroup(tx, room, id))) return err(failure('not-found', { field: 'groupId' }));
  }
  await tx.participant.updateMany({
    where: { roomId: { in: closing }, leftAt: null },
    data: { leftAt: now },
  });
  await tx.room.updateMany({ where: { id: { in: closing } }, data: { archivedAt: now } });
  return ok(closing);
}

/** Those who sat in it when it was closed sit in it again, unless they are in another one by now or left the class. */
async function reopenGroup(
  tx: Transaction,
  room: RoomContext,
  groupId: string,
  now: Date,
): Promise<Result<string[], Failure>> {
  const group = await tx.room.findFirst({
    where: { id: groupId, parentId: room.id, kind: 'breakout' },
    select: { archivedAt: true, participants: { select: { userId: true, leftAt: true } } },
  });
  if (!group) return err(failure('not-found', { field: 'groupId' }));
  const { archivedAt } = group;
  if (archivedAt === null) return ok([]);
  const sitting = new Set(
    (await openGroups(tx, room.id)).flatMap(({ participants }) => participants.map(({ userId }) => userId)),
  );
  const back = new Set(
    group.participants
      .filter(({ leftAt }) => leftAt?.getTime() === archivedAt.getTime())
      .map(({ userId }) => userId),
  );
  const seats = (await seatsOfClass(tx, room.id)).filter(
    ({ userId }) => back.has(userId) && !sitting.has(userId),
  );
  const { stageStartedAt: _, ...like } = await columnsOfClass(tx, room.id);
  await tx.room.update({ where: { id: groupId }, data: { ...like, stageStartedAt: now, archivedAt: null } });
  await tx.participant.updateMany({ where: { roomId: groupId }, data: { isCounted: false } });
  await seatInGroup(tx, groupId, seats);
  return ok([groupId]);
}

async function addLate(tx: Transaction, room: RoomContext): Promise<Result<string[], Failure>> {
  const groups = await openGroups(tx, room.id);
  if (groups.length === 0) return err(failure('not-now'));
  const sizes = groups.map(({ id, participants }) => ({ id, size: participants.length }));
  const sitting = new Set(groups.flatMap(({ participants }) => participants.map(({ userId }) => userId)));
  const changed: string[] = [];
  for (const seat of await seatsOfClass(tx, room.id)) {
    if (sitting.has(seat.userId)) continue;
    const smallest = sizes.reduce((least, group) => (group.size < least.size ? group : least));
    await seatInGroup(tx, smallest.id, [seat]);
    smallest.size += 1;
    changed.push(smallest.id);
  }
  return ok(changed);
}

/**
 * Moves a person of the class to a group, or to none. Their seat in the group that they leave ends and what they wrote there
 * stays theirs; one that they had in the group that they come to is theirs again.
 * @param participantId the person's seat in the class
 */
export async function moveToGroup(
  actor: Actor,
  roomId: string,
  participantId: string,
  { groupId }: MoveToGroup,
): Promise<Result<GroupsView, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const { room } = found.value;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const refused = refusalToDivide(await lockRoom(tx, roomId), 'move');
    if (refused) return err(refused);
    const seat = (await seatsOfClass(tx, roomId)).find(({ id }) => id === participantId);
    if (!seat) return err(failure('not-found'));
    const groups = await openGroups(tx, roomId);
    if (groupId !== null && !groups.some(({ id }) => id === groupId)) {
      return err(failure('not-found', { field: 'groupId' }));
    }
    const from = groups.find(({ participants }) => participants.some(({ userId }) => userId === seat.userId));
    if ((from?.id ?? null) === groupId) return ok(null);
    const left = await leaveGroupsOf(tx, roomId, [seat.userId], new Date());
    if (groupId !== null) await seatInGroup(tx, groupId, [seat]);
    await tellGroups(tx, roomId, [...left, ...(groupId === null ? [] : [groupId])]);
    await audit(tx, actor, 'groups-change', { roomId, subjectId: participantId, reason: 'move' });
    return ok(null);
  });
  return done.ok ? ok(await groupsView(room)) : done;
}
