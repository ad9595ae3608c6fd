import 'server-only';
import { thingNamed } from '../../domain/annotation/web/addresses';
import type { AttachedNote, LeftNote, LeftReason } from '../../domain/annotation/web/import-view';
import type { PortableNote } from '../../domain/annotation/web/notes';
import type { ReadNotes } from '../../domain/annotation/web/read-notes';
import type { AnnotationKind } from '../../domain/debate/view';
import { prose } from '../../domain/text/input';
import { LIMITS } from '../../domain/text/limits';
import type { Person } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { type FileToPlace, ImportPlaces, type Standing } from './import-places';

/** Decides where each annotation of a file would stand in a room, or why nowhere. Writes nothing. */

export interface PlannedNote {
  id: string;
  kind: AnnotationKind;
  body: string;
  tags: string[];
  standing: Standing;
  shown: AttachedNote;
}

export interface NotesPlan {
  /** Each after what it answers. */
  planned: PlannedNote[];
  left: LeftNote[];
}

/** A file with the places of its passages; `idOf` is the id that a note has here by its IRI. */
export interface FileOfNotes extends FileToPlace {
  notes: ReadNotes['notes'];
  /** Whose notes they become. */
  userId: string;
}

const body = prose(LIMITS.annotationBody);
const quoteIn = ({ target }: PortableNote): string => (target.type === 'passage' ? target.exact : '');

interface Candidate {
  id: string;
  note: PortableNote;
}

/** What becomes of each note of the file. */
export async function planNotes(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  file: FileOfNotes,
): Promise<NotesPlan> {
  const left: LeftNote[] = [];
  const candidates = await candidatesOf(tx, room, file, left);
  const named = candidates.map(({ note }) => note);
  const places = await ImportPlaces.open(tx, actor, room, file, named);

  const planned: PlannedNote[] = [];
  const leave = ({ note }: Candidate, reason: LeftReason) =>
    left.push({ iri: note.iri, reason, quote: quoteIn(note), body: note.body });
  const plan = (candidate: Candidate) => {
    const standing = places.standingOf(candidate.note);
    if (typeof standing === 'string') return leave(candidate, standing);
    const { id, note } = candidate;
    places.remember(note.iri, id, standing);
    const { how, on, exact } = standing;
    const shown = { iri: note.iri, how, on, exact, quote: quoteIn(note), body: note.body };
    return planned.push({ id, kind: note.kind, body: note.body, tags: [...note.tags], standing, shown });
  };

  // Answers wait for what they answer; what only waits for one another answers nothing.
  let waiting = candidates;
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    const open = new Set(waiting.map(({ note }) => note.iri));
    const isReady = ({ note: { target } }: Candidate) => target.type !== 'note' || !open.has(target.iri);
    for (const candidate of waiting.filter(isReady)) plan(candidate);
    waiting = waiting.filter((candidate) => !isReady(candidate));
  }
  for (const candidate of waiting) leave(candidate, 'answers-nothing');
  return { planned, left };
}

/** The annotations that can be notes of this person and are none yet; the others are left with their reason. */
async function candidatesOf(
  tx: Transaction,
  room: RoomContext,
  { notes, idOf, userId }: FileOfNotes,
  left: LeftNote[],
): Promise<Candidate[]> {
  const read = notes.map(({ iri, note }) => ({ iri, note, id: idOf(iri) }));
  const own = read.flatMap(({ iri }) => {
    const named = thingNamed(publicUrl(), iri);
    return named?.type === 'note' && named.roomId === room.id ? [named.noteId] : [];
  });
  const known = await tx.annotation.findMany({
    where: {
      roomId: room.id,
      OR: [{ id: { in: read.map(({ id }) => id) } }, { id: { in: own }, author: { userId } }],
    },
    select: { id: true },
  });
  const here = new Set(known.map(({ id }) => id));
  const candidates: Candidate[] = [];
  for (const { iri, id, note } of read) {
    const named = thingNamed(publicUrl(), iri);
    const isKnown = here.has(id) || (named?.type === 'note' && here.has(named.noteId));
    const words = typeof note === 'string' ? null : body.safeParse(note.body);
    const reason = isKnown ? 'known' : typeof note === 'string' ? note : words?.success ? null : 'too-long';
    if (reason !== null || typeof note === 'string' || !words?.success) {
      const said =
        typeof note === 'string' ? { quote: '', body: '' } : { quote: quoteIn(note), body: note.body };
      left.push({ iri, reason: reason ?? 'no-words', ...said });
      continue;
    }
    // The same IRI again in one file is the same annotation.
    here.add(id);
    candidates.push({ id, note: { ...note, body: words.data } });
  }
  return candidates;
}
