import 'server-only';
import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { drawAlias } from '../../domain/room/aliases';
import { clockOfStep, dateFaultOf, keptUntil } from '../../domain/room/clock';
import { roomSlug } from '../../domain/room/room-slug';
import { type OpenRoom, USUAL_RETENTION_MONTHS } from '../../domain/room/setup';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { type Idempotency, once } from '../once';
import { clockColumns, columnsOf, openLog, stepAt } from './enter-step';
import { recordEvent } from './events';
import { freeJoinCode, joinCodeEnd } from './join-code-of-class';
import { rememberNetwork } from './people/join-attempts';
import { type RoomContext, roomBySlug } from './room-context';
import { databaseNow } from './room-frame';
import { newRoomKey } from './room-key';

/** A class that was just opened. */
export interface OpenedRoom {
  roomId: string;
  slug: string;
  joinCode: string;
}

/** Of one person: every class of a school in a morning, but not a machine's. */
const MOST_IN_AN_HOUR = 60;

/** Whether this actor may hold a class on the debate whose commons this slug names. */
export async function mayOpenClass(actor: Actor, slug: string): Promise<boolean> {
  const commons = await roomBySlug(actor, slug);
  return commons !== null && can(actor, 'class:open', commons);
}

/** Opens a class on a debate, at the first step of its plan, with a join code and the owner's seat. Its dates are to come, one after the other. */
export async function openRoom(
  actor: Actor,
  input: OpenRoom,
  idempotency: Idempotency | null = null,
  address: string | null = null,
): Promise<Result<OpenedRoom, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const commons = await roomBySlug(actor, input.debate);
  if (commons?.kind !== 'commons') return err(failure('not-found'));
  if (!can(actor, 'class:open', commons)) return err(failure('not-allowed'));
  const opened = await once(actor, idempotency, async (tx): Promise<Result<OpenedRoom, Failure>> => {
    const now = (await databaseNow(tx)).getTime();
    const misdated = dateFaultOf(input.plan, { at: 0, now, was: [] });
    if (misdated) return err(failure('invalid-input', { field: `plan.${misdated.step}.until` }));
    return openRoomIn(tx, actor, commons, input);
  });
  // Pupils sit where their teacher does: their typing errors are those of a class from the first.
  if (opened.ok && address !== null) await rememberNetwork(address, false);
  return opened;
}

/** The same within a transaction. @param copied the room whose plan and settings these are, and when its copy begins */
export async function openRoomIn(
  tx: Transaction,
  actor: Person,
  commons: Pick<RoomContext, 'id' | 'debateId' | 'slug'>,
  { debate: _, plan, ...settings }: OpenRoom,
  copied: { fromId: string; startsAt: number } | null = null,
): Promise<Result<OpenedRoom, Failure>> {
  if (await hasOpenedMany(tx, actor)) return err(failure('too-many-attempts'));
  const id = uuidv7();
  const now = (await databaseNow(tx)).getTime();
  const first = stepAt(plan, 0);
  const retainUntil = new Date(
    keptUntil(plan, Math.max(now, copied?.startsAt ?? now), USUAL_RETENTION_MONTHS),
  );
  const key = newRoomKey();
  const joinCode = await freeJoinCode(tx);
  await tx.room.create({
    data: {
      ...settings,
      ...columnsOf(plan, first, 0, first.stage === 'reveal' ? new Date(now) : null),
      ...clockColumns(clockOfStep(first, now)),
      id,
      debateId: commons.debateId,
      parentId: commons.id,
      kind: 'class',
      key,
      path: [],
      plan,
      copiedFromId: copied?.fromId ?? null,
      joinCode,
      joinCodeUntil: joinCodeEnd(plan, now, retainUntil),
      retainUntil,
      stageStartedAt: new Date(now),
    },
  });
  const alias = drawAlias(randomInt(2 ** 31), 0);
  await tx.participant.create({
    data: { roomId: id, userId: actor.userId, role: 'owner', alias, aliasKey: uniqueKey(alias) },
  });
  await openLog(tx, { id, now }, { step: 0, stage: first.stage, round: 1 });
  await recordEvent(tx, id, 'step-changed', id);
  await audit(tx, actor, 'room-open', { roomId: id });
  return ok({ roomId: id, slug: roomSlug(commons.slug, key), joinCode });
}

async function hasOpenedMany(tx: Transaction, actor: Person): Promise<boolean> {
  const [opened] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Participant" p JOIN "Room" r ON r."id" = p."roomId"
    WHERE p."userId" = ${actor.userId}::uuid AND p."role" = 'owner' AND r."kind" = 'class'
      AND r."createdAt" > now() - interval '1 hour'`;
  return (opened?.count ?? 0) >= MOST_IN_AN_HOUR;
}
