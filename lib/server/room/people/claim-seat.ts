import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { JoinAnswer } from '../../../domain/room/joining';
import { uniqueKey } from '../../../domain/text/plain-text';
import type { Actor } from '../../../policy/actor';
import { database } from '../../database/client';
import { breaks } from '../../database/faults';
import { inTransaction } from '../../database/transaction';
import { recordEvent } from '../events';
import { circleForLateJoiner, sideForLateJoiner } from '../groups/side-commands';
import type { OpenedByCode } from './find-code';
import { derivedFrom } from './seat-codes';
import { guestNameKey } from './take-seat';

/** A seat, and whose session this browser needs for it; null when it has the right one. */
export interface Joined {
  answer: JoinAnswer;
  signInAs: string | null;
}

type Seat = NonNullable<OpenedByCode['seat']>;

/**
 * Gives a seat to whoever holds its code: back to its guest on this device, or for the first time to who stands on a list.
 * @param wished the alias that they were shown: a place on a list takes it while it is free
 */
export async function returnToSeat(
  actor: Actor,
  opened: OpenedByCode,
  seat: Seat,
  wished: string | null,
  press: string,
): Promise<Result<Joined, Failure>> {
  const { roomId, slug } = opened;
  const back = { roomId, slug, alias: seat.alias, seatCode: null, isBack: true };
  if (seat.userId !== null) {
    const isHere = actor.kind === 'person' && actor.userId === seat.userId;
    return ok({ answer: back, signInAs: isHere ? null : seat.userId });
  }
  if (opened.isClosed) return err(failure('room-closed'));
  try {
    return await firstUse(actor, opened, seat, wished, press);
  } catch (error) {
    // Somebody else took that alias in the same moment; the one that was drawn for the place is its own.
    if (wished === null || !breaks(error, 'Participant_roomId_aliasKey_key')) throw error;
    return firstUse(actor, opened, seat, null, press);
  }
}

/**
 * The seat gets a new id with its person, and the alias that the person was shown: who made the list knows the names, ids and
 * codes on it, and must not learn from them who is behind which alias.
 */
async function firstUse(
  actor: Actor,
  { roomId, slug }: OpenedByCode,
  seat: Seat,
  wished: string | null,
  press: string,
): Promise<Result<Joined, Failure>> {
  const derived = derivedFrom(`${press}/${seat.participantId}`);
  try {
    return await inTransaction(async (tx): Promise<Result<Joined, Failure>> => {
      // An account is one person's; a guest's session may be somebody else's at the same device.
      const accountId = actor.kind === 'person' && !actor.isGuest ? actor.userId : null;
      const own = accountId
        ? await tx.participant.findUnique({ where: { roomId_userId: { roomId, userId: accountId } } })
        : null;
      if (own?.leftAt) return err(failure('not-allowed'));
      if (own)
        return ok({
          answer: { roomId, slug, alias: own.alias, seatCode: null, isBack: true },
          signInAs: null,
        });
      const isFree =
        wished !== null &&
        (await tx.participant.count({ where: { roomId, aliasKey: uniqueKey(wished) } })) === 0;
      const alias = isFree ? wished : seat.alias;
      const userId = accountId ?? derived.userId;
      if (!accountId) {
        await tx.user.create({
          data: { id: userId, name: alias, nameKey: guestNameKey(userId), isGuest: true },
        });
      }
      const now = new Date();
      const { count } = await tx.participant.updateMany({
        where: { id: seat.participantId, userId: null, leftAt: null },
        data: {
          id: derived.participantId,
          userId,
          alias,
          aliasKey: uniqueKey(alias),
          createdAt: now,
          seenAt: now,
          sideId: await sideForLateJoiner(tx, { id: roomId }),
          isInside: await circleForLateJoiner(tx, { id: roomId }),
          // An account is the way back for whoever has one.
          ...(accountId ? { seatCodeHash: null } : {}),
        },
      });
      if (count === 0) return err(failure('database-busy', { retryAfterSeconds: 1 }));
      await recordEvent(tx, roomId, 'person-joined', derived.participantId);
      return ok({
        answer: { roomId, slug, alias, seatCode: null, isBack: false },
        signInAs: accountId ? null : userId,
      });
    });
  } catch (error) {
    // The same press arrived twice and the other one made the guest: it holds the seat now.
    if (!breaks(error, 'User_pkey') && !breaks(error, 'User_nameKey_key')) throw error;
    const there = await database().prisma.participant.findUnique({
      where: { roomId_userId: { roomId, userId: derived.userId } },
      select: { alias: true },
    });
    return ok({
      answer: { roomId, slug, alias: there?.alias ?? seat.alias, seatCode: null, isBack: true },
      signInAs: derived.userId,
    });
  }
}
