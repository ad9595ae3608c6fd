'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that never changes and calls the newest one: a row is not drawn again for it. */
export function useEventOf<A extends readonly unknown[]>(
  handle: (...given: A) => void,
): (...given: A) => void {
  const latest = useRef(handle);
  useLayoutEffect(() => {
    latest.current = handle;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
