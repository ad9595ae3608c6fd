'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiResult } from '@/lib/client/api';

/** Shortest time between two readings, however much happens. */
const SHORTEST_MS = 2_000;
/** Longest time without a reading while the page is looked at: minutes pass even when nothing happens. */
const LONGEST_MS = 30_000;
const LOOK_AGAIN_MS = 400;

/** Something is open over the page, or held down: what lies under it must not move. */
const isHeld = (): boolean =>
  document.querySelector(':popover-open, dialog[open]') !== null ||
  document.querySelector('button:active') !== null;

export interface Kept<T> {
  value: T;
  /** The last reading failed: what is shown is older. */
  isOld: boolean;
  /** Reads soon: at once, or two seconds after the last reading. */
  refresh: () => void;
  /** Shows what an action answered. */
  learn: (value: T) => void;
}

/**
 * Something that is read again whenever it may have changed, at most every two seconds. What comes while a menu or a dialog is
 * open is shown when it closes.
 */
export function useKept<T>(initial: T, read: () => Promise<ApiResult<T>>): Kept<T> {
  const [value, setValue] = useState(initial);
  const [isOld, setIsOld] = useState(false);
  const reading = useRef(read);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const readAt = useRef(0);
  const showing = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    reading.current = read;
  });

  const show = useCallback((next: T) => {
    if (showing.current !== null) clearTimeout(showing.current);
    if (isHeld()) showing.current = setTimeout(() => show(next), LOOK_AGAIN_MS);
    else {
      showing.current = null;
      setValue(next);
    }
  }, []);

  const refresh = useCallback(() => {
    if (timer.current !== null) return;
    const wait = Math.max(0, readAt.current + SHORTEST_MS - Date.now());
    timer.current = setTimeout(async () => {
      timer.current = null;
      readAt.current = Date.now();
      const answer = await reading.current();
      setIsOld(!answer.ok);
      if (answer.ok) show(answer.value);
    }, wait);
  }, [show]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const often = setInterval(look, LONGEST_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      clearInterval(often);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
      if (timer.current !== null) clearTimeout(timer.current);
      if (showing.current !== null) clearTimeout(showing.current);
      timer.current = null;
    };
  }, [refresh]);

  // What an action answers is newer than a reading that waits to be shown.
  const learn = useCallback((next: T) => {
    if (showing.current !== null) clearTimeout(showing.current);
    showing.current = null;
    setValue(next);
  }, []);

  return { value, isOld, refresh, learn };
}
