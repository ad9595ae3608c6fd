'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useDraftOwner } from './contributions';
import { OPENED } from './keep-house';
import { keptStorage } from './kept-storage';

/**
 * Which claims of a room a person has opened: kept on this device alone, and wiped at sign-out. It serves to offer them when the
 * person is asked what moved them, and nothing else.
 */
const keyOf = (owner: string, roomId: string): string => `${OPENED}${owner}:${roomId}`;

/** Most codes that are kept; the oldest go first. */
const MOST_KEPT = 300;

const codesIn = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((code): code is string => typeof code === 'string') : [];

async function remember(owner: string, roomId: string, code: string): Promise<void> {
  const key = keyOf(owner, roomId);
  await (await keptStorage()).change([key], (old) => {
    const codes = codesIn(old.get(key));
    return codes.includes(code) ? {} : { set: [[key, [...codes, code].slice(-MOST_KEPT)]] };
  });
}

/** Remembers the claim that the address selects. Draws nothing. */
export function RememberOpened({ roomId }: { roomId: string }) {
  const owner = useDraftOwner();
  const code = useSearchParams().get('claim');
  useEffect(() => {
    if (owner === '' || !code) return;
    // What cannot be kept is not offered later; nothing is lost by it.
    remember(owner, roomId, code).catch(() => undefined);
  }, [owner, roomId, code]);
  return null;
}

const NONE: ReadonlySet<string> = new Set();

/** Codes of the claims of a room that this person opened on this device. */
export function useOpenedClaims(roomId: string): ReadonlySet<string> {
  const owner = useDraftOwner();
  const [codes, setCodes] = useState(NONE);
  useEffect(() => {
    if (owner === '') return;
    let isCurrent = true;
    const key = keyOf(owner, roomId);
    void keptStorage()
      .then((storage) => storage.entries(key))
      .catch(() => [])
      .then((entries) => {
        const kept = entries.find(([name]) => name === key)?.[1];
        if (isCurrent) setCodes(new Set(codesIn(kept)));
      });
    return () => {
      isCurrent = false;
    };
  }, [owner, roomId]);
  return codes;
}
