import 'server-only';
import type { Listener } from './listener';
import { readSeen, writeSeen } from './room-numbers';

/** How often each process says whose pages are open; and for how long somebody counts who was seen elsewhere. */
export const SEEN_EVERY_MS = 20_000;
const SEEN_FOR_SECONDS = 45;

/** Whether somebody counts as here: in a class, those whom it is held for. */
const counts = ({ room, userId }: Listener, roomId: string): boolean => {
  if (userId === null) return false;
  const home = room.homes.find((one) => one.roomId === roomId);
  // Classes on a debate are not the public's business, so the commons counts its own readers alone.
  return room.path[0] === roomId ? room.id === roomId : home !== undefined && !home.maintains;
};

/** Who has a page of a room open: those of this process at once, those of others as they say every 20 seconds. */
export class Presence {
  /** When somebody was last seen, by room and person; milliseconds of this process's clock. */
  private seen = new Map<string, Map<string, number>>();
  /** When the last stream to a person ended here. */
  private readonly left = new Map<string, number>();

  /** @param hearing all who hear the room, from the rooms below it too */
  count(roomId: string, hearing: Iterable<Listener>): number {
    const people = new Set<string>();
    for (const listener of hearing) {
      if (listener.userId !== null && counts(listener, roomId)) people.add(listener.userId);
    }
    for (const [userId, at] of this.seen.get(roomId) ?? []) {
      // Seen only by this process, before they left it.
      if ((this.left.get(`${roomId} ${userId}`) ?? Number.NEGATIVE_INFINITY) < at) people.add(userId);
    }
    return people.size;
  }

  leave({ room, userId }: Listener, now: number): void {
    if (userId === null) return;
    for (const roomId of room.path) this.left.set(`${roomId} ${userId}`, now);
  }

  /** Says whose pages are open here, and learns whose are elsewhere. */
  async tick(listeners: readonly Listener[], now: () => number): Promise<void> {
    await writeSeen([
      ...new Set(listeners.flatMap(({ room }) => room.homes.flatMap(({ seatId }) => seatId ?? []))),
    ]);
    const roomIds = [...new Set(listeners.flatMap(({ room }) => room.path.slice(1)))];
    const read = roomIds.length === 0 ? new Map() : await readSeen(roomIds, SEEN_FOR_SECONDS);
    const at = now();
    this.seen = new Map(
      [...read].map(([roomId, people]) => [
        roomId,
        new Map([...people].map(([userId, agoMs]): [string, number] => [userId, at - agoMs])),
      ]),
    );
    for (const [key, leftAt] of this.left) {
      if (at - leftAt > 2 * SEEN_FOR_SECONDS * 1000) this.left.delete(key);
    }
  }
}
