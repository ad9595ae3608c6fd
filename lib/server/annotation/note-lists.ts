import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { AliasQuery } from '../../domain/annotation/schema';
import type {
  AnnotationThread,
  AnnotationView,
  MentionView,
  PlacedThread,
  TagCount,
} from '../../domain/annotation/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Actor } from '../../policy/actor';
import { database } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';
import { threadsIn, viewsOf } from './annotation-views';
import { placesOf } from './note-places';
import { ownRows } from './note-rows';
import { visibleNotes } from './visible-notes';

/** Lists of notes by something else than where they hang: own ones, those that name the reader, their tags. */

const MOST_MENTIONS_LISTED = 100;
const MOST_ALIASES = 10;
const MOST_TAGS = 200;
const MOST_TAGGED_NOTES = 20_000;

const inOrder = (threads: readonly AnnotationThread[]): AnnotationView[] =>
  threads.flatMap(({ note, replies }) => [note, ...inOrder(replies)]);

/** Notes that fulfil a condition and that this reader sees in their threads, by id. */
export async function notesWhere(
  actor: Actor,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput,
  { most, order }: { most: number; order: 'asc' | 'desc' },
): Promise<AnnotationView[]> {
  const found = await database().prisma.annotation.findMany({
    where: { AND: [visibleNotes(actor, room, 'words'), where] },
    select: { id: true, rootId: true },
    orderBy: [{ createdAt: order }, { id: order }],
    take: most,
  });
  const rootIds = [...new Set(found.map(({ id, rootId }) => rootId ?? id))];
  const byId = new Map(inOrder(await threadsIn(actor, room, { rootIds })).map((note) => [note.id, note]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Gives notes their places. */
export async function withPlaces<T extends { note: AnnotationView }>(
  actor: Actor,
  room: RoomContext,
  notes: readonly T[],
) {
  const placeOf = await placesOf(
    database().prisma,
    actor,
    room,
    notes.map(({ note }) => note.target),
  );
  return notes.map((one) => ({ ...one, place: placeOf(one.note.target) }));
}

/** Notes in sight of the room that name the reader, newest first. */
export async function mentionsOf(
  actor: Actor,
  roomId: string,
): Promise<Result<{ mentions: MentionView[] }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const seats = room.homes.flatMap(({ seatId }) => seatId ?? []);
  const named = { mentions: { some: { participantId: { in: seats } } } };
  const notes = await notesWhere(actor, room, named, { most: MOST_MENTIONS_LISTED, order: 'desc' });
  const mentions = await withPlaces(
    actor,
    room,
    notes.map((note) => ({ note })),
  );
  return ok({ mentions });
}

/** Aliases that begin like this, for somebody with a seat in the room who is about to name one. */
export async function aliasesLike(
  actor: Actor,
  roomId: string,
  { starts }: AliasQuery,
): Promise<Result<{ aliases: string[] }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!room.participantId) return err(failure('not-allowed'));
  const people = await database().prisma.participant.findMany({
    where: {
      roomId: room.id,
      userId: { not: null },
      leftAt: null,
      aliasKey: { startsWith: uniqueKey(starts) },
    },
    select: { alias: true },
    orderBy: { aliasKey: 'asc' },
    take: MOST_ALIASES,
  });
  return ok({ aliases: people.map(({ alias }) => alias) });
}

/** Tags of the notes whose words this reader sees, the most used first; spellings of one tag count together. */
export async function tagsInUse(
  actor: Actor,
  roomId: string,
): Promise<Result<{ tags: TagCount[] }, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const rows = await database().prisma.annotation.findMany({
    where: {
      AND: [
        visibleNotes(actor, room, 'words'),
        { tags: { isEmpty: false } },
        { OR: [{ rootId: null }, { root: visibleNotes(actor, room, 'place') }] },
      ],
    },
    select: { tags: true },
    orderBy: { id: 'desc' },
    take: MOST_TAGGED_NOTES,
  });
  const spellings = new Map<string, Map<string, number>>();
  for (const tag of rows.flatMap(({ tags }) => tags)) {
    const key = uniqueKey(tag);
    const known = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, known.set(tag, (known.get(tag) ?? 0) + 1));
  }
  const tags = [...spellings.values()].map((counts): TagCount => {
    const [[tag] = ['']] = [...counts].sort(
      (one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1),
    );
    return { tag, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  tags.sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1));
  return ok({ tags: tags.slice(0, MOST_TAGS) });
}

/**
 * Every thread of the room that the reader has written in, oldest first, each with its place. An own note whose thread is
 * out of sight by now stands alone: nobody loses their words.
 */
export async function ownNotes(
  actor: Actor,
  roomId: string,
): Promise<Result<{ threads: PlacedThread[] }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!room.participantId) return ok({ threads: [] });
  const { prisma } = database();
  const own = await ownRows(prisma, room);
  const rootIds = [...new Set(own.map(({ id, rootId }) => rootId ?? id))];
  const threads = await threadsIn(actor, room, { rootIds });
  const seen = new Set(inOrder(threads).map(({ id }) => id));
  const alone = await viewsOf(
    prisma,
    actor,
    room,
    own.filter(({ id }) => !seen.has(id)),
  );
  const all = [...threads, ...alone.map((note) => ({ note, replies: [] }))];
  all.sort((one, other) => (one.note.createdAt < other.note.createdAt ? -1 : 1));
  const placed = await withPlaces(actor, room, all);
  return ok({ threads: placed.map(({ place, note, replies }) => ({ place, thread: { note, replies } })) });
}
