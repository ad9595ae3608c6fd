import 'server-only';
import { createHash } from 'node:crypto';
import type { AttachedNote, LeftNote, NotesImport } from '../../domain/annotation/web/import-view';
import type { ReadNotes } from '../../domain/annotation/web/read-notes';
import type { ImportNotes } from '../../domain/annotation/web/schema';
import type { Visibility } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { wholeCharacters } from '../../domain/text/whole-characters';
import type { Actor, Person } from '../../policy/actor';
import { refusalToAct } from '../../policy/deeds';
import { database, type Transaction } from '../database/client';
import { type Idempotency, once } from '../once';
import { recordEvents } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { refusedMeanwhile } from '../room/still-takes';
import { type PassagesOfFile, passagesOfFile, stillNewest } from './import-passages';
import { type PlannedNote, planNotes } from './import-plan';
import { isInLog, seated } from './note-at-work';
import { deedOf, firstStatus } from './note-audience';
import { notesInFile } from './notes-in-worker';

/** Notes from files: looked at first, then written whole or not at all, as notes of the person who brings them. */

/** Annotations of one file. */
export const MOST_IMPORTED = 1_000;
/** A thousand notes take longer than one; still bounded. */
const IMPORT_TIMEOUT_MS = 60_000;
/** Of words that only show which note is meant. */
const EXCERPT = 160;

interface Looked {
  planned: PlannedNote[];
  answer: NotesImport;
}

/** What an import of this file would do; writes nothing. */
export async function previewNotes(
  actor: Actor,
  roomId: string,
  input: ImportNotes,
): Promise<Result<NotesImport, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomToImportInto(actor, roomId, input.visibility);
  if (!room.ok) return room;
  const file = await readFile(actor, room.value, input);
  if (!file.ok) return file;
  const looked = await lookAt(database().prisma, actor, room.value, file.value);
  return looked.ok ? ok(looked.value.answer) : looked;
}

/**
 * Writes the notes of a file that find their place, in one transaction; those that are here already stay as they are. The
 * file is read and its passages are looked for before anything is locked: `out-of-date` when a text has a newer version by
 * the time they are written.
 */
export async function importNotes(
  actor: Actor,
  roomId: string,
  input: ImportNotes,
  idempotency: Idempotency | null = null,
): Promise<Result<NotesImport, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomToImportInto(actor, roomId, input.visibility);
  if (!room.ok) return room;
  const here = await seated(actor, room.value);
  if (!here) return err(failure('not-allowed'));
  const file = await readFile(actor, here, input);
  if (!file.ok) return file;
  return once(
    actor,
    idempotency,
    async (tx): Promise<Result<NotesImport, Failure>> => {
      // Two imports of one file at the same moment: the second one finds what the first one wrote.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import-notes/${here.participantId}`}, 0))`;
      const looked = await lookAt(tx, actor, here, file.value);
      if (!looked.ok) return looked;
      await writeNotes(tx, actor, here, input.visibility, looked.value.planned);
      const late = await refusedMeanwhile(tx, actor, here, deedOf(input.visibility));
      return late ? err(late) : ok(looked.value.answer);
    },
    IMPORT_TIMEOUT_MS,
  );
}

async function roomToImportInto(
  actor: Actor,
  roomId: string,
  visibility: Visibility,
): Promise<Result<RoomContext, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const untaken = refusalToAct(actor, room, deedOf(visibility));
  return untaken ? err(failure(untaken)) : ok(room);
}

/** The id that a note of a file has here: the same for the same person, so that a second import finds the first. */
export function importedId(roomId: string, actor: Person, iri: string): string {
  const hex = createHash('sha256').update(`${roomId} ${actor.userId} ${iri}`).digest('hex');
  // Version 8 of RFC 9562: made by a rule of one's own.
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface FileRead {
  read: ReadNotes;
  passages: PassagesOfFile;
  visibility: Visibility;
}

/** A file with the places of its passages. Parsing and looking take long for large ones: never within a transaction. */
async function readFile(
  actor: Person,
  room: RoomContext,
  { text, sourceVersionId, visibility }: ImportNotes,
): Promise<Result<FileRead, Failure>> {
  const read = await notesInFile(text, MOST_IMPORTED, actor);
  if (!read.ok) return read;
  const passages = await passagesOfFile(room, sourceVersionId, read.value.notes, actor);
  return passages.ok ? ok({ read: read.value, passages: passages.value, visibility }) : passages;
}

async function lookAt(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  { read, passages, visibility }: FileRead,
): Promise<Result<Looked, Failure>> {
  const newest = await stillNewest(tx, passages);
  if (!newest.ok) return newest;
  const plan = await planNotes(tx, actor, room, {
    notes: read.notes,
    passages,
    visibility,
    userId: actor.userId,
    idOf: (iri) => importedId(room.id, actor, iri),
  });
  return ok({
    planned: plan.planned,
    answer: {
      attached: plan.planned.map(({ shown }) => excerpted(shown)),
      left: plan.left.map(excerpted),
      warnings: read.warnings,
      referenceCount: read.referenceCount,
    },
  });
}

const excerpt = (text: string): string =>
  text.length <= EXCERPT ? text : `${wholeCharacters(text.slice(0, EXCERPT))}…`;

const excerpted = <T extends LeftNote | AttachedNote>(note: T): T => ({
  ...note,
  iri: excerpt(note.iri),
  quote: excerpt(note.quote),
  body: excerpt(note.body),
  ...('exact' in note ? { exact: excerpt(note.exact) } : {}),
});

/** Whom the words of a file name is called by nobody: what somebody wrote elsewhere was not said to people here. */
async function writeNotes(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  visibility: Visibility,
  planned: readonly PlannedNote[],
): Promise<void> {
  const status = firstStatus(actor, room, visibility);
  await tx.annotation.createMany({
    data: planned.map(({ id, kind, tags, standing }) => ({
      id,
      debateId: room.debateId,
      roomId: room.id,
      authorId: room.participantId,
      kind,
      visibility,
      status,
      tags,
      ...standing.tie,
    })),
  });
  await tx.annotationRevision.createMany({
    data: planned.map(({ id, body }) => ({ annotationId: id, number: 1, body, visibility })),
  });
  if (!isInLog({ visibility, status })) return;
  await recordEvents(
    tx,
    room.id,
    'annotation-added',
    planned.map(({ id }) => id),
  );
}
