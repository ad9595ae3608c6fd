'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiFailure, ApiResult } from './api';
import { KeepUp } from './keep-up';

/** Something that is read from the server, and again for as long as it may change. */
export interface KeptUp<T> {
  /** The last that was received; null until then. It stays while there is trouble. */
  value: T | null;
  trouble: ApiFailure | null;
  /** Asks again now. */
  retry: () => void;
  /** Asks again soon: something happened that may have changed it. */
  hear: () => void;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What did not change is not drawn anew. */
const newer = <T>(before: T | null, next: T, tellsLess: (next: T, before: T) => boolean): T =>
  before !== null && (tellsLess(next, before) || isSame(before, next)) ? before : next;

/**
 * @param read asks once; another function is another question, null asks nothing
 * @param initial what the page was made with: the first question is then only due when somebody asks. A page that was made anew
 *   brings a newer one, which takes the place of what was read.
 * @param pauseOf milliseconds from an answer until it is worth asking again; null when nothing more is to come
 * @param tellsLess the next answer takes away what the one before it told: that stays
 */
export function useKeptUp<T>(
  read: ((signal: AbortSignal) => Promise<ApiResult<T>>) | null,
  initial: T | null,
  pauseOf: (value: T) => number | null,
  tellsLess: (next: T, before: T) => boolean = () => false,
): KeptUp<T> {
  const [value, setValue] = useState(initial);
  const [trouble, setTrouble] = useState<ApiFailure | null>(null);
  const [known, setKnown] = useState(initial);
  if (known !== initial) {
    setKnown(initial);
    if (initial !== null) setValue(newer(value, initial, tellsLess));
    if (initial !== null) setTrouble(null);
  }
  const keepUp = useRef<KeepUp<T> | null>(null);
  const newest = useRef({ pauseOf, tellsLess, initial, first: read });
  useEffect(() => {
    newest.current = { ...newest.current, pauseOf, tellsLess };
  });

  useEffect(() => {
    if (read === null) return;
    const kept = new KeepUp<T>({
      read,
      show: (answer) => {
        if (answer.ok) setValue((before) => newer(before, answer.value, newest.current.tellsLess));
        setTrouble(answer.ok ? null : answer.error);
      },
      pauseOf: (now) => newest.current.pauseOf(now),
      isLookedAt: () => document.visibilityState === 'visible',
    });
    keepUp.current = kept;
    const { initial: came, first } = newest.current;
    if (came !== null && read === first) kept.learn(came);
    else kept.ask();
    const look = () => kept.look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      kept.stop();
      keepUp.current = null;
    };
  }, [read]);
  useEffect(() => {
    if (newest.current.initial === initial) return;
    newest.current = { ...newest.current, initial };
    if (initial === null) keepUp.current?.ask();
    else keepUp.current?.learn(initial);
  }, [initial]);

  const retry = useCallback(() => keepUp.current?.ask(), []);
  const hear = useCallback(() => keepUp.current?.hear(), []);
  useEffect(() => {
    if (read === null || trouble?.kind !== 'network') return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [read, trouble, retry]);

  return { value, trouble, retry, hear };
}
