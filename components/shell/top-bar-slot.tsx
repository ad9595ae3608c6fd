'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';

/** Where in the top bar a view may put a tool of its own, e.g. the map's search. */
export const TOP_BAR_SLOT_ID = 'top-bar-tools';

const never = () => () => undefined;

/** Shows its children among the top bar's tools while the view is open. Not on the server: nothing waits for it. */
export function TopBarSlot({ children }: { children: ReactNode }) {
  const place = useSyncExternalStore(
    never,
    () => document.getElementById(TOP_BAR_SLOT_ID),
    () => null,
  );
  return place ? createPortal(children, place) : null;
}
