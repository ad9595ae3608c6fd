import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Where a press takes its own control away, what takes its place gets the focus, which would fall to the top of the page.
 * Whoever has moved on to something else meanwhile keeps it.
 * @param what is shown: the focus is looked after when it changes
 * @returns for what takes the place; without a natural focus it wants `tabIndex={-1}`
 */
export function useKeptFocus<E extends HTMLElement>(
  what: string | number | boolean | null,
): RefObject<E | null> {
  const place = useRef<E>(null);
  const before = useRef(what);
  useLayoutEffect(() => {
    if (before.current === what) return;
    before.current = what;
    if (document.activeElement === null || document.activeElement === document.body) place.current?.focus();
  }, [what]);
  return place;
}
