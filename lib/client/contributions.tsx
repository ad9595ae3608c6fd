'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import { inBrowser, listenToTabs, tabKey, tellOtherTabs } from './browser';
import type { ContributionNotice } from './contribution-notice';
import { EMPTY_SNAPSHOT, type StoreSnapshot } from './contribution-snapshot';
import { ContributionStore } from './contribution-store';
import { draftsKept } from './draft-store';
import { keptStorage, sealKeptStorage, unsealKeptStorage } from './kept-storage';
import type { LastEdit, MapEdits } from './map-edits';
import type { MapParts } from './map-parts';
import type { NoteActs } from './note-acts';
import type { OutboxEntry } from './outbox-entry';
import type { RoomDecisions } from './room-decisions';
import type { RoomRequests } from './room-requests';
import { type ThreadFilter, threadFilterKey, threadFilterOfKey } from './threads';
import { UnsentCount } from './unsent-count';

interface Held {
  store: ContributionStore;
  actions: ContributionActions;
}

const StoreContext = createContext<Held | null>(null);

function useHeld(): Held {
  const held = useContext(StoreContext);
  if (held === null) throw new Error('Contributions need a <ContributionsProvider> above them');
  return held;
}

const useStore = (): ContributionStore => useHeld().store;

const onServer = (): StoreSnapshot => EMPTY_SNAPSHOT;

function useSnapshot(): StoreSnapshot {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.read, onServer);
}

/**
 * Holds what this tab did and has not seen confirmed by a page load: it lives above the views of a debate, so that a
 * vote on the map is there in the outline.
 * @param personKey id of the account; null for a visitor. Whatever a
 *   visitor presses in this tab is sent for the person who signs in next in it.
 */
export function ContributionsProvider({
  personKey,
  children,
}: {
  personKey: string | null;
  children: ReactNode;
}) {
  const [held] = useState((): Held => {
    const made = new ContributionStore(inBrowser());
    return { store: made, actions: actionsOf(made) };
  });
  const { store } = held;

  useEffect(() => {
    unsealKeptStorage();
    void store.openFor(personKey, tabKey());
    if (personKey !== null) tellOtherTabs({ type: 'here', personKey });
  }, [store, personKey]);

  useEffect(() => {
    const online = () => store.setNetwork(false);
    const offline = () => store.setNetwork(true);
    const shown = () => {
      if (document.visibilityState === 'visible') store.retryNow();
    };
    const stopListening = listenToTabs((message) => {
      if (message.type === 'here' && (personKey === null || message.personKey === personKey)) return;
      if (message.type === 'wiped' || message.type === 'here') {
        // Somebody signed out, here or in another tab, or somebody else signed in. A form that closes must not write its draft back, and a page
        // left open must neither show the person's votes nor send as whoever signs in next.
        sealKeptStorage();
        store.forget();
        window.location.reload();
      } else if (message.type === 'answered') store.hear(message);
      else store.reloadQueue();
    });
    if (!navigator.onLine) offline();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    document.addEventListener('visibilitychange', shown);
    store.resume();
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', shown);
      stopListening();
      store.pause();
    };
  }, [store, personKey]);

  return (
    <StoreContext value={held}>
      <UnsentCount value={useEarlierDrafts(store)}>{children}</UnsentCount>
    </StoreContext>
  );
}

/** How many texts of before this page was opened wait unsent; counted again whenever the page is shown. */
function useEarlierDrafts(store: ContributionStore): number {
  const { owner } = useSyncExternalStore(store.subscribe, store.read, onServer);
  const [opened] = useState(() => Date.now());
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (owner === '') return;
    const read = () =>
      void keptStorage()
        .then((storage) => draftsKept(storage, owner, opened))
        .then((drafts) => setCount(drafts.filter(({ record }) => record.at < opened).length))
        .catch(() => undefined);
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [owner, opened]);
  return count;
}

/** The server's view of the debate with everything that this tab did since merged over it. */
export function useDebate(server: DebateView): DebateView {
  const store = useStore();
  const { overlay } = useSnapshot();
  // A layout effect: components below may read notes of this debate as soon as they appear.
  useLayoutEffect(() => store.use(server), [store, server]);
  return useMemo(() => store.merge(server, overlay), [store, server, overlay]);
}

/** What a person can do in a debate. Every write is kept until the server has it. */
export type ContributionActions = Pick<
  ContributionStore,
  | 'vote'
  | 'rate'
  | 'state'
  | 'addClaim'
  | 'editClaim'
  | 'annotate'
  | 'editAnnotation'
  | 'retryNow'
  | 'retryRefused'
  | 'keepMine'
  | 'discard'
