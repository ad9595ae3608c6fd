import 'server-only';
import type { NoteSettings } from '../../domain/annotation/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';
import { roomBySlug, roomContext } from '../room/room-context';
import { visibleNotes } from './visible-notes';

/** What a room asks of notes; null for whoever may not change it. */
export async function noteSettingsOf(actor: Actor, roomId: string): Promise<NoteSettings | null> {
  const room = await roomContext(actor, roomId);
  if (!room || !can(actor, 'room:maintain', room)) return null;
  return database().prisma.room.findUniqueOrThrow({
    where: { id: room.id },
    select: { notesNeedApproval: true, notesBeforeOthers: true },
  });
}

/** How many notes of a debate's commons wait for a maintainer or were reported; 0 for whoever decides on none. */
export async function notesToDecide(actor: Actor, slug: string): Promise<number> {
  const room = await roomBySlug(actor, slug);
  if (!room || !can(actor, 'room:maintain', room)) return 0;
  return database().prisma.annotation.count({
    where: {
      AND: [visibleNotes(actor, room, 'words')],
      roomId: room.id,
      visibility: { not: 'private' },
      OR: [{ status: 'waiting' }, { status: { not: 'hidden' }, reports: { some: { settledAt: null } } }],
    },
  });
}
