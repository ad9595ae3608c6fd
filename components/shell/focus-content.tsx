'use client';

import { useEffect } from 'react';

/** A page that took the place of another under its reader: who had the focus in that one is read this one, from its beginning. */
export function FocusContent({ contentId }: { contentId: string }) {
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) {
      document.getElementById(contentId)?.focus();
    }
  }, [contentId]);
  return null;
}