> &
  Pick<RoomRequests, 'revisionsOf' | 'similarClaims' | 'searchClaims'> &
  Pick<RoomDecisions, 'reviewClaim' | 'removeAnnotation' | 'resolveAnnotation'> & {
    /** Says a sentence through the page's live region. */
    announce: (text: string) => void;
  };

const actionsOf = (store: ContributionStore): ContributionActions => ({
  vote: store.vote.bind(store),
  rate: store.rate.bind(store),
  state: store.state.bind(store),
  addClaim: store.addClaim.bind(store),
  editClaim: store.editClaim.bind(store),
  reviewClaim: store.decisions.reviewClaim,
  annotate: store.annotate.bind(store),
  editAnnotation: store.editAnnotation.bind(store),
  removeAnnotation: store.decisions.removeAnnotation,
  resolveAnnotation: store.decisions.resolveAnnotation,
  revisionsOf: store.room.revisionsOf,
  similarClaims: store.room.similarClaims,
  searchClaims: store.room.searchClaims,
  retryNow: store.retryNow,
  retryRefused: store.retryRefused,
  keepMine: store.keepMine,
  discard: store.discard,
  announce: (text) => store.notify({ type: 'text', text }),
});

/** The actions alone: they never change, so a row of the outline is not drawn again for another row's vote. */
export const useContributionActions = (): ContributionActions => useHeld().actions;

/** What became of what this tab did: kept, waiting, refused. */
export function useContributionState(): Pick<
  StoreSnapshot,
  'pending' | 'isOffline' | 'waitingCount' | 'waiting' | 'refused' | 'isUnkept' | 'isSignedOut' | 'owner'
> {
  return useSnapshot();
}

/** Changes of the map beyond the words of one claim, and taking them back. Never change, like the other actions. */
export const useMapEdits = (): MapEdits => useStore().mapEdits;

/** What can be done with notes beyond writing them. Never change, like the other actions. */
export const useNoteActs = (): NoteActs => useStore().noteActs;

/** Reads further parts of a large debate. Never changes. */
export const useMapParts = (): MapParts => useStore().mapParts;

/** For what is heard of others: what is known here, and taking in more. Never changes. */
export const useLearning = (): Pick<ContributionStore, 'debate' | 'learn' | 'read' | 'threads'> => useStore();

/** What the line about one's own last edit says. */
export const useLastEdit = (): LastEdit | null => useSnapshot().lastEdit;

/** Calls back for everything that should be said aloud; one component on the page does so. */
export function useContributionNotices(onNotice: (notice: ContributionNotice) => void): void {
  const store = useStore();
  useEffect(() => store.onNotice(onNotice), [store, onNotice]);
}

export interface Threads {
  /** Null until they have been read. */
  threads: readonly AnnotationThread[] | null;
  /** Written here and not yet acknowledged. */
  waiting: readonly OutboxEntry[];
  hasFailed: boolean;
  /** How many notes the reader has yet to post before they read those of others; 0 when nothing is held back. */
  notesToPost: number;
  reload: () => void;
}

/**
 * The notes on a claim, a relation or a source, read on first use and kept current with what this tab writes.
 * @param initial threads that came with the page, if it brought them
 */
export function useThreads(filter: ThreadFilter, initial?: readonly AnnotationThread[]): Threads {
  const store = useStore();
  const { threads, overlay, owner, isOffline, heldBack } = useSnapshot();
  const key = threadFilterKey(filter);
  const [hasFailed, setHasFailed] = useState(false);
  // The filter's identity changes with every render of a caller; its key does not.
  const stableFilter = useMemo(() => threadFilterOfKey(key), [key]);

  const reload = useCallback(() => {
    void store.threads.load(stableFilter).then((answer) => setHasFailed(!answer.ok));
  }, [store, stableFilter]);

  useEffect(() => {
    // Who reads decides what is there: nothing is asked before that is known, and all again when it changes.
    if (owner === '') return;
    if (initial) store.threads.offer(stableFilter, initial);
    else reload();
  }, [store, stableFilter, initial, reload, owner]);

  const known = threads.get(key) ?? initial ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store reads the queue and the connection itself
  const waiting = useMemo(
    () => store.waitingNotes(stableFilter, known),
    [store, overlay.queue, isOffline, stableFilter, known],
  );
  const notesToPost = heldBack === null ? 0 : Math.max(0, heldBack.required - heldBack.posted);
  return { threads: known, waiting, hasFailed: hasFailed && known === null, notesToPost, reload };
}

/** Who drafts belong to: `person:…`, `visitor:…`, or empty before the page is alive. */
export function useDraftOwner(): string {
  return useSnapshot().owner;
}
