'use client';

import { useEffect, useState } from 'react';
import type { RoomClock } from '@/lib/domain/room/view';

const NOT_STARTED = 0;

/**
 * Milliseconds left of a room's clock, told anew about each second; null without a clock. Counted by the server's time: what
 * the browser's clock says of itself does not matter.
 */
export function useRoomClock({ endsAt, leftMs, now }: RoomClock): number | null {
  const [passed, setPassed] = useState({ since: now, ms: NOT_STARTED });
  useEffect(() => {
    // Also while the clock stands: it may go on from this answer.
    const begun = firstHeard(now);
    if (endsAt === null) return;
    const tick = () => setPassed({ since: now, ms: performance.now() - begun });
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [endsAt, now]);
  if (leftMs !== null) return leftMs;
  if (endsAt === null) return null;
  // What passed since an older answer is nothing to this one.
  const ms = passed.since === now ? passed.ms : NOT_STARTED;
  return Math.max(0, Date.parse(endsAt) - Date.parse(now) - ms);
}

/**
 * When this page first had an answer, by its own clock. A part of the page that is drawn later has to count from then too: what it
 * is given may have been heard minutes before.
 */
const heardAt = new Map<string, number>();
const MOST_HEARD = 100;

function firstHeard(now: string): number {
  const known = heardAt.get(now);
  if (known !== undefined) return known;
  if (heardAt.size >= MOST_HEARD) heardAt.delete([...heardAt.keys()][0] ?? '');
  const at = performance.now();
  heardAt.set(now, at);
  return at;
}

const SECOND = 1000;
const HOUR = 3_600_000;

/** "6:42", "1:06:42"; whole seconds, rounded up so that the last one is seen. */
export function clockText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / SECOND);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return leftMs >= HOUR
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
