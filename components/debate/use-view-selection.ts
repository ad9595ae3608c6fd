'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { selectionOf, selectionQuery, type ViewSelection } from './view-address';

/**
 * The selection in the address, and a way to change it without asking the server. `select` keeps its identity, so it
 * can be handed to rows that should not draw again.
 */
export function useViewSelection(): [ViewSelection, (change: Partial<ViewSelection>) => void] {
  const params = useSearchParams();
  const selection = useMemo(() => selectionOf(params), [params]);
  const select = useCallback((change: Partial<ViewSelection>) => {
    const { pathname, search } = window.location;
    const query = selectionQuery({ ...selectionOf(new URLSearchParams(search)), ...change });
    window.history.replaceState(null, '', `${pathname}${query}`);
  }, []);
  return [selection, select];
}
