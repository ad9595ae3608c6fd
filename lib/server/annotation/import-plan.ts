import 'server-only';
import { thingNamed } from '../../domain/annotation/web/addresses';
import { bodyAsMarkdown } from '../../domain/annotation/web/body-as-markdown';
import type { AttachedNote, LeftNote, LeftReason } from '../../domain/annotation/web/import-view';
import { noteOf, type PortableNote } from '../../domain/annotation/web/notes';
import type { WebAnnotation } from '../../domain/annotation/web/web-annotation';
import type { AnnotationKind, Visibility } from '../../domain/debate/view';
import { line, prose } from '../../domain/text/input';
import { LIMITS } from '../../domain/text/limits';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Person } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { ImportPlaces, type Standing } from './import-places';

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

export interface FileOfNotes {
  annotations: readonly WebAnnotation[];
  /** The text in which passages are looked for, unless they name another one of this debate. */
  sourceVersionId: string;
  visibility: Visibility;
  /** The id that a note has here by its IRI. */
  idOf: (iri: string) => string;
  /** Whose notes they become. */
  userId: string;
}

const body = prose(LIMITS.annotationBody);
const tag = line(LIMITS.tag);

/** Those of the tags that a note of ours can have: no two alike, none too long, not too many. */
function tagsOf({ tags }: PortableNote): string[] {
  const kept = new Map<string, string>();
  for (const one of tags) {
    const read = tag.safeParse(one);
    if (read.success && !kept.has(uniqueKey(read.data))) kept.set(uniqueKey(read.data), read.data);
  }
  return [...kept.values()].slice(0, LIMITS.tagsOfNote);
}

const quoteIn = ({ target }: PortableNote): string => (target.type === 'passage' ? target.exact : '');

interface Candidate {
  id: string;
  note: PortableNote;
}

/** Null when the text to look in is not this debate's. */
export async function planNotes(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  file: FileOfNotes,
): Promise<NotesPlan | null> {
  const places = await ImportPlaces.open(tx, actor, room, file);
  if (!places) return null;
  const left: LeftNote[] = [];
  const candidates = await candidatesOf(tx, room, file, left);
  await places.findPassages(candidates.map(({ note }) => note));

  const planned: PlannedNote[] = [];
  const leave = ({ note }: Candidate, reason: LeftReason) =>
    left.push({ iri: note.iri, reason, quote: quoteIn(note), body: note.body });
  const plan = async (candidate: Candidate) => {
    const standing = await places.standingOf(candidate.note);
    if (typeof standing === 'string') return leave(candidate, standing);
    const { id, note } = candidate;
    places.remember(note.iri, id, standing);
    const { how, on, exact } = standing;
    const shown = { iri: note.iri, how, on, exact, quote: quoteIn(note), body: note.body };
    return planned.push({ id, kind: note.kind, body: note.body, tags: tagsOf(note), standing, shown });
  };

  // Answers wait for what they answer; what only waits for one another answers nothing.
  let waiting = candidates;
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    const open = new Set(waiting.map(({ note }) => note.iri));
    const isReady = ({ note: { target } }: Candidate) => target.type !== 'note' || !open.has(target.iri);
    for (const candidate of waiting.filter(isReady)) await plan(candidate);
    waiting = waiting.filter((candidate) => !isReady(candidate));
  }
  for (const candidate of waiting) leave(candidate, 'answers-nothing');
  return { planned, left };
}

/** The annotations that can be notes of this person and are none yet; the others are left with their reason. */
async function candidatesOf(
  tx: Transaction,
  room: RoomContext,
  { annotations, idOf, userId }: FileOfNotes,
  left: LeftNote[],
): Promise<Candidate[]> {
  const read = annotations.map((annotation) => ({
    annotation,
    id: idOf(annotation.id),
    note: noteOf(annotation, bodyAsMarkdown),
  }));
  const own = read.flatMap(({ annotation }) => {
    const named = thingNamed(publicUrl(), annotation.id);
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
  for (const { annotation, id, note } of read) {
    const named = thingNamed(publicUrl(), annotation.id);
    const isKnown = here.has(id) || (named?.type === 'note' && here.has(named.noteId));
    const words = typeof note === 'string' ? null : body.safeParse(note.body);
    const reason = isKnown ? 'known' : typeof note === 'string' ? note : words?.success ? null : 'too-long';
    if (reason !== null || typeof note === 'string' || !words?.success) {
      const said =
        typeof note === 'string' ? { quote: '', body: '' } : { quote: quoteIn(note), body: note.body };
      left.push({ iri: annotation.id, reason: reason ?? 'no-words', ...said });
      continue;
    }
    // The same IRI again in one file is the same annotation.
    here.add(id);
    candidates.push({ id, note: { ...note, body: words.data } });
  }
  return candidates;
}
