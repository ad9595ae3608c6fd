'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { selectionOf, type ViewSelection, withSelection } from './view-address';

/** `push` makes the change a step that Back undoes. */
type Select = (change: Partial<ViewSelection>, options?: { push?: boolean | undefined }) => void;

/**
 * The selection in the address, and a way to change it without asking the server. `select` keeps its identity, so it
 * can be handed to rows that should not draw again.
 */
export function useViewSelection(): [ViewSelection, Select] {
  const params = useSearchParams();
  const said = useMemo(() => selectionOf(params), [params]);
  const lastSaid = useRef(said);
  useLayoutEffect(() => {
    lastSaid.current = said;
  }, [said]);
  // The router takes a moment to notice the new address; a switch that was pressed must not wait for it. What is shown
  // ahead holds until the router says anything else than it did at the press.
  const [ahead, setAhead] = useState<{ of: ViewSelection; selection: ViewSelection } | null>(null);
  const select = useCallback<Select>((change, { push = false } = {}) => {
    // The address itself, not the last render: two changes in one event must both count.
    const { pathname, search, hash } = window.location;
    const next = withSelection(search, change);
    if (next === search) return;
    setAhead({ of: lastSaid.current, selection: selectionOf(new URLSearchParams(next)) });
    const address = pathname + next + hash;
    if (push) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }, []);
  return [ahead?.of === said ? ahead.selection : said, select];
}
