import 'server-only';
import { quoteAt } from '../../domain/annotation/quote';
import { type NamedThing, thingNamed } from '../../domain/annotation/web/addresses';
import type { PassageTarget } from '../../domain/annotation/web/find-passages';
import type { AttachedHow, AttachedNote, LeftReason } from '../../domain/annotation/web/import-view';
import type { NoteTarget, PortableNote } from '../../domain/annotation/web/notes';
import type { Visibility } from '../../domain/debate/view';
import type { Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { readableContributions } from '../claim/visible';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { annotationSubject, type NoteInSight, notesInSight } from './annotation-views';
import { namedHere, type PassagesOfFile } from './import-passages';
import { audienceIn } from './note-audience';
import { MOST_REPLY_DEPTH, type Tie } from './note-tie';

/** Where notes of a file can stand in a room: its texts, claims and relations, and notes that are there or come with it. */

export interface Standing {
  tie: Tie;
  on: AttachedNote['on'];
  how: AttachedHow;
  /** The words that it stands on; empty off a passage. */
  exact: string;
}

/** A note that others may answer. */
interface Answerable {
  id: string;
  rootId: string;
  parentId: string | null;
  depth: number;
}

const whole = (tie: Tie, on: AttachedNote['on']): Standing => ({ tie, on, how: 'whole', exact: '' });

export interface FileToPlace {
  passages: PassagesOfFile;
  visibility: Visibility;
  idOf: (iri: string) => string;
}

/** What the notes of a file name in a room, as far as this person may put notes there: ids by the names of the file. */
interface Places {
  claims: ReadonlyMap<string, string>;
  relations: ReadonlySet<string>;
  sources: ReadonlyMap<string, string>;
  notes: ReadonlyMap<string, NoteInSight>;
}

export class ImportPlaces {
  readonly #room: RoomContext;
  readonly #file: FileToPlace;
  readonly #places: Places;
  readonly #answerable = new Map<string, Answerable | null>();

  private constructor(room: RoomContext, file: FileToPlace, places: Places) {
    this.#room = room;
    this.#file = file;
    this.#places = places;
  }

  /** Reads everything that these notes name, with one statement for each kind of thing. */
  static async open(
    tx: Transaction,
    actor: Person,
    room: RoomContext,
    file: FileToPlace,
    notes: readonly PortableNote[],
  ): Promise<ImportPlaces> {
    const iris = new Set(notes.flatMap(({ target }) => (target.type === 'passage' ? [] : [target.iri])));
    const answered = new Set(notes.flatMap(({ target }) => (target.type === 'note' ? [target.iri] : [])));
    const named = [...iris].flatMap((iri) => namedHere(file.passages.slug, iri) ?? []);
    return new ImportPlaces(room, file, {
      ...(await contributionsNamed(tx, actor, room, named)),
      sources: await sourcesNamed(tx, room, named),
      notes: await notesNamed(tx, actor, room, file, [...answered]),
    });
  }

  /** Where a note stands, or why nowhere. An answer comes after what it answers. */
  standingOf({ target }: PortableNote): Standing | LeftReason {
    if (target.type === 'passage') return this.#passage(target);
    if (target.type === 'note') {
      const answered = this.#answered(target.iri);
      if (answered) return answered;
    }
    const known = this.#whole(target);
    // One may answer a claim or a text too: what is neither that nor a note in sight was meant to be a note.
    return target.type === 'note' && known === 'elsewhere' ? 'answers-nothing' : known;
  }

  /** A note of the file that others of it may answer from now on. */
  remember(iri: string, id: string, { tie }: Standing): void {
    if (!('parentId' in tie)) {
      this.#answerable.set(iri, { id, rootId: id, parentId: null, depth: 0 });
      return;
    }
    const above = [...this.#answerable.values()].find((one) => one?.id === tie.parentId);
    this.#answerable.set(iri, { id, ...tie, depth: (above?.depth ?? 0) + 1 });
  }

  #passage(target: PassageTarget): Standing | LeftReason {
    const { version, place } = this.#file.passages.found.get(target) ?? {};
    const quote = version && place ? quoteAt(version.text, place.start, place.end) : null;
    if (!version || !place || !quote) return 'orphan';
    const { start, end, how } = place;
    return {
      tie: { sourceVersionId: version.id, start, end, ...quote },
      on: 'passage',
      how,
      exact: quote.exact,
    };
  }

  #whole({ iri }: Exclude<NoteTarget, PassageTarget>): Standing | LeftReason {
    const { slug, chosen } = this.#file.passages;
    const named = namedHere(slug, iri);
    switch (named?.type) {
      case 'claim': {
        const claimId = this.#places.claims.get(named.code);
        return claimId ? whole({ claimId }, 'claim') : 'elsewhere';
      }
      case 'relation': {
        const { relationId } = named;
        return this.#places.relations.has(relationId) ? whole({ relationId }, 'relation') : 'elsewhere';
      }
      case 'source':
      case 'version': {
        const sourceId = this.#places.sources.get(named.sourceKey);
        return sourceId ? whole({ sourceId }, 'source') : 'elsewhere';
      }
      case 'note':
        return 'answers-nothing';
      default:
        return chosen.source.url === iri ? whole({ sourceId: chosen.sourceId }, 'source') : 'elsewhere';
    }
  }

  /** The place of an answer: under a note of the file, one of an earlier import, or one of this room's. */
  #answered(iri: string): Standing | null {
    const parent = this.#answerable.get(iri) ?? this.#noteHere(iri);
    if (!parent) return null;
    // As deep as threads go, an answer stands beside what it answers.
    const parentId = (parent.depth >= MOST_REPLY_DEPTH && parent.parentId) || parent.id;
    return { tie: { parentId, rootId: parent.rootId }, on: 'note', how: 'answer', exact: '' };
  }

  #noteHere(iri: string): Answerable | null {
    for (const id of namesOfNote(iri, this.#file.idOf)) {
      const note = this.#places.notes.get(id);
      if (!note || !audienceIn(this.#room, this.#file.visibility, note.row).ok) continue;
      const { parentId, rootId } = note.row;
      return { id, rootId: rootId ?? id, parentId, depth: note.depth };
    }
    return null;
  }
}

/** The ids that a note can have here: as one that came from a file before, and by its own address. */
function namesOfNote(iri: string, idOf: (iri: string) => string): string[] {
  const named = thingNamed(publicUrl(), iri);
  return [idOf(iri), ...(named?.type === 'note' ? [named.noteId] : [])];
}

type Named<T extends NamedThing['type']> = Extract<NamedThing, { type: T }>;
const named = <T extends NamedThing['type']>(things: readonly NamedThing[], type: T): Named<T>[] =>
  things.filter((thing): thing is Named<T> => thing.type === type);
/** No text of the database has this character, and it takes none that has it. */
const isText = (name: string): boolean => !name.includes('\0');

async function contributionsNamed(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  things: readonly NamedThing[],
): Promise<Pick<Places, 'claims' | 'relations'>> {
  const open = {
    debateId: room.debateId,
    AND: [readableContributions(actor, room)],
    status: { not: 'archived' as const },
  };
  const codes = named(things, 'claim')
    .map(({ code }) => code)
    .filter(isText);
  const ids = named(things, 'relation').map(({ relationId }) => relationId);
  const claims = await tx.claim.findMany({
    where: { ...open, code: { in: codes } },
    select: { id: true, code: true },
  });
  const relations = await tx.relation.findMany({ where: { ...open, id: { in: ids } }, select: { id: true } });
  return {
    claims: new Map(claims.map(({ code, id }) => [code, id])),
    relations: new Set(relations.map(({ id }) => id)),
  };
}

async function sourcesNamed(
  tx: Transaction,
  room: RoomContext,
  things: readonly NamedThing[],
): Promise<Places['sources']> {
  const keys = [...named(things, 'source'), ...named(things, 'version')].map(({ sourceKey }) => sourceKey);
  const rows = await tx.source.findMany({
    where: { debateId: room.debateId, key: { in: keys.filter(isText) } },
    select: { id: true, key: true },
  });
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Those of these notes that this person may answer. */
async function notesNamed(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  { idOf }: FileToPlace,
  iris: readonly string[],
): Promise<Places['notes']> {
  const ids = [...new Set(iris.flatMap((iri) => namesOfNote(iri, idOf)))];
  if (ids.length === 0) return new Map();
  // Locked, so that a note removed or closed at this moment takes no reply.
  await tx.$executeRaw`SELECT FROM "Annotation" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR SHARE`;
  const notes = await notesInSight(tx, actor, room, ids);
  return new Map(
    [...notes].filter(([, { row }]) => {
      const subject = annotationSubject(room, row);
      return subject.isFromHere && !subject.isRemoved && can(actor, 'annotation:read', subject);
    }),
  );
}
