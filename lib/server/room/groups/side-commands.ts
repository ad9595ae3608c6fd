import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { half, shuffledBy, takeSides } from '../../../domain/room/grouping';
import type { AssignSides, SetCircles, SidesView } from '../../../domain/room/groups';
import { sidesForTheRest } from '../../../domain/room/readiness';
import type { Actor } from '../../../policy/actor';
import { audit } from '../../audit';
import { database, type Transaction } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { classFor } from '../class-for';
import { recordEvent } from '../events';
import { lockRoom } from '../locked-room';
import type { RoomContext } from '../room-context';
import {
  type ClassSeat,
  groupPerson,
  isEnoughForCamps,
  newSeed,
  seatsOfClass,
  seedOf,
  withStances,
} from './class-people';

/** Which side people argue for, and who sits in the inner circle of a fishbowl. Both hold in the groups of the class too. */

interface Side {
  id: string;
  key: string;
  speaks: 'for' | 'against';
}

/** Gives people sides of one size, by hand one side after the other, or takes them away. Votes for a side stay with that side. */
export async function assignSides(
  actor: Actor,
  roomId: string,
  input: AssignSides,
): Promise<Result<SidesView, Failure>> {
  return onClass(actor, roomId, `sides ${input.by}`, async (tx, room, seats) => {
    const sides = await tx.side.findMany({
      where: { debateId: room.debateId },
      select: { id: true, key: true, speaks: true },
      orderBy: { position: 'asc' },
    });
    const given = await sidesFor(tx, room, seats, sides, input);
    if (!given.ok) return given;
    for (const [sideId, ids] of given.value) await writeSeats(tx, room.id, seats, ids, { sideId });
    return ok(null);
  });
}

/** Seats by side; those that keep theirs are missing. */
async function sidesFor(
  tx: Transaction,
  room: RoomContext,
  seats: readonly ClassSeat[],
  sides: readonly Side[],
  input: AssignSides,
): Promise<Result<Map<string | null, string[]>, Failure>> {
  if (input.by === 'clear') return ok(new Map([[null, seats.map(({ id }) => id)]]));
  if (input.by === 'hand') {
    const given = new Map<string | null, string[]>();
    for (const [index, { participantId, side }] of input.seats.entries()) {
      const found = side === null ? null : sides.find(({ key }) => key === side);
      if (found === undefined) return err(failure('invalid-input', { field: `seats.${index}.side` }));
      if (!seats.some(({ id }) => id === participantId)) {
        return err(failure('not-found', { field: `seats.${index}.participantId` }));
      }
      given.set(found?.id ?? null, [...(given.get(found?.id ?? null) ?? []), participantId]);
    }
    return ok(given);
  }
  if (input.by === 'rest') {
    const drawn = shuffledBy(seats, newSeed());
    return ok(
      sidesForTheRest(
        drawn,
        sides.map(({ id }) => id),
      ),
    );
  }
  const people = await withStances(tx, room, seats);
  if (input.by === 'opposite' && !isEnoughForCamps(people)) return err(failure('too-few-answers'));
  const taken = takeSides(people, input.by, input.by === 'opposite' ? seedOf(room.id, 'sides') : newSeed());
  const sideFor = (speaks: Side['speaks'], other: number) =>
    (sides.find((side) => side.speaks === speaks) ?? sides[other])?.id ?? null;
  return ok(
    new Map([
      [sideFor('for', 0), taken.for],
      [sideFor('against', 1), taken.against],
    ]),
  );
}

/** Says who sits in the inner circle of a fishbowl: half of the class at random, some by hand, or the others. */
export async function setCircles(
  actor: Actor,
  roomId: string,
  input: SetCircles,
): Promise<Result<SidesView, Failure>> {
  return onClass(actor, roomId, `circles ${input.by}`, async (tx, room, seats) => {
    const all = seats.map(({ id }) => id);
    const swapped = seats.filter(({ isInside }) => !isInside).map(({ id }) => id);
    const inside = new Set(
      input.by === 'random' ? half(all, newSeed()) : input.by === 'swap' ? swapped : input.inside,
    );
    for (const isInside of [true, false]) {
      const ids = all.filter((id) => inside.has(id) === isInside);
      await writeSeats(tx, room.id, seats, ids, { isInside });
    }
    return ok(null);
  });
}

