import 'server-only';
import type { AnnotationView } from '../../domain/annotation/view';
import { isForTheRoom } from '../../domain/annotation/visibility';
import { type Failure, failure } from '../../domain/failure';
import { err, type Result } from '../../domain/result';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import type { AnnotationSubject } from '../../policy/subjects';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { annotationSubject, annotationView, noteInSight } from './annotation-views';
import type { AnnotationRow } from './note-rows';

/** What every command on one note begins and ends with. */

export type NoteResult = Result<{ annotation: AnnotationView }, Failure>;

/** A note that a command works on, locked until its transaction ends. */
export interface NoteAtWork {
  tx: Transaction;
  actor: Person;
  room: RoomContext;
  row: AnnotationRow;
  subject: AnnotationSubject;
}

/**
 * Finds and locks a note of this very room that the actor may read, and hands it to a command in one transaction.
 * @param takesSeat the command leaves something of the actor's behind, for which they need a seat
 */
export async function onNote(
  actor: Actor,
  roomId: string,
  annotationId: string,
  work: (note: NoteAtWork) => Promise<NoteResult>,
  takesSeat = false,
): Promise<NoteResult> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await roomContext(actor, roomId);
  if (!found) return err(failure('not-found'));
  const room = takesSeat ? await seated(actor, found) : found;
  if (!room) return err(failure('not-allowed'));
  return inTransaction(async (tx): Promise<NoteResult> => {
    await tx.$executeRaw`SELECT FROM "Annotation" WHERE "id" = ${annotationId}::uuid FOR UPDATE`;
    const note = await noteInSight(tx, actor, room, annotationId);
    const subject = note && annotationSubject(room, note.row);
    if (!note || !subject?.isFromHere || !can(actor, 'annotation:read', subject))
      return err(failure('not-found'));
    return work({ tx, actor, room, row: note.row, subject });
  });
}

/** The room with a seat of the actor's in it, made if need be; null when they may not take one. */
export async function seated(actor: Person, room: RoomContext): Promise<RoomContext | null> {
  if (room.participantId) return room;
  if (!can(actor, 'annotation:add', { ...room, stage: 'explore' })) return null;
  await seatIn(actor, room);
  return roomContext(actor, room.id);
}

/** A note as its reader sees it now. */
export async function viewOf(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  id: string,
): Promise<AnnotationView> {
  const note = await noteInSight(tx, actor, room, id);
  if (!note) throw new Error('A note at work is not in sight');
  return annotationView(actor, room, note.row, note.target);
}

/** The log is the room's: only what everyone in it may read leaves a trace there. */
export const isInLog = ({ visibility, status }: Pick<AnnotationRow, 'visibility' | 'status'>): boolean =>
  isForTheRoom(visibility) && status === 'published';
