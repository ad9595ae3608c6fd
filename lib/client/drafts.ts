'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { tabKey } from './browser';
import { useDraftOwner } from './contributions';
import { keepAtOnce, keptStorage } from './kept-storage';
import { isVisitor, ownerOfVisitor } from './outbox-entry';

/** Long enough not to write on every key, short enough that a crash costs at most a word. */
const WRITE_AFTER_MS = 400;

const draftKey = (owner: string, key: string): string => `draft:${owner}:${key}`;

async function readDraft<T>(owner: string, key: string): Promise<T | null> {
  const storage = await keptStorage();
  const wanted = draftKey(owner, key);
  const own = (await storage.entries(wanted)).find(([name]) => name === wanted);
  if (own) return own[1] as T;
  if (isVisitor(owner)) return null;
  // Typed in this tab before sign-in: it belongs to whoever signed in here.
  const before = draftKey(ownerOfVisitor(tabKey()), key);
  const found = (await storage.entries(before)).find(([name]) => name === before);
  if (!found) return null;
  await storage.set(wanted, found[1]);
  await storage.remove([before]);
  return found[1] as T;
}

export interface Draft<T> {
  value: T;
  set: (value: T) => void;
  /** Forgets the draft, here and on the disk: it was sent, or is no longer wanted. */
  clear: () => void;
  /** The text was typed earlier and has come back. */
  isRestored: boolean;
}

/**
 * A form's contents, kept on this device while they are typed: they survive a reload, a crash and a visit to the
 * sign-in page, and are wiped at sign-out.
 * @param key what is being written, e.g. `note:<claim id>`
 * @param empty the form before anything was typed; must not change identity between renders
 */
export function useDraft<T>(key: string, empty: T): Draft<T> {
  const owner = useDraftOwner();
  const [value, setValue] = useState(empty);
  const [isRestored, setIsRestored] = useState(false);
  const typed = useRef<{ owner: string; key: string; value: T } | null>(null);
  const hasTyped = useRef(false);

  const write = useCallback(() => {
    const pending = typed.current;
    if (pending === null || pending.owner === '') return;
    typed.current = null;
    void keptStorage()
      .then((storage) => storage.set(draftKey(pending.owner, pending.key), pending.value))
      // Without a disk the text is still in the form.
      .catch(() => undefined);
  }, []);

  useEffect(() => {
    if (owner === '') return;
    let isCurrent = true;
    void readDraft<T>(owner, key)
      .catch(() => null)
      .then((kept) => {
        // What is being typed now outranks what was typed before.
        if (!isCurrent || kept === null || hasTyped.current) return;
        setValue(kept);
        setIsRestored(true);
      });
    return () => {
      isCurrent = false;
    };
  }, [owner, key]);

  useEffect(() => {
    const leave = () => {
      const pending = typed.current;
      // A page that is reloaded or closed is gone before the disk has answered.
      if (pending !== null && pending.owner !== '') {
        keepAtOnce(draftKey(pending.owner, pending.key), pending.value);
      }
      write();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      write();
    };
  }, [write]);

  useEffect(() => {
    if (!hasTyped.current) return;
    typed.current = { owner, key, value };
    const timer = setTimeout(write, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [owner, key, value, write]);

  const set = useCallback((next: T) => {
    hasTyped.current = true;
    setValue(next);
  }, []);

  const clear = useCallback(() => {
    hasTyped.current = false;
    typed.current = null;
    setValue(empty);
    setIsRestored(false);
    void keptStorage()
      .then((storage) => storage.remove([draftKey(owner, key)]))
      .catch(() => undefined);
  }, [owner, key, empty]);

  return { value, set, clear, isRestored };
}
