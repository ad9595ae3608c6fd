import 'server-only';
import type { AuditQuery } from '../../domain/annotation/schema';
import type { AnnotationView, AuditView, ModeratedNote, ModerationView } from '../../domain/annotation/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';
import { notesWhere, withPlaces } from './note-lists';

/** What those who keep a room look at; nobody else sees any of it. */

const MOST_OF_EACH = 200;
const AUDIT_PAGE = 50;

async function keptRoom(actor: Actor, roomId: string): Promise<Result<RoomContext, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  return can(actor, 'room:maintain', room) ? ok(room) : err(failure('not-allowed'));
}

/** Notes of this very room that wait, that were reported, and that are hidden. */
export async function moderationOf(actor: Actor, roomId: string): Promise<Result<ModerationView, Failure>> {
  const found = await keptRoom(actor, roomId);
  if (!found.ok) return found;
  const room = found.value;
  const here = { roomId: room.id, removedAt: null };
  const listed = async (where: object, order: 'asc' | 'desc'): Promise<ModeratedNote[]> => {
    const notes = await notesWhere(actor, room, { ...here, ...where }, { most: MOST_OF_EACH, order });
    return withReports(
      actor,
      room,
      notes.filter(({ canModerate }) => canModerate),
    );
  };
  const [waiting, reported, hidden] = await Promise.all([
    listed({ status: 'waiting' }, 'asc'),
    listed({ status: { not: 'hidden' }, reports: { some: { settledAt: null } } }, 'asc'),
    listed({ status: 'hidden' }, 'desc'),
  ]);
  return ok({ waiting, reported, hidden: hidden.toReversed() });
}

async function withReports(
  actor: Actor,
  room: RoomContext,
  notes: readonly AnnotationView[],
): Promise<ModeratedNote[]> {
  const reports = await database().prisma.annotationReport.findMany({
    where: { annotationId: { in: notes.map(({ id }) => id) }, settledAt: null },
    include: { participant: { select: { alias: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return withPlaces(
    actor,
    room,
    notes.map((note) => ({
      note,
      reports: reports
        .filter(({ annotationId }) => annotationId === note.id)
        .map(({ reason, words, createdAt, participant }) => ({
          reason,
          words,
          createdAt: createdAt.toISOString(),
          reporterAlias: participant.alias,
        })),
    })),
  );
}

/** A page of the room's audit log, newest first, after the entry `before`. */
export async function auditOf(
  actor: Actor,
  roomId: string,
  { before }: AuditQuery,
): Promise<Result<{ entries: AuditView[]; next: string | null }, Failure>> {
  const found = await keptRoom(actor, roomId);
  if (!found.ok) return found;
  const room = found.value;
  const { prisma } = database();
  // Ids are drawn in the order of time.
  const rows = await prisma.auditEntry.findMany({
    where: { roomId: room.id, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: AUDIT_PAGE + 1,
  });
  const page = rows.slice(0, AUDIT_PAGE);
  const seats = await prisma.participant.findMany({
    where: { roomId: { in: room.path }, userId: { in: page.flatMap(({ userId }) => userId ?? []) } },
    select: { roomId: true, userId: true, alias: true },
  });
  // Under the alias of this room, else of the nearest one above in which they sit.
  const aliasOf = (userId: string | null): string | null =>
    room.path
      .toReversed()
      .map((id) => seats.find((seat) => seat.roomId === id && seat.userId === userId)?.alias)
      .find((alias) => alias !== undefined) ?? null;
  return ok({
    entries: page.map(({ id, action, userId, subjectId, reason, recordedAt }) => ({
      id,
      action,
      byAlias: userId === null ? null : aliasOf(userId),
      subjectId,
      reason,
      at: recordedAt.toISOString(),
    })),
    next: rows.length > AUDIT_PAGE ? (page.at(-1)?.id ?? null) : null,
  });
}