/** Does this with the people of a class, under its lock, and tells the class and its groups. */
async function onClass(
  actor: Actor,
  roomId: string,
  reason: string,
  work: (tx: Transaction, room: RoomContext, seats: readonly ClassSeat[]) => Promise<Result<null, Failure>>,
): Promise<Result<SidesView, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const { room } = found.value;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    if ((await lockRoom(tx, roomId)).stage === 'closed') return err(failure('room-closed'));
    const worked = await work(tx, room, await seatsOfClass(tx, roomId));
    if (!worked.ok) return worked;
    const groups = await tx.room.findMany({
      where: { parentId: roomId, kind: 'breakout', archivedAt: null },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    for (const { id } of [{ id: roomId }, ...groups]) await recordEvent(tx, id, 'sides-changed', id);
    await audit(tx, actor, 'sides-assign', { roomId, reason });
    return ok(null);
  });
  return done.ok ? ok(await sidesView(room)) : done;
}

/** To these seats of the class, and to those of the same people in its groups. */
async function writeSeats(
  tx: Transaction,
  classId: string,
  seats: readonly ClassSeat[],
  ids: readonly string[],
  data: { sideId: string | null } | { isInside: boolean },
): Promise<void> {
  const userIds = seats.filter(({ id }) => ids.includes(id)).map(({ userId }) => userId);
  await tx.participant.updateMany({
    where: {
      actsForId: null,
      userId: { in: userIds },
      OR: [{ roomId: classId }, { room: { parentId: classId, kind: 'breakout' } }],
    },
    data,
  });
}

async function sidesView(room: RoomContext): Promise<SidesView> {
  const { prisma } = database();
  const [seats, sides] = await Promise.all([
    seatsOfClass(prisma, room.id),
    prisma.side.findMany({ where: { debateId: room.debateId }, orderBy: { position: 'asc' } }),
  ]);
  return {
    people: seats.map((seat) => groupPerson(seat, sides)),
    sides: sides.map(({ key, name, position }) => ({ key, name, role: position === 0 ? 'a' : 'b' })),
  };
}

/**
 * Whether somebody who comes into a fishbowl sits in the inner circle, as part of a statement: only while the outer one speaks,
 * so that they listen first.
 * @param roomId the placeholder of the room's id in the statement
 */
export const circleForLateJoinerSql = (roomId: '$1'): string => `
  (SELECT its."speakers" = 'outside' AND EXISTS (SELECT FROM "Participant" q
     WHERE q."roomId" = its."id" AND q."isInside" AND q."actsForId" IS NULL AND q."leftAt" IS NULL)
   FROM "Room" its WHERE its."id" = ${roomId})`;

/** The same for a transaction. */
export async function circleForLateJoiner(
  tx: Pick<Transaction, '$queryRaw'>,
  { id }: Pick<RoomContext, 'id'>,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isInside: boolean }[]>`
    SELECT its."speakers" = 'outside' AND EXISTS (SELECT FROM "Participant" q
      WHERE q."roomId" = its."id" AND q."isInside" AND q."actsForId" IS NULL AND q."leftAt" IS NULL) AS "isInside"
    FROM "Room" its WHERE its."id" = ${id}::uuid`;
  return rows[0]?.isInside ?? false;
}

/**
 * The side for somebody who comes into a class that argues by sides, as part of a statement: the one with fewer people, either
 * when they are as many. Null where nobody has a side.
 * @param roomId the placeholder of the room's id in the statement
 */
export const sideForLateJoinerSql = (roomId: '$1'): string => `
  (SELECT s."id" FROM "Room" its JOIN "Side" s ON s."debateId" = its."debateId"
     LEFT JOIN "Participant" p ON p."roomId" = its."id" AND p."sideId" = s."id" AND p."actsForId" IS NULL AND p."leftAt" IS NULL
   WHERE its."id" = ${roomId} AND EXISTS (SELECT FROM "Participant" q
     WHERE q."roomId" = its."id" AND q."sideId" IS NOT NULL AND q."actsForId" IS NULL AND q."leftAt" IS NULL)
   GROUP BY s."id" ORDER BY count(p."id"), random() LIMIT 1)`;

/** The same for a transaction; Prisma takes no statement that is put together. */
export async function sideForLateJoiner(
  tx: Pick<Transaction, '$queryRaw'>,
  { id }: Pick<RoomContext, 'id'>,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ sideId: string }[]>`
    SELECT s."id" AS "sideId" FROM "Room" its JOIN "Side" s ON s."debateId" = its."debateId"
      LEFT JOIN "Participant" p ON p."roomId" = its."id" AND p."sideId" = s."id" AND p."actsForId" IS NULL AND p."leftAt" IS NULL
    WHERE its."id" = ${id}::uuid AND EXISTS (SELECT FROM "Participant" q
      WHERE q."roomId" = its."id" AND q."sideId" IS NOT NULL AND q."actsForId" IS NULL AND q."leftAt" IS NULL)
    GROUP BY s."id" ORDER BY count(p."id"), random() LIMIT 1`;
  return rows[0]?.sideId ?? null;
}
