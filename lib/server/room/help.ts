import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { HelpedInput, NudgeInput } from '../../domain/room/board-schema';
import { isDone } from '../../domain/room/progress';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { inTransaction } from '../database/transaction';
import { notify } from '../notification/notify';
import { recordEvent } from './events';
import { keptClass, progressIn } from './progress';
import { type RoomContext, roomContext } from './room-context';

/** Help: asked for, given, and offered before it is asked for. */

/** The actor's own place in a room that they take part in. */
async function ownPlace(
  actor: Actor,
  roomId: string,
): Promise<Result<{ room: RoomContext; seatId: string }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:ask-help', room) || room.participantId === null) return err(failure('not-allowed'));
  return ok({ room, seatId: room.participantId });
}

/** Says that one needs help; again, it changes nothing. Whoever keeps the room sees it, and nobody else. */
export async function askForHelp(
  actor: Actor,
  roomId: string,
): Promise<Result<{ asksHelp: boolean }, Failure>> {
  const found = await ownPlace(actor, roomId);
  if (!found.ok) return found;
  const { room, seatId } = found.value;
  if (room.stage === 'closed') return err(failure('room-closed'));
  return inTransaction(async (tx) => {
    const { count } = await tx.participant.updateMany({
      where: { id: seatId, asksHelpAt: null },
      data: { asksHelpAt: new Date() },
    });
    if (count > 0) await recordEvent(tx, room.id, 'help-asked', seatId);
    return ok({ asksHelp: true });
  });
}

/** Says that one needs no help any more, or, for those who keep the room, that somebody was helped. */
export async function endHelp(
  actor: Actor,
  roomId: string,
  { participantId }: HelpedInput,
): Promise<Result<{ asksHelp: boolean }, Failure>> {
  const found =
    participantId === undefined
      ? await ownPlace(actor, roomId)
      : await otherPlace(actor, roomId, participantId);
  if (!found.ok) return found;
  const { room, seatId } = found.value;
  return inTransaction(async (tx) => {
    const { count } = await tx.participant.updateMany({
      where: { id: seatId, roomId: room.id, asksHelpAt: { not: null } },
      data: { asksHelpAt: null },
    });
    if (count > 0) await recordEvent(tx, room.id, 'help-given', seatId);
    return ok({ asksHelp: false });
  });
}

async function otherPlace(
  actor: Actor,
  roomId: string,
  seatId: string,
): Promise<Result<{ room: RoomContext; seatId: string }, Failure>> {
  const room = await keptClass(actor, roomId);
  return room.ok ? ok({ room: room.value, seatId }) : room;
}

/**
 * Asks people for what the room still waits for. Of those named, who has a seat here; or everybody who is not done, whom the
 * answer only counts: whoever said nothing about where they stand must not be known by it.
 */
export async function nudge(
  actor: Actor,
  roomId: string,
  input: NudgeInput,
): Promise<Result<{ nudged: number }, Failure>> {
  const found = await keptClass(actor, roomId);
  if (!found.ok) return found;
  const room = found.value;
  if (room.stage === 'closed') return err(failure('room-closed'));
  const named = 'participantIds' in input ? input.participantIds : await whoIsNotDone(room);
  return inTransaction(async (tx) => {
    const seats = await tx.participant.findMany({
      where: {
        id: { in: named },
        roomId: room.id,
        role: 'participant',
        leftAt: null,
        actsForId: null,
        isEditor: false,
        userId: { not: null },
        ...(asksForStance(room) && 'everybodyWaiting' in input
          ? { stances: { none: { round: room.round, supersededAt: null, answer: { not: 'withdrawn' } } } }
          : {}),
      },
      select: { userId: true },
    });
    const people = seats.flatMap(({ userId }) => userId ?? []);
    await notify(tx, people, { roomId: room.id, kind: 'nudge', subjectId: room.id });
    return ok({ nudged: people.length });
  });
}

const asksForStance = ({ stage }: RoomContext): boolean =>
  stage === 'first_stance' || stage === 'second_stance';

/** At a step that asks for a stance everybody may be waited for: the statement picks who has not said any. */
async function whoIsNotDone(room: RoomContext): Promise<string[]> {
  const { people, asked } = await progressIn(room);
  return people
    .filter(({ counts }) => asksForStance(room) || !isDone(counts, asked))
    .map(({ participantId }) => participantId);
}
