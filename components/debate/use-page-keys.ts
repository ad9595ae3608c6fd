'use client';

import { useEffect, useEffectEvent } from 'react';

/** Whoever types into a field, or answers a dialog, means that. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], dialog, [role="dialog"], [role="menu"]') !==
    null;

/**
 * The keys of a view that need nothing to stand on: they work from the moment that the page is there, wherever the
 * focus is.
 */
export function usePageKeys({
  onSearch,
  onShowKeys,
}: {
  onSearch: () => void;
  onShowKeys: () => void;
}): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    if (isTaken(event.target) || document.querySelector('dialog[open]')) return;
    const action = { '/': onSearch, '?': onShowKeys }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
