import 'server-only';
import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { drawFreeAlias } from '../../../domain/room/aliases';
import { MOST_PEOPLE } from '../../../domain/room/joining';
import type { RosterSlip } from '../../../domain/room/people';
import { uniqueKey } from '../../../domain/text/plain-text';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { audit } from '../../audit';
import type { Transaction } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { type Idempotency, once } from '../../once';
import { recordEvents } from '../events';
import { roomContext } from '../room-context';
import { PEOPLE_HERE } from './people-rows';
import { hashOfSeatCode, newSeatCode } from './seat-codes';

/** A list of names makes a place for each, with a code that opens it; codes are said once and kept as fingerprints. */

const configured = async (actor: Actor, roomId: string): Promise<Failure | null> => {
  const room = await roomContext(actor, roomId);
  if (!room) return failure('not-found');
  return can(actor, 'room:let-in', room) ? null : failure('not-allowed');
};

/** Makes a place for each name. The answer has no aliases: the list must not say who is behind which. */
export async function addRoster(
  actor: Actor,
  roomId: string,
  names: readonly string[],
  idempotency: Idempotency | null = null,
): Promise<Result<{ slips: RosterSlip[] }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const refused = await configured(actor, roomId);
  if (refused) return err(refused);
  const made = names.map((name) => ({ name, code: newSeatCode(), id: uuidv7() }));
  const done = await once(actor, idempotency, async (tx): Promise<Result<{ ids: string[] }, Failure>> => {
    await tx.$queryRaw`SELECT "id" FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`;
    const people = await tx.participant.count({ where: { roomId, ...PEOPLE_HERE } });
    if (people + made.length > MOST_PEOPLE) return err(failure('too-many-people'));
    const aliases = await tx.participant.findMany({ where: { roomId }, select: { aliasKey: true } });
    const taken = new Set(aliases.map(({ aliasKey }) => aliasKey));
    await tx.participant.createMany({
      data: made.map(({ id, name, code }) => {
        const alias = drawFreeAlias(taken, randomInt);
        taken.add(uniqueKey(alias));
        const place = { id, roomId, name, alias, aliasKey: uniqueKey(alias) };
        // Counted once somebody takes it.
        return { ...place, seatCodeHash: hashOfSeatCode(code), isCounted: false };
      }),
    });
    const ids = made.map(({ id }) => id);
    await recordEvents(tx, roomId, 'person-changed', ids);
    await audit(tx, actor, 'roster-add', { roomId });
    return ok({ ids });
  });
  if (!done.ok) return done;
  // A request that came again met the places of the first one; their codes were said in its answer, and new ones are made here.
  if (done.value.ids[0] !== made[0]?.id) return resetPlaces(actor, roomId, done.value.ids);
  return ok({ slips: made.map(({ name, code }) => ({ name, code })) });
}

/** New codes for all places that nobody has taken: the codes before no longer work. */
export async function resetRoster(
  actor: Actor,
  roomId: string,
): Promise<Result<{ slips: RosterSlip[] }, Failure>> {
  const refused = await configured(actor, roomId);
  return refused ? err(refused) : resetPlaces(actor, roomId, null);
}

const resetPlaces = (
  actor: Actor,
  roomId: string,
  ids: readonly string[] | null,
): Promise<Result<{ slips: RosterSlip[] }, Failure>> =>
  inTransaction(async (tx) => {
    const places = await tx.participant.findMany({
      where: {
        roomId,
        ...PEOPLE_HERE,
        userId: null,
        seatCodeHash: { not: null },
        ...(ids ? { id: { in: [...ids] } } : {}),
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    });
    const slips = places.map(({ id, name }) => ({ id, name: name ?? '', code: newSeatCode() }));
    await writeCodes(tx, slips);
    if (slips.length > 0) await audit(tx, actor, 'seat-code', { roomId });
    return ok({ slips: slips.map(({ name, code }) => ({ name, code })) });
  });

const writeCodes = async (tx: Transaction, slips: readonly { id: string; code: string }[]): Promise<void> => {
  await tx.$executeRaw`
    UPDATE "Participant" p SET "seatCodeHash" = made."hash"
    FROM unnest(${slips.map(({ id }) => id)}::uuid[], ${slips.map(({ code }) => hashOfSeatCode(code))}::text[]) AS made("id", "hash")
    WHERE p."id" = made."id" AND p."userId" IS NULL`;
};
