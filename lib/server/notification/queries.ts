import 'server-only';
import type { NotePlace } from '../../domain/annotation/view';
import { type Failure, failure } from '../../domain/failure';
import type { NotificationKind } from '../../domain/notification/kinds';
import {
  MOST_NOTIFICATIONS,
  type NotificationList,
  type NotificationView,
  type ReadNotifications,
} from '../../domain/notification/view';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { notesWhere, withPlaces } from '../annotation/note-lists';
import { readableContributions } from '../claim/visible';
import { database } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';

/**
 * What a person was told. Entries hold ids; what they are about is looked up when the person looks, as they may see it then: a
 * note that was hidden since, or a room that they left, is not in the list any more.
 */

const ABOUT_NOTES: readonly NotificationKind[] = ['mention', 'reply', 'note-decided', 'annotation-promoted'];
const ABOUT_CLAIMS: readonly NotificationKind[] = ['claim-decided', 'claim-promoted'];

interface Entry {
  id: string;
  roomId: string;
  kind: NotificationKind;
  subjectId: string;
  count: number;
  latestAt: Date;
  readAt: Date | null;
}

/** The latest entries that the person may still know of, and how many of them are unread. */
export async function notificationsOf(actor: Actor): Promise<Result<NotificationList, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const entries = (await database().prisma.notification.findMany({
    where: { userId: actor.userId },
    orderBy: [{ latestAt: 'desc' }, { id: 'desc' }],
    take: MOST_NOTIFICATIONS,
    omit: { userId: true, createdAt: true, mailedAt: true },
  })) as Entry[];
  const views = new Map<string, NotificationView>();
  for (const roomId of new Set(entries.map((entry) => entry.roomId))) {
    const room = await roomContext(actor, roomId);
    if (!room) continue;
    const ofRoom = entries.filter((entry) => entry.roomId === roomId);
    for (const view of await viewsIn(actor, room, ofRoom)) views.set(view.id, view);
  }
  const notifications = entries.flatMap(({ id }) => views.get(id) ?? []);
  return ok({ unread: notifications.filter(({ isRead }) => !isRead).length, notifications });
}

async function viewsIn(
  actor: Actor,
  room: RoomContext,
  entries: readonly Entry[],
): Promise<NotificationView[]> {
  const { prisma } = database();
  const idsOf = (kinds: readonly NotificationKind[]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).map(({ subjectId }) => subjectId);
  const noteIds = idsOf(ABOUT_NOTES);
  const [debate, notes, claims] = await Promise.all([
    prisma.debate.findUniqueOrThrow({ where: { id: room.debateId }, select: { title: true } }),
    noteIds.length === 0
      ? []
      : notesWhere(actor, room, { id: { in: noteIds } }, { most: MOST_NOTIFICATIONS, order: 'desc' }).then(
          (found) =>
            withPlaces(
              actor,
              room,
              found.map((note) => ({ note })),
            ),
        ),
    prisma.claim.findMany({
      where: { id: { in: idsOf(ABOUT_CLAIMS) }, ...readableContributions(actor, room) },
      select: { id: true, code: true },
    }),
  ]);
  const placeOf = new Map(notes.map(({ note, place }) => [note.id, place]));
  const codeOf = new Map(claims.map(({ id, code }) => [id, code]));
  const named = {
    slug: room.slug,
    name: room.name,
    debateTitle: debate.title,
    isCommons: room.kind === 'commons',
  };
  return entries.flatMap(({ id, kind, subjectId, count, latestAt, readAt }): NotificationView[] => {
    const isAboutNote = ABOUT_NOTES.includes(kind);
    const isAboutClaim = ABOUT_CLAIMS.includes(kind);
    if (isAboutNote && !placeOf.has(subjectId)) return [];
    if (isAboutClaim && !codeOf.has(subjectId)) return [];
    const note = isAboutNote ? { id: subjectId, ...standingAt(placeOf.get(subjectId) ?? null) } : null;
    const code = isAboutClaim ? (codeOf.get(subjectId) ?? null) : (note?.claimCode ?? null);
    const when = { latestAt: latestAt.toISOString(), isRead: readAt !== null };
    return [{ id, kind, count, ...when, room: named, code, note }];
  });
}

/** Where a note hangs, as far as a link needs it. */
const standingAt = (place: NotePlace | null): { claimCode: string | null; passageKey: string | null } => ({
  claimCode: place?.type === 'claim' ? place.code : place?.type === 'relation' ? place.fromCode : null,
  passageKey: place?.type === 'passage' ? place.passageKey : null,
});

/**
 * How many entries of a person are unread, for the mark in every page's bar: those that the list shows, or the mark could not be
 * read away. Looked up only where one statement finds any at all.
 */
export async function unreadCount(actor: Actor): Promise<number> {
  if (actor.kind !== 'person') return 0;
  const { rows } = await database().pool.query<{ count: number }>({
    name: 'unread-notifications',
    text: `SELECT count(*)::int AS "count" FROM (
             SELECT FROM "Notification" n WHERE n."userId" = $1 AND n."readAt" IS NULL
               AND EXISTS (SELECT FROM "Participant" p WHERE p."userId" = $1 AND p."leftAt" IS NULL
                 AND p."roomId" = ANY (SELECT unnest(r."path") FROM "Room" r WHERE r."id" = n."roomId"))
             LIMIT ${MOST_NOTIFICATIONS}) AS unread`,
    values: [actor.userId],
  });
  if ((rows[0]?.count ?? 0) === 0) return 0;
  const list = await notificationsOf(actor);
  return list.ok ? list.value.unread : 0;
}

/** Marks entries as read; only one's own are there. */
export async function markRead(
  actor: Actor,
  { ids }: ReadNotifications,
): Promise<Result<{ unread: number }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  await database().prisma.notification.updateMany({
    where: { userId: actor.userId, readAt: null, ...(ids ? { id: { in: ids } } : {}) },
    data: { readAt: new Date() },
  });
  return ok({ unread: await unreadCount(actor) });
}
