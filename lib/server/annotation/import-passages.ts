import 'server-only';
import { type NamedThing, thingNamed } from '../../domain/annotation/web/addresses';
import type { FoundPassage, PassageTarget, SoughtPassage } from '../../domain/annotation/web/find-passages';
import type { PortableNote, Unusable } from '../../domain/annotation/web/notes';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { database, type Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { type Asking, passagesFound } from './notes-in-worker';

/** Finds the passages of a file of notes in the texts of a debate, before anything is locked. */

/** A text that is looked in. */
export interface ImportVersion {
  id: string;
  number: number;
  text: string;
  sourceId: string;
  source: { key: string; url: string | null };
}

export interface PassagesOfFile {
  slug: string;
  /** The text in which what names no text of ours is looked for. */
  chosen: ImportVersion;
  /** Every text that something was looked for in. */
  searched: ImportVersion[];
  found: ReadonlyMap<PassageTarget, { version: ImportVersion; place: FoundPassage | null }>;
}

const versionShape = {
  id: true,
  number: true,
  text: true,
  sourceId: true,
  source: { select: { key: true, url: true } },
} as const;

/** Of one file: what names more is looked for by its words alone. Each is a long text to compare with the newest one. */
const MOST_OLDER_TEXTS = 12;

/** What an IRI names here, when it is of this debate or a note. */
export function namedHere(slug: string, iri: string): NamedThing | null {
  const named = thingNamed(publicUrl(), iri);
  return named && named.type !== 'note' && named.slug !== slug ? null : named;
}

type Text = Pick<ImportVersion, 'id' | 'text'>;

/** Where a passage is looked for. */
interface Home<T extends Text = ImportVersion> {
  version: T;
  original: T | null;
  isNamed: boolean;
}

interface Search<T extends Text> {
  home: Home<T>;
  sought: SoughtPassage[];
}

/**
 * One search for each pair of texts, whatever the file calls them: each prepares its texts once, and whoever names no text of
 * ours means the chosen one.
 */
export function searchesFor<T extends Text>(
  targets: readonly PassageTarget[],
  homeOf: (iri: string) => Home<T>,
): Search<T>[] {
  const searches = new Map<string, Search<T>>();
  for (const target of targets) {
    const home = homeOf(target.source);
    const key = `${home.version.id} ${home.original?.id ?? ''}`;
    const search = searches.get(key) ?? { home, sought: [] };
    search.sought.push({ target, isNamed: home.isNamed });
    searches.set(key, search);
  }
  return [...searches.values()];
}

/** @returns `not-found` when the text to look in is not this debate's */
export async function passagesOfFile(
  room: RoomContext,
  sourceVersionId: string,
  notes: readonly { note: PortableNote | Unusable }[],
  asking: Asking,
): Promise<Result<PassagesOfFile, Failure>> {
  const { prisma } = database();
  const where = { id: sourceVersionId, debateId: room.debateId };
  const chosen = await prisma.sourceVersion.findFirst({ where, select: versionShape });
  if (!chosen) return err(failure('not-found', { field: 'sourceVersionId' }));
  const { slug } = await prisma.debate.findUniqueOrThrow({
    where: { id: room.debateId },
    select: { slug: true },
  });
  const targets = notes.flatMap(({ note }) =>
    typeof note !== 'string' && note.target.type === 'passage' ? [note.target] : [],
  );
  const homeOf = await homesOf(room, slug, chosen, targets);

  const all = searchesFor(targets, homeOf);
  const places = await passagesFound(
    all.map(({ home, sought }) => ({
      in: { text: home.version.text, original: home.original?.text ?? null },
      sought,
    })),
    asking,
  );
  if (!places.ok) return places;
  const found = new Map<PassageTarget, { version: ImportVersion; place: FoundPassage | null }>();
  for (const [index, { home, sought }] of all.entries()) {
    for (const [at, { target }] of sought.entries()) {
      found.set(target, { version: home.version, place: places.value[index]?.[at] ?? null });
    }
  }
  const searched = new Map(all.map(({ home: { version } }) => [version.id, version]));
  return ok({ slug, chosen, searched: [...searched.values()], found });
}

/** The texts that IRIs name: read at once, however many there are. */
async function homesOf(
  room: RoomContext,
  slug: string,
  chosen: ImportVersion,
  targets: readonly PassageTarget[],
): Promise<(iri: string) => Home> {
  const { prisma } = database();
  const named = new Map<string, { key: string; number: number }>();
  for (const iri of new Set(targets.map(({ source }) => source))) {
    const thing = namedHere(slug, iri);
    if (thing?.type === 'version') named.set(iri, { key: thing.sourceKey, number: thing.version });
  }
  const keys = [...new Set([...named.values()].map(({ key }) => key))];
  const names = await prisma.sourceVersion.findMany({
    where: { debateId: room.debateId, source: { key: { in: keys } } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, source: { select: { key: true } } },
  });
  const idOf = new Map(names.map(({ id, number, source }) => [`${source.key} ${number}`, id]));
  const newestOf = new Map(names.map(({ id, source }) => [source.key, id]));

  const older = new Set<string>();
  const ids = new Map<string, { newest: string; original: string | null; isNamed: boolean }>();
  for (const [iri, { key, number }] of named) {
    const [id, newest] = [idOf.get(`${key} ${number}`), newestOf.get(key)];
    if (!id || !newest) continue;
    if (id !== newest && (older.has(id) || older.size < MOST_OLDER_TEXTS)) older.add(id);
    const isFollowed = id === newest || older.has(id);
    ids.set(iri, { newest, original: older.has(id) ? id : null, isNamed: isFollowed });
  }
  const wanted = new Set([...ids.values()].flatMap(({ newest, original }) => [newest, original ?? newest]));
  const rows = await prisma.sourceVersion.findMany({
    where: { id: { in: [...wanted] } },
    select: versionShape,
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return (iri) => {
    const known = ids.get(iri);
    const version = known && rowOf.get(known.newest);
    if (!known || !version) return { version: chosen, original: null, isNamed: false };
    return { version, original: rowOf.get(known.original ?? '') ?? null, isNamed: known.isNamed };
  };
}

/**
 * Whether each text that was looked in is still the newest of its source; from here to the end of the transaction it stays
 * that.
 * @returns `out-of-date` with the number of the newest one otherwise
 */
export async function stillNewest(
  tx: Transaction,
  { searched }: Pick<PassagesOfFile, 'searched'>,
): Promise<Result<null, Failure>> {
  const sourceIds = searched.map(({ sourceId }) => sourceId).sort();
  if (sourceIds.length === 0) return ok(null);
  await tx.$executeRaw`SELECT FROM "Source" WHERE "id" = ANY (${sourceIds}::uuid[]) ORDER BY "id" FOR SHARE`;
  const newest = await tx.$queryRaw<{ sourceId: string; number: number }[]>`
    SELECT "sourceId", max("number") AS "number" FROM "SourceVersion"
    WHERE "sourceId" = ANY (${sourceIds}::uuid[]) GROUP BY "sourceId"`;
  const numbers = new Map(newest.map(({ sourceId, number }) => [sourceId, number]));
  for (const { sourceId, number } of searched) {
    const newestNumber = numbers.get(sourceId);
    if (newestNumber !== number) return err(failure('out-of-date', { current: { newestNumber } }));
  }
  return ok(null);
}
