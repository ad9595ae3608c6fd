'use client';

import { useSyncExternalStore } from 'react';

/** `unknown` on the server and while the page comes alive: style sheets choose what is seen until then. */
export type Screen = 'unknown' | 'phone' | 'wide';

const WIDE = '(width >= 640px)';

/** False on the server. */
export const isWideScreen = (): boolean => typeof window !== 'undefined' && window.matchMedia(WIDE).matches;

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

export function useScreen(): Screen {
  return useSyncExternalStore<Screen>(
    subscribe,
    () => (isWideScreen() ? 'wide' : 'phone'),
    () => 'unknown',
  );
}
