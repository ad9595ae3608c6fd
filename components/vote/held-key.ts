import type { KeyboardEvent } from 'react';

/**
 * Keeps a button that is held down with Enter or the space bar from being pressed over and over: each press would give an
 * answer, or take it back.
 * @returns whether the key is held
 */
export function ignoreHeldKey(
  event: Pick<KeyboardEvent, 'repeat' | 'key' | 'target' | 'preventDefault'>,
): boolean {
  if (!event.repeat) return false;
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (isOnButton && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  return true;
}
