import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { maintainsBy } from '../../domain/room/roles';
import type { Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { visibleNotes, visibleNotesSql } from '../annotation/visible-notes';
import type { Transaction } from '../database/client';
import { keepers, type NoteHome, type RoomContext } from '../room/room-context';

/**
 * Of the notes on a debate's sources those whose places concern somebody: their own, and for those who maintain the debate
 * also what they see of others'. A source belongs to all rooms of its debate, so this asks about notes of all of them.
 */
export interface ConcernedBy {
  actor: Person;
  /** The commons, with every room of the debate that they see as one whose notes are in sight. */
  room: RoomContext;
  /** The seats of this person alone count. */
  isOnlyOwn: boolean;
}

/** @param commons of the debate, as this person finds it */
export async function concernedBy(
  tx: Transaction,
  actor: Person,
  commons: RoomContext,
): Promise<ConcernedBy> {
  const rooms = await tx.room.findMany({
    where: { debateId: commons.debateId },
    select: {
      id: true,
      kind: true,
      path: true,
      participants: {
        where: { userId: actor.userId, leftAt: null },
        take: 1,
        select: { id: true, role: true },
      },
    },
  });
  const byId = new Map(rooms.map((one) => [one.id, one]));
  const roleIn = (id: string) => byId.get(id)?.participants[0]?.role ?? null;
  const homes = rooms.flatMap(({ id, kind, path, participants: [seat] }): NoteHome[] => {
    const keeping = keepers(path.flatMap((one) => byId.get(one) ?? []));
    // A right of the account alone is less than keeping a room.
    const maintains = maintainsBy(keeping.map((one) => roleIn(one.id)));
    // A class that is held by others is not in sight of who maintains the debate.
    const isInSight = kind === 'commons' || seat !== undefined || maintains || actor.isAdministrator;
    return isInSight
      ? [{ roomId: id, kind, seatId: seat?.id ?? null, required: 0, posted: 0, maintains }]
      : [];
  });
  return { actor, room: { ...commons, homes }, isOnlyOwn: !can(actor, 'room:maintain', commons) };
}

const seatsIn = ({ room }: ConcernedBy): string[] =>
  room.homes.flatMap(({ seatId }) => (seatId === null ? [] : [seatId]));

/** Of what stands in a source, the ids of the notes that concern this person. */
export async function seenNotes(
  tx: Transaction,
  by: ConcernedBy,
  standing: readonly { type: 'citation' | 'note'; id: string }[],
): Promise<ReadonlySet<string>> {
  const ids = standing.filter(({ type }) => type === 'note').map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await tx.annotation.findMany({
    where: {
      id: { in: ids },
      ...(by.isOnlyOwn ? { authorId: { in: seatsIn(by) } } : {}),
      AND: [visibleNotes(by.actor, by.room, 'words')],
    },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** The same as SQL, for the note `n` in the statement. */
export const concernsSql = (by: ConcernedBy): Prisma.Sql =>
  Prisma.sql`(${visibleNotesSql(by.room, 'words', { name: 'n' })}
    AND (${!by.isOnlyOwn} OR n."authorId" = ANY (${seatsIn(by)}::uuid[])))`;
