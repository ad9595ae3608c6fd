'use client';

import { useSyncExternalStore } from 'react';

/**
 * What a screen reader is told about changes that are only seen. One region per page, one queue: `announce('Agree
 * saved')` from anywhere replaces what stands there.
 */
interface Announcement {
  text: string;
  /** Every other one goes to a second element, so that the same words twice are heard twice. */
  turn: 0 | 1;
}

const NOTHING: Announcement = { text: '', turn: 0 };
let latest = NOTHING;
const listeners = new Set<() => void>();

/** Says a sentence once, politely: after what is being read now. */
export function announce(text: string): void {
  latest = { text, turn: latest.turn === 0 ? 1 : 0 };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(
    subscribe,
    () => latest,
    () => NOTHING,
  );
  return (
    <div className="sr-only" role="status" aria-live="polite">
      <p>{turn === 0 ? text : ''}</p>
      <p>{turn === 1 ? text : ''}</p>
    </div>
  );
}
