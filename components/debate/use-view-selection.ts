'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { selectionOf, selectionQuery, type ViewSelection } from './view-address';

/**
 * The selection in the address, and a way to change it without asking the server. `select` keeps its identity, so it
 * can be handed to rows that should not draw again.
 */
export function useViewSelection(): [ViewSelection, (change: Partial<ViewSelection>) => void] {
  const params = useSearchParams();
  const said = useMemo(() => selectionOf(params), [params]);
  // The router takes a moment to notice the new address; a switch that was pressed must not wait for it.
  const [ahead, setAhead] = useState<{ of: ViewSelection; selection: ViewSelection } | null>(null);
  const select = useCallback((change: Partial<ViewSelection>) => {
    const { pathname, search } = window.location;
    const selection = { ...selectionOf(new URLSearchParams(search)), ...change };
    setAhead({ of: saidNow(search), selection });
    window.history.replaceState(null, '', `${pathname}${selectionQuery(selection)}`);
  }, []);
  const isAhead = ahead !== null && selectionQuery(ahead.of) === selectionQuery(said);
  return [isAhead ? ahead.selection : said, select];
}

const saidNow = (search: string): ViewSelection => selectionOf(new URLSearchParams(search));
