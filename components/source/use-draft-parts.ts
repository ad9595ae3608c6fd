import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Draft } from '@/lib/client/drafts';

/**
 * Changes parts of a draft and leaves the rest as it is by then: reading a document takes seconds, in which somebody may
 * have gone on writing.
 */
export function useDraftParts<T extends object>({
  value,
  set,
}: Pick<Draft<T>, 'value' | 'set'>): (part: Partial<T>) => void {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return useCallback(
    (part) => {
      latest.current = { ...latest.current, ...part };
      set(latest.current);
    },
    [set],
  );
}
