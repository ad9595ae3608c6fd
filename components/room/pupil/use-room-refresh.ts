'use client';

import { useGentleRefresh } from '@/lib/client/live/gentle-refresh';
import { useLive } from '@/lib/client/live/live';
import type { RoomEvent } from '@/lib/domain/room/events';
import type { RoomFrame } from '@/lib/domain/room/view';

/** What changes this page for a participant, beside the step and the clock. */
const TELLING: ReadonlySet<RoomEvent> = new Set([
  'settings-changed',
  'plan-changed',
  'room-closed',
  'room-reopened',
  'names-revealed',
  'groups-changed',
  'sides-changed',
  'feedback-released',
]);

/** A change is followed within this time, drawn for each page: a class does not ask in one moment. */
const SPREAD_MS = 1_500;

/** What changes it when it is done to the reader. */
const OF_SELF: ReadonlySet<RoomEvent> = new Set(['help-given', 'person-changed', 'person-left']);

/** Reads the page anew when something changes that it tells of; a change of step is followed by every page of a room. */
export function useRoomRefresh({ id, seat }: Pick<RoomFrame, 'id' | 'seat'>): void {
  const refresh = useGentleRefresh(id);
  useLive((message) => {
    const isNews =
      message.type === 'reset' ||
      (message.type === 'event' &&
        (TELLING.has(message.event) ||
          (OF_SELF.has(message.event) && message.subject === seat?.participantId)));
    if (isNews) refresh(Math.random() * SPREAD_MS);
  });
}
