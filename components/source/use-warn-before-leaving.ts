import { useEffect } from 'react';

/** Asks before the page is closed while there is work on it that is not saved. */
export function useWarnBeforeLeaving(hasWork: boolean): void {
  useEffect(() => {
    if (!hasWork) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasWork]);
}
