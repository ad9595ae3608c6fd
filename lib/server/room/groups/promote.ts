import 'server-only';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { Promote, Promoted } from '../../../domain/room/groups';
import type { Actor, Person } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { audit } from '../../audit';
import { guarded } from '../../claim/relation-writing';
import { database } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { lockMap, recordEdit, track } from '../../edit/track';
import { tellAuthor } from '../../notification/tell';
import { similarClaims } from '../../search/queries';
import { recordEvent, recordEvents } from '../events';
import { type RoomContext, roomContext } from '../room-context';
import { authorIn, type Taking, takeClaim, takeTie } from './promoted-rows';

/**
 * Taking a claim or a note from a group to its class, or from a class to the commons of its debate: by who keeps both. It is
 * copied, with what it rests on and hangs on, under its author's alias; taken again, it is the one that is there. What is for
 * fewer people than the group stays where it is.
 */

type Taken = Omit<Promoted, 'similar'> & { text: string | null };

export async function promote(
  actor: Actor,
  roomId: string,
  { claimId, annotationId }: Promote,
): Promise<Result<Promoted, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:maintain', room)) return err(failure('not-allowed'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  const below = await roomBelow(actor, room, { claimId, annotationId });
  if (!below.ok) return below;
  const taken = await guarded(() =>
    inTransaction(async (tx): Promise<Result<Taken, Failure>> => {
      await lockMap(tx, room.debateId);
      const taking = { tx, room, tracker: track(tx), underway: new Set<string>(), made: [] };
      const done = claimId
        ? await promoteClaim(actor, taking, claimId)
        : await promoteNote(actor, taking, annotationId ?? '');
      if (!done.ok) return done;
      return ok(done.value);
    }),
  );
  if (!taken.ok) return taken;
  const { text, ...answer } = taken.value;
  return ok({ ...answer, similar: text === null ? [] : await likeIt(actor, room, answer.id, text) });
}

/** The room that has it, right below this one, when the actor keeps that one as well. */
async function roomBelow(
  actor: Person,
  room: RoomContext,
  { claimId, annotationId }: Promote,
): Promise<Result<RoomContext, Failure>> {
  const { prisma } = database();
  const row: { roomId: string; groupId?: string | null } | null = claimId
    ? await prisma.claim.findFirst({
        where: { id: claimId, isMotion: false, debateId: room.debateId },
        select: { roomId: true },
      })
    : await prisma.annotation.findFirst({
        where: { id: annotationId ?? '', debateId: room.debateId },
        select: { roomId: true, groupId: true },
      });
  // What was written in the class for one group is that group's.
  const homeId = row?.roomId === room.id ? row.groupId : row?.roomId;
  const below = homeId ? await roomContext(actor, homeId) : null;
  if (below?.path.at(-2) !== room.id) return err(failure('not-found'));
  return can(actor, 'room:maintain', below) ? ok(below) : err(failure('not-allowed'));
}

async function promoteClaim(actor: Person, taking: Taking, claimId: string): Promise<Result<Taken, Failure>> {
  const { tx, room, made } = taking;
  const taken = await takeClaim(taking, claimId);
  if (!taken.ok) return taken;
  const { id, code } = taken.value;
  await recordMade(actor, taking);
  if (made.length > 0) await audit(tx, actor, 'claim-promote', { roomId: room.id, subjectId: id });
  const { current } = await tx.claim.findUniqueOrThrow({ where: { id }, include: { current: true } });
  const along = made.filter((claim) => claim.id !== id).map((claim) => claim.code);
  return ok({ id, code, wasThere: made.length === 0, along, text: current.text });
}

async function recordMade(actor: Person, { tx, room, tracker, made }: Taking): Promise<void> {
  const last = made.at(-1);
  if (!last) return;
  await recordEvents(
    tx,
    room.id,
    'claim-promoted',
    made.map(({ id }) => id),
  );
  await recordEdit(tx, actor, room, 'claim_added', last.id, tracker);
  for (const { id, authorId } of made)
    await tellAuthor(tx, actor, authorId, { roomId: room.id, kind: 'claim-promoted', subjectId: id });
}

/** A note stands in the class by itself: where it answered another one, it is about what their thread is about. */
async function promoteNote(
  actor: Person,
  taking: Taking,
  annotationId: string,
): Promise<Result<Taken, Failure>> {
  const { tx, room, made } = taking;
  await tx.$executeRaw`SELECT FROM "Annotation" WHERE "id" = ${annotationId}::uuid FOR UPDATE`;
  const note = await tx.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    include: { root: true, revisions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  if (note.removedAt) return err(failure('annotation-removed'));
  const isOpen = note.visibility === 'group' || note.visibility === 'room';
  if (!isOpen || note.status !== 'published') return err(failure('not-found'));
  const there = await tx.annotation.findFirst({
    where: { promotedFromId: annotationId, roomId: room.id, removedAt: null },
    select: { id: true },
  });
  if (there) return ok({ id: there.id, code: null, wasThere: true, along: [], text: null });
  const about = note.root ?? note;
  const tie = await takeTie(taking, about);
  if (!tie.ok) return tie;
  await recordMade(actor, taking);
  const id = uuidv7();
  const authorId = await authorIn(taking, note.authorId);
  const { sourceId, sourceVersionId, start, end, exact, prefix, suffix } = about;
  await tx.annotation.create({
    data: {
      ...tie.value,
      id,
      debateId: room.debateId,
      roomId: room.id,
      authorId,
      kind: note.kind,
      visibility: 'room',
      status: 'published',
      tags: note.tags,
      sourceId,
      sourceVersionId,
      start,
      end,
      exact,
      prefix,
      suffix,
      promotedFromId: annotationId,
      revisions: {
        create: { number: 1, body: note.revisions[0]?.body ?? '', visibility: 'room' },
      },
    },
  });
  await recordEvent(tx, room.id, 'annotation-promoted', id);
  await tellAuthor(tx, actor, authorId, { roomId: room.id, kind: 'annotation-promoted', subjectId: id });
  await audit(tx, actor, 'note-promote', { roomId: room.id, subjectId: id });
  return ok({ id, code: null, wasThere: false, along: made.map(({ code }) => code), text: null });
}

/** Claims that the room had already and that say something like it. */
async function likeIt(
  actor: Actor,
  room: RoomContext,
  id: string,
  text: string,
): Promise<Promoted['similar']> {
  const found = await similarClaims(actor, room.id, text, '');
  // Too many searches a minute: the claim was taken all the same.
  if (!found.ok) return [];
  return found.value.claims
    .filter((claim) => claim.id !== id)
    .map((claim) => ({ id: claim.id, code: claim.code, text: claim.text }));
}
