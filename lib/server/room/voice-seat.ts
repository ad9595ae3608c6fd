import 'server-only';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { maintainsBy } from '../../domain/room/roles';
import { voiceAlias } from '../../domain/room/voice-alias';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Person } from '../../policy/actor';
import { database, type Transaction } from '../database/client';
import type { RoomContext, VoiceSeat } from './room-context';
import { seatIn } from './seat';

/**
 * While a room argues by sides, what a person votes, rates and claims is written under another seat than their own: one for
 * the side that they argue. So it is kept apart from what they think, and what they think stays as it was. Stances and notes
 * are always one's own.
 */

type Seats = Pick<RoomContext, 'participantId' | 'voiceSeats'>;
type Speaking = Seats & Pick<RoomContext, 'voice' | 'sideId' | 'role' | 'rolesAbove'>;

/** Every seat of the room in which the reader writes: their own, and those in which they argue for a side. */
export const ownSeats = ({ participantId, voiceSeats }: Seats): string[] =>
  participantId === null ? [] : [participantId, ...voiceSeats.map(({ id }) => id)];

/** Whether the reader wrote what this seat wrote, in whichever voice. */
export const isOwnSeat = (room: Seats, seatId: string | null): boolean =>
  seatId !== null && ownSeats(room).includes(seatId);

/** Whether what the reader writes now is theirs. Those who keep the room argue for no side unless they were given one. */
const writesAsThemselves = ({ voice, sideId, role, rolesAbove }: Speaking): boolean =>
  voice === 'own' || (sideId === null && maintainsBy([role, ...rolesAbove]));

/** The seat whose answers are the reader's now; null while they have given none in this voice, and without a side. */
export function answeringSeat(room: Speaking): string | null {
  const { participantId, voice, sideId, voiceSeats } = room;
  if (writesAsThemselves(room)) return participantId;
  if (sideId === null) return null;
  // A debate has two sides.
  const isArgued = (seat: { sideId: string }) => (seat.sideId === sideId) === (voice === 'assigned');
  return voiceSeats.find(isArgued)?.id ?? null;
}

/** A room with the seat that a write of this actor hangs on. */
export interface SpeakingIn {
  /** The room, with the actor's own seat and the one below in it. */
  room: RoomContext;
  /** Under which votes, impacts, claims and relations are written now. */
  seatId: string;
}

const MOST_NAMES = 100;

/**
 * The seat that votes, impacts, claims and relations are written under now; made on first use. In a room that argues by
 * sides that is the one for the side that the actor argues. Those who keep the room argue for none: they write as themselves.
 */
export async function speakingSeat(actor: Person, room: RoomContext): Promise<Result<SpeakingIn, Failure>> {
  const { participantId } = await seatIn(actor, room);
  const seated = { ...room, participantId };
  if (writesAsThemselves(room)) return ok({ room: seated, seatId: participantId });
  if (room.sideId === null) return err(failure('no-side'));
  const known = answeringSeat(seated);
  if (known !== null) return ok({ room: seated, seatId: known });
  const made = await voiceSeatOf(
    database().prisma,
    { id: participantId, alias: room.alias ?? '', roomId: room.id },
    await arguedSide(room, room.sideId),
  );
  return ok({ room: { ...seated, voiceSeats: [...room.voiceSeats, made] }, seatId: made.id });
}

/** The side of the debate that is argued now by whoever was given this one. */
async function arguedSide({ debateId, voice }: RoomContext, ownSideId: string): Promise<NamedSide> {
  const sides = await database().prisma.side.findMany({
    where: { debateId },
    select: { id: true, name: true },
  });
  const side = sides.find(({ id }) => (id === ownSideId) === (voice === 'assigned'));
  if (!side) throw new Error('There is no side to argue for');
  return side;
}

interface NamedSide {
  id: string;
  name: string;
}

/**
 * The seat in which somebody argues for a side; made when it is not there. One without a contribution does no harm, and a
 * lost race for the name draws the next one.
 * @param own the person's own seat
 */
export async function voiceSeatOf(
  tx: Pick<Transaction, '$executeRaw' | 'participant'>,
  own: { id: string; alias: string; roomId: string },
  side: NamedSide,
): Promise<VoiceSeat> {
  const key = { actsForId: own.id, sideId: side.id };
  for (let attempt = 0; attempt < MOST_NAMES; attempt += 1) {
    const known = await tx.participant.findUnique({
      where: { actsForId_sideId: key },
      select: { id: true },
    });
    if (known) return { id: known.id, sideId: side.id };
    const alias = voiceAlias(own.alias, side.name, attempt);
    await tx.$executeRaw`
      INSERT INTO "Participant" ("id", "roomId", "actsForId", "sideId", "alias", "aliasKey")
      VALUES (${uuidv7()}::uuid, ${own.roomId}::uuid, ${own.id}::uuid, ${side.id}::uuid, ${alias}, ${uniqueKey(alias)})
      ON CONFLICT DO NOTHING`;
  }
  throw new Error('No name was free');
}
