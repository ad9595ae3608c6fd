import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { OwnSeatAnswer, OwnSeatChange } from '../../../domain/room/people';
import { uniqueKey } from '../../../domain/text/plain-text';
import type { Actor, Person } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { audit } from '../../audit';
import type { Transaction } from '../../database/client';
import { breaks } from '../../database/faults';
import { inTransaction } from '../../database/transaction';
import { recordEvent } from '../events';
import { type RoomContext, roomContext } from '../room-context';
import { erasePerson } from './erase-person';
import { heldPerson, personSubject } from './person-rows';
import { hashOfSeatCode, newSeatCode } from './seat-codes';
import { seatsBelow } from './seats-below';
import { freeAlias } from './take-seat';

/** A seat's code is made anew by who teaches: it is said once, the one before stops, and other devices are signed out. */
export async function resetSeatCode(
  actor: Actor,
  roomId: string,
  participantId: string,
): Promise<Result<{ code: string; alias: string | null; name: string | null }, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:people', room)) return err(failure('not-allowed'));
  return inTransaction(async (tx) => {
    const row = await heldPerson(tx, roomId, participantId);
    if (!row) return err(failure('not-found'));
    const subject = personSubject(actor, room, row, row.owners);
    if (row.leftAt || !can(actor, 'person:reset-code', subject)) return err(failure('not-allowed'));
    const code = newSeatCode();
    await tx.participant.update({ where: { id: row.id }, data: { seatCodeHash: hashOfSeatCode(code) } });
    await endSessions(tx, row.userId, null);
    await audit(tx, actor, 'seat-code', { roomId, subjectId: row.id });
    return ok({ code, alias: row.isPlace ? null : row.alias, name: row.placeName });
  });
}

/** Whoever has the seat by an older code is out of it; an account's sessions are not the room's to end. */
const endSessions = async (tx: Transaction, userId: string | null, exceptId: string | null) => {
  if (userId === null) return;
  await tx.session.updateMany({
    where: {
      userId,
      revokedAt: null,
      user: { isGuest: true },
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
    data: { revokedAt: new Date() },
  });
};

/** What a person does about their own seat. */
export async function changeOwnSeat(
  actor: Actor,
  roomId: string,
  change: OwnSeatChange,
): Promise<Result<OwnSeatAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const { participantId } = room;
  // Under one alias in a class and its groups; who goes, goes from all of them.
  if (participantId === null || room.kind !== 'class') return err(failure('not-allowed'));
  // Drawn before: an alias that is taken by then is told, and the person draws again.
  const drawn = change.act === 'draw-alias' ? await freeAlias(roomId) : null;
  try {
    return await inTransaction((tx) => carryOut(tx, actor, { ...room, participantId }, change, drawn));
  } catch (error) {
    if (!breaks(error, 'Participant_roomId_aliasKey_key')) throw error;
    return err(failure('name-taken-here', { field: 'alias' }));
  }
}

async function carryOut(
  tx: Transaction,
  actor: Person,
  room: RoomContext & { participantId: string },
  change: OwnSeatChange,
  drawn: string | null,
): Promise<Result<OwnSeatAnswer, Failure>> {
  const row = await heldPerson(tx, room.id, room.participantId);
  if (!row) return err(failure('not-found'));
  const subject = personSubject(actor, room, row, row.owners);
  switch (change.act) {
    case 'draw-alias': {
      if (await hasContributed(tx, row.id)) return err(failure('not-now'));
      return ok({ alias: await goBy(tx, room.id, row, drawn ?? row.alias), seatCode: null });
    }
    case 'take-alias': {
      if (!can(actor, 'room:maintain', room)) return err(failure('not-allowed'));
      return ok({ alias: await goBy(tx, room.id, row, change.alias), seatCode: null });
    }
    case 'reset-code': {
      if (!actor.isGuest) return err(failure('not-allowed'));
      const seatCode = newSeatCode();
      await tx.participant.update({
        where: { id: row.id },
        data: { seatCodeHash: hashOfSeatCode(seatCode) },
      });
      await endSessions(tx, actor.userId, actor.sessionId);
      return ok({ alias: row.alias, seatCode });
    }
    case 'leave': {
      if (!can(actor, 'person:leave', subject)) return err(failure('not-allowed'));
      const ids = [row, ...(await seatsBelow(tx, room.id, row.userId))].map(({ id }) => id);
      await tx.participant.updateMany({
        where: { id: { in: ids } },
        data: { leftAt: new Date(), asksHelpAt: null },
      });
      await recordEvent(tx, room.id, 'person-left', row.id);
      return ok({ alias: null, seatCode: null });
    }
    case 'erase': {
      if (!can(actor, 'person:erase', subject)) return err(failure('not-allowed'));
      await recordEvent(tx, room.id, 'person-left', row.id);
      // Without the seat: the entry names the account, and must not lead from it to what stays.
      await audit(tx, actor, 'person-erase', { roomId: room.id });
      await erasePerson(tx, room.id, row, change.texts);
      return ok({ alias: null, seatCode: null });
    }
  }
}

/** A person goes by one name in a class and its groups. */
async function goBy(
  tx: Transaction,
  roomId: string,
  row: { id: string; userId: string | null },
  alias: string,
): Promise<string> {
  const ids = [row, ...(await seatsBelow(tx, roomId, row.userId))].map(({ id }) => id);
  await tx.participant.updateMany({
    where: { id: { in: ids } },
    data: { alias, aliasKey: uniqueKey(alias) },
  });
  if (row.userId !== null) {
    // What a guest's own pages call them.
    await tx.user.updateMany({ where: { id: row.userId, isGuest: true }, data: { name: alias } });
  }
  await recordEvent(tx, roomId, 'person-changed', row.id);
  return alias;
}

/** Whether anything hangs on the alias: others may have read it, or the person may look for it. */
async function hasContributed(tx: Transaction, seatId: string): Promise<boolean> {
  const seat = await tx.participant.findUniqueOrThrow({
    where: { id: seatId },
    select: {
      voices: { take: 1, select: { id: true } },
      _count: {
        select: {
          claims: true,
          claimRevisions: true,
          relations: true,
          annotations: true,
          voteEvents: true,
          impactEvents: true,
          stances: true,
          helpful: true,
        },
      },
    },
  });
  return seat.voices.length > 0 || Object.values(seat._count).some((count) => count > 0);
}
