'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { Layer } from '@/lib/domain/debate/view';

/** What is selected in a debate, the same in all views because it lives in the address. */
export interface SelectionState {
  claimCode: string | null;
  layer: Layer;
  /** Passage in view, for the text: `p9` or `p9.s2`. */
  passage: string | null;
}

export function readSelection(search: { get(name: string): string | null }): SelectionState {
  return {
    claimCode: search.get('claim') || null,
    layer: search.get('layer') === 'beyond' ? 'beyond' : 'article',
    passage: search.get('passage') || null,
  };
}

/** The query with parts of the selection changed; null removes a part, other parameters stay. */
export function withSelection(
  search: string,
  change: { claimCode?: string | null; layer?: Layer; passage?: string | null },
): string {
  const params = new URLSearchParams(search);
  const put = (name: string, value: string | null) =>
    value === null ? params.delete(name) : params.set(name, value);
  if (change.claimCode !== undefined) put('claim', change.claimCode);
  if (change.layer !== undefined) put('layer', change.layer === 'beyond' ? 'beyond' : null);
  if (change.passage !== undefined) put('passage', change.passage);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

export interface Selection extends SelectionState {
  /** Selects a claim or the motion by code, null for nothing. `push` makes it a step that Back undoes. */
  select: (code: string | null, options?: { push?: boolean }) => void;
  setLayer: (layer: Layer) => void;
  setPassage: (passage: string | null, options?: { push?: boolean }) => void;
}

/** Reads and writes the selection in the address, without asking the server for the page again. */
export function useSelection(): Selection {
  const params = useSearchParams();
  const pathname = usePathname();
  const state = useMemo(() => readSelection(params), [params]);

  const go = useCallback(
    (change: Parameters<typeof withSelection>[1], push: boolean) => {
      // The address itself, not the last render: two changes in one event must both count.
      const { search, hash } = window.location;
      const next = withSelection(search, change);
      if (next === search) return;
      const url = pathname + next + hash;
      if (push) window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [pathname],
  );

  return useMemo(
    () => ({
      ...state,
      select: (code, options) => go({ claimCode: code }, options?.push ?? false),
      setLayer: (layer) => go({ layer }, false),
      setPassage: (passage, options) => go({ passage }, options?.push ?? false),
    }),
    [state, go],
  );
}
