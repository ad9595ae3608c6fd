import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { isTheme, THEME_COOKIE, type Theme } from '@/components/shell/preferences';
import { signedInPerson } from '@/lib/server/account/queries';
import { notesToDecide } from '@/lib/server/annotation/note-settings';
import { waitingCount } from '@/lib/server/claim/waiting-count';
import { openedDebate } from '@/lib/server/debate/queries';
import { pageCursor } from '@/lib/server/live/page-cursor';
import { unreadCount } from '@/lib/server/notification/queries';
import { mayOpenClass } from '@/lib/server/room/open-room';
import { roomBySlug } from '@/lib/server/room/room-context';
import { roomFrame } from '@/lib/server/room/room-frame';
import { currentActor } from '@/lib/server/session';
import { waitingAnchors } from '@/lib/server/source/anchor-queue';
import { readTour } from '@/lib/server/tour/tour';

/** What every page's chrome shows of the reader; asked for once per request, however many parts need it. */
export const readerTheme = cache(async (): Promise<Theme> => {
  const kept = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(kept) ? kept : 'system';
});

/** Whose page it is: said again with everything that the page sends. */
export const readerId = async (): Promise<string | null> => {
  const actor = await currentActor();
  return actor.kind === 'person' ? actor.userId : null;
};

export const readerPerson = cache(async () => {
  const actor = await currentActor();
  const [person, unread] = await Promise.all([signedInPerson(actor), unreadCount(actor)]);
  return person && { ...person, unread };
});

/**
 * The debate as this reader may see it: one reading for the layout, its title and the page together. Of a large debate
 * the part that holds the claim of this code.
 */
export const readerDebate = cache(
  async (slug: string, motion?: string, claim?: string, shows: 'levels' | 'citations' = 'levels') =>
    openedDebate(await currentActor(), slug, motion, claim, shows),
);

/** How many suggested claims of a debate wait for this reader's decision. */
export const readerWaitingCount = async (slug: string): Promise<number> =>
  waitingCount(await currentActor(), slug);

/** How many places in new texts wait for this reader's decision. */
export const readerAnchorCount = async (slug: string): Promise<number> => {
  const actor = await currentActor();
  const room = await roomBySlug(actor, slug);
  return room ? waitingAnchors(actor, room) : 0;
};

/** How many notes of a debate wait for this reader's decision, or were reported to them. */
export const readerNotesToDecide = async (slug: string): Promise<number> =>
  notesToDecide(await currentActor(), slug);

/** Whether this reader may hold a class on a debate. A visitor may: signing in is the first step of it. */
export const readerMayOpenClass = async (slug: string): Promise<boolean> => {
  const actor = await currentActor();
  return actor.kind === 'visitor' || mayOpenClass(actor, slug);
};

/** The guided tour of a debate, as this reader can follow it; null when there is no such debate. */
export const readerTour = cache(async (slug: string) => {
  const read = await readTour(await currentActor(), slug);
  return read.ok ? read.value : null;
});

/** The room as its own pages show it; null for the commons. */
export const readerFrame = cache(async (slug: string) => roomFrame(await currentActor(), slug));

/** From where a page of the room hears it; null for those who only visit: their pages are as they were read. */
export const readerLivePlace = async (slug: string): Promise<{ roomId: string; cursor: string } | null> => {
  const actor = await currentActor();
  if (actor.kind === 'visitor') return null;
  const room = await roomBySlug(actor, slug);
  return room && { roomId: room.id, cursor: await pageCursor(room) };
};
