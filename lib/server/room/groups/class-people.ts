import 'server-only';
import { createHmac } from 'node:crypto';
import { FEWEST_ALIKE, type GroupingPerson } from '../../../domain/room/grouping';
import type { GroupPerson } from '../../../domain/room/groups';
import { FEWEST_FOR_DISTRIBUTION } from '../../../domain/room/visibility';
import { authSecret } from '../../account/auth-secret';
import type { Transaction } from '../../database/client';
import type { RoomContext } from '../room-context';

/** Who is in a class, for those who divide it. */

/** Somebody who takes part in the class: a seat with a person in it. Those who keep the room, and observers, are not divided. */
export interface ClassSeat {
  id: string;
  userId: string;
  alias: string;
  aliasKey: string;
  sideId: string | null;
  isInside: boolean;
  mutedAt: Date | null;
}

export async function seatsOfClass(tx: Transaction, roomId: string): Promise<ClassSeat[]> {
  const seats = await tx.participant.findMany({
    where: {
      roomId,
      role: 'participant',
      userId: { not: null },
      actsForId: null,
      isEditor: false,
      leftAt: null,
    },
    select: {
      id: true,
      userId: true,
      alias: true,
      aliasKey: true,
      sideId: true,
      isInside: true,
      mutedAt: true,
    },
    orderBy: [{ aliasKey: 'asc' }],
  });
  return seats.flatMap(({ userId, ...seat }) => (userId === null ? [] : { ...seat, userId }));
}

export const groupPerson = (
  { id, alias, sideId, isInside }: ClassSeat,
  sides: readonly { id: string; key: string }[],
): GroupPerson => ({
  participantId: id,
  alias,
  sideKey: sides.find((side) => side.id === sideId)?.key ?? null,
  isInside,
});

/**
 * These people with where they stood first, to be divided by it and for nothing else: no value leaves the server. Of the
 * debate's first motion.
 */
export async function withStances(
  tx: Transaction,
  { id, debateId }: Pick<RoomContext, 'id' | 'debateId'>,
  seats: readonly Pick<ClassSeat, 'id'>[],
): Promise<GroupingPerson[]> {
  const motion = await tx.claim.findFirst({
    where: { debateId, isMotion: true, status: 'published' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const said = await tx.stance.findMany({
    where: {
      roomId: id,
      motionId: motion?.id ?? id,
      round: ROUND,
      supersededAt: null,
      answer: 'placed',
      participantId: { in: seats.map((seat) => seat.id) },
    },
    select: { participantId: true, value: true },
  });
  const stanceOf = new Map(said.map(({ participantId, value }) => [participantId, value]));
  return seats.map((seat) => ({ id: seat.id, stance: stanceOf.get(seat.id) ?? null }));
}

/** The round that a class is divided by: what people stated before they heard each other. */
const ROUND = 1;

const saidBy = (people: readonly GroupingPerson[]): number =>
  people.filter(({ stance }) => stance !== null).length;

/** Whether so many have said where they stand that mixed groups tell of nobody. */
export const isEnoughToMix = (people: readonly GroupingPerson[]): boolean =>
  saidBy(people) >= FEWEST_FOR_DISTRIBUTION;

/** Whether so many have that two camps, in which those who think alike are together, tell of nobody. */
export const isEnoughForCamps = (people: readonly GroupingPerson[]): boolean =>
  saidBy(people) >= 2 * FEWEST_ALIKE;

/**
 * The seed of a division by stance. The same for the same question, so that asking again tells nothing more; and known to nobody,
 * so that what was drawn cannot be told from what people think.
 * @param what the way, with the number of groups
 */
export const seedOf = (roomId: string, what: string): number =>
  createHmac('sha256', authSecret()).update(`division/${roomId}/${ROUND}/${what}`).digest().readUInt32BE();

/** Of a division that says nothing of anybody: drawn anew each time. */
export const newSeed = (): number => Math.floor(Math.random() * 2 ** 32);
