import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { asOpenAs } from '../../domain/annotation/visibility';
import type { Visibility } from '../../domain/debate/view';
import { holdsBackNotes } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { readableContributions } from '../claim/visible';
import type { NoteReader, RoomContext } from '../room/room-context';

/**
 * Which notes a reader sees, said to the database: the twin of `annotation:find` and `annotation:read` in the policy, once
 * as a Prisma condition and once as SQL, both written from one list of alternatives. Every query over notes asks here.
 */

/**
 * `place`: the note stands in a list, be it as a gap over its replies. `words`: what it says may be shown too: it neither
 * waits nor is hidden, or the reader oversees it, and it was not removed.
 */
export type Sight = 'place' | 'words';

/** Notes of one room that a reader sees for one reason. */
interface Alternative {
  roomId: string;
  visibilities: readonly Visibility[];
  /** Written by this seat. */
  authorId?: string;
  /** Answering a note of this seat, or in a thread that it began. */
  answersId?: string;
  /** For one of these groups. */
  groupIds?: readonly string[];
  /** Only those that came with the debate: the others are held back. */
  isOnlyEditors: boolean;
  /** Whatever a maintainer has decided. */
  isOverseen: boolean;
}

function alternativesFor({ homes, groupIds, isSignedIn, isAdministrator }: NoteReader): Alternative[] {
  return homes.flatMap((home): Alternative[] => {
    const { roomId, seatId, maintains } = home;
    const plain = { roomId, isOnlyEditors: holdsBackNotes(home), isOverseen: false };
    const overseen = { roomId, isOnlyEditors: false, isOverseen: true };
    const open: Alternative[] = [];
    if (maintains) open.push({ ...overseen, visibilities: asOpenAs('teachers') });
    else if (isAdministrator) open.push({ ...overseen, visibilities: asOpenAs('room') });
    else open.push({ ...plain, visibilities: asOpenAs(isSignedIn ? 'room' : 'public') });
    if (!maintains && groupIds.length > 0) open.push({ ...plain, visibilities: ['group'], groupIds });
    if (!maintains && seatId) {
      open.push({ ...plain, visibilities: ['teachers', 'group'], answersId: seatId });
    }
    if (seatId) open.push({ ...overseen, visibilities: asOpenAs('private'), authorId: seatId });
    return open;
  });
}

function whereOf(one: Alternative, sight: Sight): Prisma.AnnotationWhereInput {
  const all: Prisma.AnnotationWhereInput[] = [];
  if (one.answersId) {
    all.push({ OR: [{ parent: { authorId: one.answersId } }, { root: { authorId: one.answersId } }] });
  }
  if (one.isOnlyEditors) all.push({ author: { isEditor: true } });
  return {
    roomId: one.roomId,
    visibility: { in: [...one.visibilities] },
    ...(one.authorId ? { authorId: one.authorId } : {}),
    ...(one.groupIds ? { groupId: { in: [...one.groupIds] } } : {}),
    ...(sight === 'words' ? { removedAt: null, ...(one.isOverseen ? {} : { status: 'published' }) } : {}),
    AND: all,
  };
}

function sqlOf(one: Alternative, sight: Sight, note: Prisma.Sql): Prisma.Sql {
  const all = [
    Prisma.sql`${note}."roomId" = ${one.roomId}::uuid`,
    Prisma.sql`${note}."visibility" = ANY (${[...one.visibilities]}::"Visibility"[])`,
  ];
  if (one.authorId) all.push(Prisma.sql`${note}."authorId" = ${one.authorId}::uuid`);
  if (one.groupIds) all.push(Prisma.sql`${note}."groupId" = ANY (${[...one.groupIds]}::uuid[])`);
  if (one.answersId) {
    all.push(Prisma.sql`EXISTS (SELECT FROM "Annotation" asked
      WHERE asked."id" IN (${note}."parentId", ${note}."rootId") AND asked."authorId" = ${one.answersId}::uuid)`);
  }
  if (one.isOnlyEditors) {
    all.push(Prisma.sql`EXISTS (SELECT FROM "Participant" editor
      WHERE editor."id" = ${note}."authorId" AND editor."isEditor")`);
  }
  if (sight === 'words') {
    all.push(Prisma.sql`${note}."removedAt" IS NULL`);
    if (!one.isOverseen) all.push(Prisma.sql`${note}."status" = 'published'`);
  }
  return Prisma.sql`(${Prisma.join(all, ' AND ')})`;
}

/**
 * The notes in sight of a room that this reader sees, for Prisma. What is said about a suggestion is as hidden as the
 * suggestion. Of a reply, the notes above it have to be asked for too: below what is out of sight everything is.
 */
export function visibleNotes(
  actor: Actor,
  room: RoomContext,
  sight: Sight = 'place',
): Prisma.AnnotationWhereInput {
  const readable = readableContributions(actor, room);
  return {
    AND: [
      { OR: alternativesFor(room).map((one) => whereOf(one, sight)) },
      { OR: [{ claimId: null }, { claim: readable }] },
      { OR: [{ relationId: null }, { relation: readable }] },
    ],
  };
}

/**
 * The same as SQL, for the note under this name in the statement. Says nothing of the claim or relation that the note is
 * on: for statements that look at those in sight, or that ask `visibleNotes` about what they find.
 */
export const visibleNotesSql = (
  room: NoteReader,
  sight: Sight = 'place',
  { name }: { name: 'a' | 'n' } = { name: 'a' },
): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    alternativesFor(room).map((one) => sqlOf(one, sight, NAMES[name])),
    ' OR ',
  )})`;

const NAMES = { a: Prisma.sql`a`, n: Prisma.sql`n` } as const;
