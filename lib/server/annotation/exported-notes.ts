import 'server-only';
import type { AnnotationThread, AnnotationView } from '../../domain/annotation/view';
import { noteIri } from '../../domain/annotation/web/addresses';
import type { ExportedNote } from '../../domain/annotation/web/exported-note';
import type { Actor } from '../../policy/actor';
import { database } from '../database/client';
import { roomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { threadsIn } from './annotation-views';
import { type Placed, readPlaces } from './export-places';
import { ownNotes } from './note-lists';

/** Notes as they leave the app: what this reader may read and nothing else, under the names that the room knows. */

export interface ExportedRoom {
  roomId: string;
  title: string;
  slug: string;
  language: string;
  /** By place, then by time; answers after what they answer. */
  notes: ExportedNote[];
}

/**
 * The notes of a room, as every list of notes shows them to this reader.
 * @param isMine only the reader's own, private ones among them
 * @returns null when the room is not the reader's to read
 */
export async function exportedNotes(
  actor: Actor,
  roomId: string,
  { isMine }: { isMine: boolean },
): Promise<ExportedRoom | null> {
  const room = await roomContext(actor, roomId);
  const threads =
    room && (isMine ? await ownThreads(actor, roomId) : await threadsIn(actor, room, { all: true }));
  if (!room || !threads) return null;
  const debate = await database().prisma.debate.findUniqueOrThrow({
    where: { id: room.debateId },
    select: { slug: true, title: true, language: true },
  });
  const home = publicUrl();
  const placeOf = await readPlaces(
    actor,
    room,
    { home, slug: debate.slug },
    threads.map(({ note }) => note.target),
  );
  const rooms = await roomsOf(threads);
  const iri = (id: string): string => noteIri(home, rooms.get(id) ?? room.id, id);
  const exported = (thread: AnnotationThread, placed: Placed): ExportedNote[] => {
    const { note, replies } = thread;
    const below = replies.flatMap((reply) => exported(reply, placed));
    if (isMine && !note.isOwn) return below;
    return [exportedNote(note, placed, debate.language, iri), ...below];
  };
  const notes = threads
    .map((thread) => ({ thread, placed: placeOf(thread.note.target) }))
    .sort((one, other) => comparePlaces(one.placed, other.placed))
    .flatMap(({ thread, placed }) => exported(thread, placed));
  return { roomId: room.id, ...debate, notes };
}

/** One note as it leaves the app, with the place that its thread is about. */
export const exportedNote = (
  note: AnnotationView,
  placed: Placed,
  language: string,
  iri: (id: string) => string,
): ExportedNote => ({
  id: note.id,
  parentId: note.parentId,
  note: {
    iri: iri(note.id),
    kind: note.kind,
    body: note.body,
    language,
    tags: note.tags,
    alias: note.authorAlias,
    createdAt: note.createdAt,
    editedAt: note.editedAt,
    target: note.parentId === null ? placed.target : { type: 'note', iri: iri(note.parentId) },
  },
  visibility: note.visibility,
  status: note.status,
  mark: note.mark,
  // One that waits or is hidden has no words for others.
  hasWords: !note.isRemoved && note.body !== '',
  place: placed.place,
});

/** The threads in which the reader has written, and what they wrote in others that are out of sight by now. */
async function ownThreads(actor: Actor, roomId: string): Promise<AnnotationThread[] | null> {
  const own = await ownNotes(actor, roomId);
  return own.ok ? own.value.threads.map(({ thread }) => thread) : null;
}

function comparePlaces({ order: one }: Placed, { order: other }: Placed): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The room that each note was written in: a class lists those of the commons too. */
async function roomsOf(threads: readonly AnnotationThread[]): Promise<Map<string, string>> {
  const idsIn = (all: readonly AnnotationThread[]): string[] =>
    all.flatMap(({ note, replies }) => [note.id, ...idsIn(replies)]);
  const rows = await database().prisma.annotation.findMany({
    where: { id: { in: idsIn(threads) } },
    select: { id: true, roomId: true },
  });
  return new Map(rows.map(({ id, roomId }) => [id, roomId]));
}
