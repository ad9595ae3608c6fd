import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { isDrawnAlias } from '../../../domain/room/aliases';
import type { JoinInput, LookAnswer } from '../../../domain/room/joining';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { database } from '../../database/client';
import type { Idempotency } from '../../once';
import { type Joined, returnToSeat } from './claim-seat';
import { findCode, type OpenedByCode } from './find-code';
import { rememberNetwork } from './join-attempts';
import { PEOPLE_HERE } from './people-rows';
import { derivedFrom, hashOfSeatCode } from './seat-codes';
import { freeAlias, takeSeat } from './take-seat';
import { inTurn } from './turnstile';

/** A press of "join" that comes again makes the same for so long. */
const SAME_PRESS_MS = 10 * 60 * 1000;

/** What a code opens, and an alias that is free there. Counts wrong codes; see lib/domain/room/join-limits.ts. */
export async function lookAtCode(
  actor: Actor,
  code: string,
  address: string,
): Promise<Result<LookAnswer, Failure>> {
  const found = await findCode(code, address);
  if (!found.ok) return found;
  const { opened } = found.value;
  const own = await ownSeat(actor, opened.roomId);
  if (own?.leftAt) return err(failure('not-allowed'));
  const isNew = !own && opened.seat?.userId == null;
  const shut = isNew ? whyShut(opened) : null;
  if (shut) return err(failure(shut));
  const { prisma } = database();
  const [owners, people] = await Promise.all([
    prisma.participant.findMany({
      where: { roomId: opened.roomId, role: 'owner', ...PEOPLE_HERE },
      orderBy: { createdAt: 'asc' },
      select: { alias: true },
    }),
    prisma.participant.count({
      where: { roomId: opened.roomId, userId: { not: null }, role: 'participant', ...PEOPLE_HERE },
    }),
  ]);
  const hasAccount = actor.kind === 'person' && !actor.isGuest;
  const { seat } = opened;
  // An alias that a place on a list has is not told before somebody sits in it: whoever made the list has its code too.
  const fixed = seat && (seat.userId !== null ? seat.alias : hasAccount ? own?.alias : null);
  return ok({
    room: {
      name: opened.name,
      ownedBy: owners.map(({ alias }) => alias),
      debate: opened.debate,
      language: opened.language,
      people,
      namesCanBeRevealed: opened.namesCanBeRevealed,
      showsCountsEarly: opened.showsCountsEarly,
    },
    alias: fixed ?? (await freeAlias(opened.roomId)),
    isSeat: seat !== null,
    ownAlias: own?.alias ?? null,
    isGuest: actor.kind === 'person' && actor.isGuest,
    hasAccount,
    leavesAccount: hasAccount && !!seat?.userId && seat.userId !== actor.userId,
  });
}

/** Takes a seat by a room's code, or takes one's own again by the seat's. The same press twice makes one seat. */
export async function joinRoom(
  actor: Actor,
  input: JoinInput,
  address: string,
  idempotency: Idempotency | null = null,
): Promise<Result<Joined, Failure>> {
  if (!can(actor, 'room:join', null)) return err(failure('not-allowed'));
  const found = await findCode(input.code, address);
  if (!found.ok) return found;
  const { opened, isClass } = found.value;
  const press = idempotency ? `${idempotency.key}/${idempotency.requestHash}` : randomUUID();
  const { seat } = opened;
  return inTurn(async () => {
    const joined = seat
      ? await returnToSeat(actor, opened, seat, drawnAlias(input), press)
      : await newcomer(actor, opened, input, press);
    if (joined.ok) await rememberNetwork(address, isClass);
    return joined;
  });
}

async function newcomer(
  actor: Actor,
  opened: OpenedByCode,
  input: JoinInput,
  press: string,
): Promise<Result<Joined, Failure>> {
  const isSomebodyElse = input.asSomebodyElse && actor.kind === 'person' && actor.isGuest;
  const own = isSomebodyElse ? null : await ownSeat(actor, opened.roomId);
  if (own?.leftAt) return err(failure('not-allowed'));
  const { roomId, slug } = opened;
  const derived = derivedFrom(`${press}/${roomId}`);
  if (own) {
    // The press that took this seat, come again, is answered as it was.
    const isBack = own.id !== derived.participantId;
    return ok({ answer: { roomId, slug, alias: own.alias, seatCode: null, isBack }, signInAs: null });
  }
  const shut = whyShut(opened);
  if (shut) return err(failure(shut));
  const hasAccount = actor.kind === 'person' && !actor.isGuest;
  // Where nobody can look a name up, none is asked for.
  if (!hasAccount && opened.namesCanBeRevealed && !input.name)
    return err(failure('invalid-input', { field: 'name' }));

  const isNewGuest = actor.kind !== 'person' || isSomebodyElse;
  const userId = isNewGuest ? derived.userId : actor.userId;
  if (isNewGuest && (await isOldPress(userId))) return err(failure('idempotency-mismatch'));
  const wished = drawnAlias(input) ?? (await freeAlias(roomId));
  const taken = await takeSeat({
    roomId,
    userId,
    participantId: derived.participantId,
    isNewGuest,
    alias: wished,
    name: input.name ?? null,
    seatCodeHash: hasAccount ? null : hashOfSeatCode(derived.seatCode),
  });
  if (!taken.ok) return taken;
  // Somebody with a session who pressed in two tabs: the other press said the code.
  const isThis = taken.value.participantId === derived.participantId;
  return ok({
    answer: {
      roomId,
      slug,
      alias: taken.value.alias,
      seatCode: hasAccount || !isThis ? null : derived.seatCode,
      isBack: !isThis,
    },
    signInAs: isNewGuest ? userId : null,
  });
}

/** The alias that was shown and is asked for, if it is one that a room can have drawn. */
const drawnAlias = ({ alias }: JoinInput): string | null => (alias && isDrawnAlias(alias) ? alias : null);

const whyShut = ({ isClosed, hasOpenDoors, seat }: OpenedByCode): 'room-closed' | 'doors-shut' | null => {
  if (isClosed) return 'room-closed';
  // Whoever is on the list was let in when it was made.
  return hasOpenDoors || seat ? null : 'doors-shut';
};

const ownSeat = async (actor: Actor, roomId: string) =>
  actor.kind === 'person'
    ? database().prisma.participant.findUnique({
        where: { roomId_userId: { roomId, userId: actor.userId } },
        select: { id: true, alias: true, leftAt: true },
      })
    : null;

/** A key is no way into a seat once its press is over. */
async function isOldPress(userId: string): Promise<boolean> {
  const guest = await database().prisma.user.findUnique({
    where: { id: userId },
    select: { createdAt: true },
  });
  return guest !== null && Date.now() - guest.createdAt.getTime() > SAME_PRESS_MS;
}
