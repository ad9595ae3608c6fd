'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { tabKey } from './browser';
import { useDraftOwner } from './contributions';
import { besideId, draftId, type FoundDraft } from './draft-record';
import { adoptDrafts, draftsFor, forgetDraft, type HandOver, handOverOf } from './draft-store';
import { type DraftState, type DraftSurroundings, DraftWriter } from './draft-writer';
import { newEventId } from './event-id';
import { keepAtOnce, keptStorage } from './kept-storage';
import { isVisitor, ownerOfVisitor } from './outbox-entry';

export type { DraftState } from './draft-writer';

const inBrowser: DraftSurroundings = {
  storage: keptStorage,
  keepAtOnce,
  now: () => Date.now(),
  place: () => ({
    path: window.location.pathname + window.location.search,
    title: document.title,
  }),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A text for the same form that was not put into it: written against an older version, or in another tab. */
export interface OtherDraft<T> {
  id: string;
  value: T;
  /** Milliseconds since 1970. */
  at: number;
  /** It was written when what it speaks of had another wording. */
  isOfAnotherVersion: boolean;
}

export interface Draft<T> {
  value: T;
  set: (value: T) => void;
  /**
   * Forgets the draft, here and on the disk: it was sent, or is no longer wanted.
   * @param next what the form holds from now on, where that is not what it began with
   * @returns once the disk has forgotten it
   */
  clear: (next?: T) => Promise<void>;
  /** The text was typed earlier and has come back. */
  isRestored: boolean;
  /** `kept` only once the disk has it. */
  state: DraftState;
  others: readonly OtherDraft<T>[];
  /** Puts one of the others into the form; what stood there stays kept and is among the others. */
  take: (id: string) => void;
  discard: (id: string) => void;
  /** What the outbox takes away in the step in which it keeps the words; null when nothing was typed. */
  handOver: () => Promise<HandOver | null>;
}

async function found(owner: string, key: string): Promise<FoundDraft[]> {
  const storage = await keptStorage();
  if (!isVisitor(owner)) await adoptDrafts(storage, ownerOfVisitor(tabKey()), owner, Date.now());
  return draftsFor(storage, owner, key, Date.now());
}

/**
 * A form's contents, kept on this device while they are typed: they survive a reload, a crash and a visit to the
 * sign-in page, and are wiped at sign-out.
 * @param key what is being written, e.g. `note:claim:<claim id>`
 * @param empty the form before anything was typed; must not change identity between renders
 * @param version of the text that is written against, e.g. a claim's revision: a draft for another one is offered and
 *   never put into the form by itself
 */
export function useDraft<T>(key: string, empty: T, version: string | number = ''): Draft<T> {
  const owner = useDraftOwner();
  const newest = String(version);
  // What is being typed stays with the version that it was begun against.
  const [base, setBase] = useState(newest);
  const latest = useRef(newest);
  const [value, setValue] = useState(empty);
  const [isRestored, setIsRestored] = useState(false);
  const [state, setState] = useState<DraftState>('empty');
  const [kept, setKept] = useState<readonly FoundDraft[]>([]);
  const typed = useRef<{ value: T } | null>(null);
  const writer = useRef<DraftWriter | null>(null);

  const write = useCallback((id: string): DraftWriter => {
    const made = new DraftWriter(id, newEventId(), inBrowser, (next) => {
      if (writer.current === made) setState(next);
    });
    writer.current = made;
    return made;
  }, []);

  useEffect(() => {
    if (owner === '') return;
    const made = write(draftId(owner, key, base));
    // Typed before it was known who types.
    if (typed.current) made.type(typed.current.value);
    let isCurrent = true;
    void found(owner, key)
      .catch(() => [])
      .then((all) => {
        if (!isCurrent) return;
        const own = all.find((one) => one.base === base);
        // What is being typed now outranks what was typed before, which is then offered.
        const restored = typed.current === null ? own : undefined;
        if (restored) {
          typed.current = { value: restored.record.value as T };
          setValue(restored.record.value as T);
          setIsRestored(true);
          made.goOnFrom(restored.id, restored.record);
        }
        setKept(all.filter((one) => one !== restored));
      });
    return () => {
      isCurrent = false;
      void made.keep();
    };
  }, [owner, key, base, write]);

  useEffect(() => {
    const leave = () => writer.current?.leave();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);

  useEffect(() => {
    latest.current = newest;
    if (typed.current === null) setBase(newest);
  }, [newest]);

  const set = useCallback(
    (next: T) => {
      typed.current = { value: next };
      setValue(next);
      if (JSON.stringify(next) === JSON.stringify(empty)) void writer.current?.clear();
      else writer.current?.type(next);
    },
    [empty],
  );

  const clear = useCallback(
    async (next: T = empty) => {
      typed.current = null;
      setValue(next);
      setIsRestored(false);
      setBase(latest.current);
      await writer.current?.clear();
    },
    [empty],
  );

  const take = useCallback(
    (id: string) => {
      const chosen = kept.find((one) => one.id === id);
      if (!chosen || owner === '') return;
      const before = writer.current;
      const mine = typed.current;
      const main = draftId(owner, key, base);
      const name = newEventId();
      const place = besideId(main, name);
      const record = { ...chosen.record, writer: name, count: 1, after: null };
      typed.current = { value: chosen.record.value as T };
      setValue(chosen.record.value as T);
      setIsRestored(true);
      void (async () => {
        // What stood in the form is kept first, and stays.
        if (mine) await before?.keep();
        await (await keptStorage()).change([], () => ({ set: [[place, record]], remove: [id] }));
        const all = await draftsFor(await keptStorage(), owner, key, Date.now());
        const made = write(place);
        made.goOnFrom(place, record);
        if (typed.current && typed.current.value !== chosen.record.value) made.type(typed.current.value);
        setState('kept');
        setKept(all.filter((one) => one.id !== place));
      })().catch(() => undefined);
    },
    [kept, owner, key, base, write],
  );

  const discard = useCallback(
    (id: string) => {
      const chosen = kept.find((one) => one.id === id);
      if (!chosen) return;
      setKept((all) => all.filter((one) => one !== chosen));
      void keptStorage()
        .then((storage) => forgetDraft(storage, handOverOf(chosen)))
        .catch(() => undefined);
    },
    [kept],
  );

  const handOver = useCallback(async (): Promise<HandOver | null> => {
    const current = typed.current;
    return current && writer.current ? writer.current.handOver(current.value) : null;
  }, []);

  const others = kept.map(({ id, base: written, record }) => ({
    id,
    value: record.value as T,
    at: record.at,
    isOfAnotherVersion: written !== base,
  }));
  return { value, set, clear, isRestored, state, others, take, discard, handOver };
}
