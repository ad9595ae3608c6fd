import 'server-only';
import { containerIri, noteIri } from '../../domain/annotation/web/addresses';
import type { ExportedNote } from '../../domain/annotation/web/exported-note';
import type { ContainerPreference } from '../../domain/annotation/web/preference';
import type { WebJson } from '../../domain/annotation/web/web-annotation';
import {
  annotationCollection,
  annotationPage,
  type Container,
  lastPage,
  webAnnotation,
} from '../../domain/annotation/web/write-web-annotations';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { readableContributionsSql } from '../claim/visible';
import { database } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { annotationView, notesInSight } from './annotation-views';
import { readPlaces } from './export-places';
import { exportedNote } from './exported-notes';
import { visibleNotesSql } from './visible-notes';

/** A room's notes as a container of the W3C Web Annotation Protocol, which other programs read page by page. */

export const PAGE_SIZE = 50;

interface Kept {
  title: string;
  total: number;
  modified: string | null;
  /** Of one page. Oldest first, so that a page that is full stays as it is. */
  notes: ExportedNote[];
}

interface Debate {
  slug: string;
  title: string;
  language: string;
}

const debateOf = ({ debateId }: RoomContext): Promise<Debate> =>
  database().prisma.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { slug: true, title: true, language: true },
  });

/** One page of the notes that have words for this reader, of which nothing but their ids is read for the whole room. */
async function keptNotes(actor: Actor, roomId: string, page: number): Promise<Kept | null> {
  const room = await roomContext(actor, roomId);
  if (!room) return null;
  const debate = await debateOf(room);
  const { total, modified, ids } = await idsOf(actor, room, page);
  return { title: debate.title, total, modified, notes: await notesOf(actor, room, debate, ids) };
}

async function idsOf(
  actor: Actor,
  room: RoomContext,
  page: number,
): Promise<{ total: number; modified: string | null; ids: string[] }> {
  const place = visibleNotesSql(room, 'place');
  const hasWords = visibleNotesSql(room, 'words');
  const readable = readableContributionsSql(actor, room);
  const [row] = await database().prisma.$queryRaw<{ total: number; modified: Date | null; ids: string[] }[]>`
    WITH RECURSIVE thread AS (
      SELECT a."id", a."revision", a."createdAt", ${hasWords} AS "hasWords" FROM "Annotation" a
      WHERE a."roomId" = ANY (${room.path}::uuid[]) AND a."parentId" IS NULL AND ${place}
        AND (a."claimId" IS NULL OR EXISTS (SELECT FROM "Claim" c WHERE c."id" = a."claimId" AND ${readable}))
        AND (a."relationId" IS NULL OR EXISTS (SELECT FROM "Relation" c WHERE c."id" = a."relationId" AND ${readable}))
      UNION ALL
      SELECT a."id", a."revision", a."createdAt", ${hasWords}
      FROM "Annotation" a JOIN thread ON a."parentId" = thread."id" WHERE ${place}
    ), listed AS (
      SELECT thread."id", thread."createdAt", r."createdAt" AS "modified" FROM thread
      JOIN "AnnotationRevision" r ON r."annotationId" = thread."id" AND r."number" = thread."revision"
      WHERE thread."hasWords" AND r."body" <> ''
    )
    SELECT count(*)::int AS "total", max(CASE WHEN thread."revision" > 1 THEN listed."modified" ELSE listed."createdAt" END)
        AS "modified",
      ARRAY(SELECT "id" FROM listed ORDER BY "createdAt", "id"
        LIMIT ${PAGE_SIZE}::int OFFSET ${page * PAGE_SIZE}::int)::text[] AS "ids"
    FROM listed JOIN thread USING ("id")`;
  const { total = 0, modified = null, ids = [] } = row ?? {};
  return { total, modified: modified?.toISOString() ?? null, ids };
}

/** These notes, in this order, as they leave the app. */
async function notesOf(
  actor: Actor,
  room: RoomContext,
  { slug, language }: Debate,
  ids: readonly string[],
): Promise<ExportedNote[]> {
  const found = await notesInSight(database().prisma, actor, room, ids);
  const seen = ids.flatMap((id) => found.get(id) ?? []);
  const home = publicUrl();
  const targets = seen.map(({ target }) => target);
  const placeOf = await readPlaces(actor, room, { home, slug }, targets);
  return seen.map(({ row, target }) =>
    // An answer is written in the room of what it answers.
    exportedNote(annotationView(actor, room, row, target), placeOf(target), language, (id) =>
      noteIri(home, row.roomId, id),
    ),
  );
}

function containerOf(roomId: string, { title, total, modified }: Kept, isNames: boolean): Container {
  const iri = containerIri(publicUrl(), roomId);
  const iris = isNames ? 1 : 0;
  return {
    iri: `${iri}?iris=${iris}`,
    label: title,
    modified,
    total,
    pageSize: PAGE_SIZE,
    pageIri: (page) => `${iri}?iris=${iris}&page=${page}`,
  };
}

const itemsOf = ({ notes }: Kept, isNames: boolean): (Record<string, unknown> | string)[] =>
  notes.map(({ note }) => (isNames ? note.iri : webAnnotation(note, null, false)));

/** The container itself, with its first page inside unless the client wants less. */
export async function webContainer(
  actor: Actor,
  roomId: string,
  preference: ContainerPreference,
): Promise<Result<WebJson, Failure>> {
  const kept = await keptNotes(actor, roomId, 0);
  if (!kept) return err(failure('not-found'));
  const isNames = preference === 'names';
  const container = containerOf(roomId, kept, isNames);
  if (preference === 'minimal') {
    const iri = containerIri(publicUrl(), roomId);
    return ok({ ...annotationCollection({ ...container, iri }, null), id: iri });
  }
  const first = annotationPage(container, 0, itemsOf(kept, isNames), false);
  return ok({ ...annotationCollection(container, first), id: container.iri });
}

/** One page of the container, from 0. */
export async function webContainerPage(
  actor: Actor,
  roomId: string,
  page: number,
  isNames: boolean,
): Promise<Result<WebJson, Failure>> {
  const kept = await keptNotes(actor, roomId, page);
  if (!kept) return err(failure('not-found'));
  const container = containerOf(roomId, kept, isNames);
  if (kept.total === 0 || page > lastPage(container)) return err(failure('not-found'));
  const json = annotationPage(container, page, itemsOf(kept, isNames));
  return ok({ ...json, id: container.pageIri(page) });
}

/** One note with words for this reader. */
export async function webNote(
  actor: Actor,
  roomId: string,
  annotationId: string,
): Promise<Result<WebJson, Failure>> {
  const room = await roomContext(actor, roomId);
  const [found] = room ? await notesOf(actor, room, await debateOf(room), [annotationId]) : [];
  if (!found?.hasWords) return err(failure('not-found'));
  return ok({ ...webAnnotation(found.note, { iri: publicUrl(), name: 'Standpoint' }), id: found.note.iri });
}
