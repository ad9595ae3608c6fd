import type { NextStep } from './after-sending';
import { request } from './api';
import type { StoreSurroundings } from './contribution-store';
import { newEventId } from './event-id';
import { keptStorage } from './kept-storage';
import { type OutboxEntry, personOfOwner } from './outbox-entry';
import { requestOf } from './outbox-request';
import { signInPath } from './sign-in-path';

/** The browser as the contribution store needs it. */

const TAB_KEY = 'standpoint:tab';
const CHANNEL = 'standpoint';

export type TabMessage =
  | { type: 'queue-changed' }
  | { type: 'answered'; entry: OutboxEntry; step: NextStep }
  | { type: 'wiped' }
  /** Somebody uses this browser now: pages of anybody else are over. */
  | { type: 'here'; personKey: string };

/** Names this tab across page loads, also over a visit to another site's sign-in page. */
export function tabKey(): string {
  try {
    const known = sessionStorage.getItem(TAB_KEY);
    if (known) return known;
    const fresh = newEventId();
    sessionStorage.setItem(TAB_KEY, fresh);
    return fresh;
  } catch {
    return 'unnamed';
  }
}

/** Forgets the tab's name, so that nobody who comes next is taken for this visitor. */
export function forgetTabKey(): void {
  try {
    sessionStorage.removeItem(TAB_KEY);
  } catch {
    // Without session storage there is no name to forget.
  }
}

let channel: BroadcastChannel | null = null;

function openChannel(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel(CHANNEL);
  return channel;
}

const here = new Set<(message: TabMessage) => void>();

export const tellOtherTabs = (message: TabMessage): void => openChannel()?.postMessage(message);

/** Says to this page what other tabs are told, for a channel never speaks to its own end. */
export function tellThisTab(message: TabMessage): void {
  for (const listener of here) listener(message);
}

export function listenToTabs(listener: (message: TabMessage) => void): () => void {
  here.add(listener);
  const receive = (event: MessageEvent<TabMessage>) => listener(event.data);
  const heard = openChannel();
  heard?.addEventListener('message', receive);
  return () => {
    here.delete(listener);
    heard?.removeEventListener('message', receive);
  };
}

/** One tab sends at a time, where the browser has locks (HTTPS, localhost); else same ids keep a double send harmless. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return work();
  await navigator.locks.request('standpoint-outbox', work);
}

function send(entry: OutboxEntry) {
  const { method, path, body } = requestOf(entry);
  return request<unknown>(method, path, {
    body,
    person: personOfOwner(entry.owner),
    ...(method === 'POST' && { idempotencyKey: entry.id }),
  });
}

let isLeaving = false;

export const inBrowser = (): StoreSurroundings => ({
  storage: keptStorage,
  send,
  exclusively,
  now: () => Date.now(),
  askedAt: () => performance.timeOrigin,
  random: () => Math.random(),
  clock: () => performance.now(),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  goToSignIn: () => {
    // Without a network there is no sign-in page to go to; what was pressed waits here.
    if (isLeaving || !navigator.onLine) return;
    isLeaving = true;
    window.location.assign(signInPath(window.location, { keeps: true }));
    // Back from the sign-in page the document may be the same one.
    window.addEventListener(
      'pageshow',
      () => {
        isLeaving = false;
      },
      { once: true },
    );
  },
  tellOtherTabs: (heard) => tellOtherTabs(heard ? { type: 'answered', ...heard } : { type: 'queue-changed' }),
});
