'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { ZONE_COOKIE } from '@/lib/i18n/time-zone';
import { keepPreference } from './preferences';

/** Tells the server the browser's time zone, once: a page that was drawn in another one is drawn again. */
export function ZoneKeeper() {
  const drawnIn = useTimeZone();
  const { refresh } = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // Said already: the server does not know that zone, or the cookie is not taken.
    if (!zone || zone === drawnIn || document.cookie.includes(`${ZONE_COOKIE}=${zone}`)) return;
    keepPreference(ZONE_COOKIE, zone);
    refresh();
  }, [drawnIn, refresh]);
  return null;
}
