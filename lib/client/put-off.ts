'use client';

import { useEffect, useRef, useState } from 'react';
import { useDraftOwner } from './contributions';
import { PUT_OFF } from './keep-house';
import { keptStorage } from './kept-storage';

const idsIn = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];

/**
 * Keeps which claims a person put off in a vote, so that a page that is opened again does not ask about them at once: on this
 * device alone, and until they sign out.
 * @param vote names the vote: one room, one voice, one motion
 * @param later ids of the claims that are put off now
 * @param resume is called once, with those of before, when there are some
 */
export function useKeptPutOff(
  vote: string,
  later: readonly string[],
  resume: (kept: readonly string[]) => void,
): void {
  const owner = useDraftOwner();
  const key = owner === '' ? null : `${PUT_OFF}${owner}:${vote}`;
  const [readKey, setReadKey] = useState<string | null>(null);
  const onRead = useRef(resume);
  useEffect(() => {
    onRead.current = resume;
  });
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    void keptStorage()
      .then((storage) => storage.entries(key))
      .catch(() => [])
      .then((entries) => {
        if (!isCurrent) return;
        const kept = idsIn(entries.find(([name]) => name === key)?.[1]);
        if (kept.length > 0) onRead.current(kept);
        setReadKey(key);
      });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  useEffect(() => {
    if (key === null || key !== readKey) return;
    // What cannot be kept is asked at its place again; nothing is lost by it.
    void keptStorage()
      .then((storage) =>
        storage.change([key], () => (later.length > 0 ? { set: [[key, [...later]]] } : { remove: [key] })),
      )
      .catch(() => undefined);
  }, [key, readKey, later]);
}
