'use client';

import { useEffect, useState } from 'react';

/** Marks the step of the browser's history on which something lies over the page. */
const MARK = 'isOverPage';

const isOnMark = (): boolean =>
  typeof window.history.state === 'object' && window.history.state?.[MARK] === true;

export interface OverPage {
  isOpen: boolean;
  open: () => void;
  close: () => void;
}

/**
 * Whether something lies over the page that the browser's Back closes, as everybody expects of what fills a phone's screen:
 * opening it is a step of the history at the same address. A link in it has to replace that step.
 */
export function useOverPage(): OverPage {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const handleStep = () => setOpen(false);
    window.addEventListener('popstate', handleStep);
    return () => window.removeEventListener('popstate', handleStep);
  }, []);
  return {
    isOpen,
    open: () => {
      // With what the router keeps there: it is the same page.
      if (!isOpen) window.history.pushState({ ...window.history.state, [MARK]: true }, '');
      setOpen(true);
    },
    close: () => {
      setOpen(false);
      if (isOpen && isOnMark()) window.history.back();
    },
  };
}
