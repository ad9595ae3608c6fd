'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { latePart } from '@/components/ui/late-part';
import { useLastEdit, useMapEdits } from '@/lib/client/contributions';

const Line = dynamic(
  latePart(() => import('./undo-line').then((module) => module.UndoLine)),
  { ssr: false },
);

/** A field has its own undo. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/**
 * The line about one's own last edit, read only by who has made one.
 * @param hasKey Ctrl+Z and Cmd+Z take the edit back, where no field has the focus
 */
export function UndoLine({ hasKey }: { hasKey: boolean }) {
  const lastEdit = useLastEdit();
  const { undo } = useMapEdits();
  useEffect(() => {
    if (!hasKey) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.ctrlKey === event.metaKey) return;
      if (event.shiftKey || event.altKey || event.repeat || event.defaultPrevented || isField(event.target))
        return;
      event.preventDefault();
      void undo();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [hasKey, undo]);
  return lastEdit === null ? null : <Line lastEdit={lastEdit} />;
}
