import 'server-only';
import { isNoMoreOpen, isOpenToOthers } from '../../domain/annotation/visibility';
import type { NoteStatus, Visibility } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Deed } from '../../domain/room/acts';
import type { Person } from '../../policy/actor';
import { can } from '../../policy/can';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** For whom a note is. */
export interface Audience {
  visibility: Visibility;
  /** Set for a group. */
  groupId: string | null;
}

/**
 * Whether an audience can be chosen in this room, for a note that answers `parent` or none, and which group it means: that
 * of the note that is answered, else the author's own.
 */
export function audienceIn(
  room: RoomContext,
  visibility: Visibility,
  parent: Audience | null,
): Result<Audience, Failure> {
  if (visibility === 'public' && room.kind !== 'commons') {
    return err(failure('public-in-commons-only', { field: 'visibility' }));
  }
  if (parent && !isNoMoreOpen(visibility, parent.visibility)) {
    return err(failure('reply-to-private', { field: 'visibility' }));
  }
  if (visibility !== 'group') return ok({ visibility, groupId: null });
  const groupId = parent?.visibility === 'group' ? groupOfParent(room, parent.groupId) : room.group?.id;
  return groupId ? ok({ visibility, groupId }) : err(failure('no-group', { field: 'visibility' }));
}

/** An answer to a group stays in that group; from those who sit in it, and from who keeps the room. */
const groupOfParent = (room: RoomContext, groupId: string | null): string | null =>
  groupId !== null && (room.groupIds.includes(groupId) || room.homes.at(-1)?.maintains) ? groupId : null;

/** What writing a note for these people is, as far as the room's step decides. */
export const deedOf = (visibility: Visibility): Deed => (visibility === 'private' ? 'private-note' : 'note');

/** Whether a note written for this audience shows at once. */
export const firstStatus = (actor: Person, room: RoomContext, visibility: Visibility): NoteStatus =>
  isOpenToOthers(visibility) && !can(actor, 'annotation:publish-at-once', room) ? 'waiting' : 'published';

/** The same after a change of its words: what a maintainer hid stays hidden until one shows it again. */
export const statusAfterEdit = (
  actor: Person,
  room: RoomContext,
  before: NoteStatus,
  visibility: Visibility,
): NoteStatus => (before === 'hidden' ? 'hidden' : firstStatus(actor, room, visibility));

/** The audience of the note that is answered, which cannot change until the transaction ends. */
export async function lockedParent(tx: Transaction, parentId: string | null): Promise<Audience | null> {
  if (parentId === null) return null;
  const [parent] = await tx.$queryRaw<Audience[]>`
    SELECT "visibility"::text, "groupId" FROM "Annotation" WHERE "id" = ${parentId}::uuid FOR SHARE`;
  return parent ?? null;
}

/**
 * Whether answers below a note allow it this audience: none may be open to more people than what it answers, however far
 * below. What others answered in private does not count, or the refusal would tell of it.
 */
export async function fitsAnswers(tx: Transaction, id: string, audience: Audience): Promise<boolean> {
  const [open] = await tx.$queryRaw<{ count: number }[]>`
    WITH RECURSIVE below AS (
      SELECT "id", "visibility", "groupId", "removedAt" FROM "Annotation" WHERE "parentId" = ${id}::uuid
      UNION ALL
      SELECT a."id", a."visibility", a."groupId", a."removedAt" FROM "Annotation" a JOIN below ON a."parentId" = below."id"
    )
    SELECT count(*)::int AS "count" FROM below
    WHERE "removedAt" IS NULL AND ("visibility" > ${audience.visibility}::"Visibility"
      OR (${audience.visibility} = 'group' AND "visibility" = 'group' AND "groupId" IS DISTINCT FROM ${audience.groupId}::uuid))`;
  return open?.count === 0;
}
