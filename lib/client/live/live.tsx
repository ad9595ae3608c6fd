'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { LiveMessage, RoomNow } from '@/lib/domain/room/live';
import { LiveRoom, type LiveSnapshot, type LiveState, NOTHING_HEARD } from './live-room';

const RoomContext = createContext<LiveRoom | null>(null);

/** What a page has to know of its room to hear it; made by the layout of the room's pages. */
export interface LiveRoomPlace {
  roomId: string;
  /** Up to where the page's own data tell everything. */
  cursor: string;
}

/** Hears a room for all that is below. */
export function LiveRoomProvider({
  place,
  personKey,
  children,
}: {
  /** Null where nothing is heard, as for those who only visit. */
  place: LiveRoomPlace | null;
  /** Id of the account; null for a visitor. */
  personKey: string | null;
  children: ReactNode;
}) {
  const key = place === null ? null : `${place.roomId} ${personKey}`;
  // A page that is read anew brings a newer cursor; what is heard already goes on from where it is.
  const [held, setHeld] = useState(() => ({ key, room: roomOf(place, personKey) }));
  if (held.key !== key) setHeld({ key, room: roomOf(place, personKey) });
  const { room } = held;
  useEffect(() => room?.start(), [room]);
  return <RoomContext value={room}>{children}</RoomContext>;
}

const roomOf = (place: LiveRoomPlace | null, personKey: string | null): LiveRoom | null =>
  place === null ? null : new LiveRoom(place.roomId, personKey, place.cursor);

const never = () => () => undefined;
const nothing = () => NOTHING_HEARD;

function useLiveSnapshot<T>(pick: (snapshot: LiveSnapshot) => T): T {
  const room = useContext(RoomContext);
  return useSyncExternalStore(
    room?.subscribe ?? never,
    () => pick(room?.read() ?? NOTHING_HEARD),
    () => pick(nothing()),
  );
}

/** Calls back for each message of the room, once, with the newest handler; outside of a room never. */
export function useLive(handler: (message: LiveMessage) => void): void {
  const room = useContext(RoomContext);
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => room?.listen((message) => newest.current(message)), [room]);
}

/** How many people have a page of the room open; null until it was said. */
export const usePresence = (): number | null => useLiveSnapshot(({ here }) => here);

/** How well the room is heard. `reconnecting` may be over in a moment: show it only when it lasts. */
export const useLiveState = (): LiveState => useLiveSnapshot(({ state }) => state);

/** Where the room is, as last heard; null until something changed since the page was made. */
export const useRoomNow = (): RoomNow | null => useLiveSnapshot(({ now }) => now);
