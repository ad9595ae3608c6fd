import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { RoomEvent } from '../../../domain/room/events';
import type { ChangePerson } from '../../../domain/room/people';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import type { PersonSubject } from '../../../policy/subjects';
import { type AuditedAction, audit } from '../../audit';
import type { Transaction } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { recordEvent } from '../events';
import { roomContext } from '../room-context';
import { erasePerson } from './erase-person';
import { heldPerson, type PersonRow, personSubject } from './person-rows';
import { seatsBelow } from './seats-below';

type Act = ChangePerson['act'];

const AUDITED: Record<Act, AuditedAction> = {
  role: 'person-role',
  mute: 'person-mute',
  unmute: 'person-unmute',
  remove: 'person-remove',
  return: 'person-return',
  erase: 'person-erase',
};

const EVENTS: Record<Act, RoomEvent> = {
  role: 'person-changed',
  mute: 'person-changed',
  unmute: 'person-changed',
  remove: 'person-left',
  return: 'person-joined',
  erase: 'person-left',
};

const mayDo = (actor: Actor, subject: PersonSubject, change: ChangePerson): boolean => {
  switch (change.act) {
    case 'role':
      return can(actor, 'person:change-role', { ...subject, to: change.role });
    case 'mute':
    case 'unmute':
      return can(actor, 'person:mute', subject);
    case 'remove':
    case 'return':
      return can(actor, 'person:remove', subject);
    case 'erase':
      return can(actor, 'person:erase', subject);
  }
};

/** Whether it is so already: the same again changes nothing and is not logged. */
const isDone = (row: PersonRow, change: ChangePerson): boolean => {
  switch (change.act) {
    case 'role':
      return row.role === change.role;
    case 'mute':
      return row.mutedAt !== null;
    case 'unmute':
      return row.mutedAt === null;
    case 'remove':
      return row.leftAt !== null;
    case 'return':
      return row.leftAt === null;
    case 'erase':
      return row.userId === null && !row.isPlace;
  }
};

/** Decides about one person of a room: their role, whether others read them, whether they are there at all. */
export async function changePerson(
  actor: Actor,
  roomId: string,
  participantId: string,
  change: ChangePerson,
): Promise<Result<null, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:people', room)) return err(failure('not-allowed'));
  return inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const row = await heldPerson(tx, roomId, participantId);
    if (!row) return err(failure('not-found'));
    const subject = personSubject(actor, room, row, row.owners);
    if (!mayDo(actor, subject, change)) return err(failure('not-allowed'));
    if (isDone(row, change)) return ok(null);
    // Who is erased or was taken out has no role and nothing to say.
    if (change.act === 'return' && row.userId === null && !row.isPlace) return err(failure('not-found'));
    await carryOut(tx, roomId, row, change);
    await recordEvent(tx, roomId, EVENTS[change.act], participantId);
    await audit(tx, actor, AUDITED[change.act], {
      roomId,
      subjectId: participantId,
      reason: change.act === 'role' ? change.role : 'reason' in change ? (change.reason ?? null) : null,
    });
    return ok(null);
  });
}

async function carryOut(
  tx: Transaction,
  roomId: string,
  row: PersonRow,
  change: ChangePerson,
): Promise<void> {
  const now = new Date();
  const below = async () => (await seatsBelow(tx, roomId, row.userId)).map(({ id }) => id);
  const set = async (ids: readonly string[], data: object) => {
    await tx.participant.updateMany({ where: { id: { in: [...ids] } }, data });
  };
  switch (change.act) {
    case 'role':
      await set([row.id], { role: change.role });
      // In a group everybody sits as a participant: whether they are counted there goes by what they are in the class.
      await tx.participant.updateMany({
        where: { id: { in: await below() }, ...(change.role === 'participant' ? { leftAt: null } : {}) },
        data: { isCounted: change.role === 'participant' },
      });
      return;
    case 'mute':
      return set([row.id, ...(await below())], { mutedAt: now });
    case 'unmute':
      return set([row.id, ...(await below())], { mutedAt: null });
    case 'remove':
      return set([row.id, ...(await below())], { leftAt: now, asksHelpAt: null });
    case 'return':
      // Into the class; into which group is for whoever makes the groups.
      return set([row.id], { leftAt: null });
    case 'erase':
      return erasePerson(tx, roomId, row, change.texts);
  }
}
