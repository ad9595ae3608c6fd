'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { announce } from '@/components/ui/live-region';
import type { RoomClock as Clock } from '@/lib/domain/room/view';
import { clockText, useRoomClock } from './use-room-clock';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TOLD = [
  [300_000, 'fiveMinutes'],
  [60_000, 'oneMinute'],
  [10_000, 'tenSeconds'],
] as const;

/**
 * What is left of a room's step, ticking: 6:42, and from an hour on in hours, from a day on in days. Nothing without a clock.
 * Screen readers hear 5 minutes, 1 minute and 10 seconds.
 * @param isSilent for a second clock on one page
 */
export function RoomClock({
  clock,
  className = '',
  isSilent = false,
}: {
  clock: Clock;
  className?: string;
  isSilent?: boolean;
}) {
  const t = useTranslations('stage.clock');
  const left = useRoomClock(clock);
  const { endsAt } = clock;
  const before = useRef({ left, endsAt });
  const stands = clock.leftMs !== null;
  useEffect(() => {
    const was = before.current;
    before.current = { left, endsAt };
    if (isSilent || stands || was.left === null || left === null) return;
    // Another step, or time added or taken: the clock was set, and no time passed.
    if (was.endsAt !== endsAt) return;
    const { left: leftBefore } = was;
    const passed = TOLD.findLast(([mark]) => leftBefore > mark && left <= mark);
    if (passed) announce(t(passed[1]));
  }, [left, endsAt, isSilent, stands, t]);
  if (left === null) return null;
  return (
    <span
      role="timer"
      className={`tabular-nums ${className}`}
      data-clock={stands ? 'stands' : left === 0 ? 'over' : 'runs'}
      // A second may pass between the server's page and the browser's.
      suppressHydrationWarning
    >
      {words(t, left)}
    </span>
  );
}

function words(t: ReturnType<typeof useTranslations<'stage.clock'>>, left: number): string {
  if (left >= DAY_MS) return t('days', { days: Math.floor(left / DAY_MS) });
  if (left >= HOUR_MS)
    return t('hours', { hours: Math.floor(left / HOUR_MS), minutes: Math.floor(left / 60_000) % 60 });
  return clockText(left);
}
