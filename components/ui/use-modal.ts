'use client';

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/**
 * Keeps a native <dialog> in step with `isOpen`. The browser does what a modal needs: focus moves in and back, the rest
 * of the page is inert, Escape asks to close.
 */
export function useModal(isOpen: boolean, onClose: () => void): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(onClose);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    // Closing is the owner's decision: the dialog goes when `isOpen` does.
    const handleCancel = (event: Event) => {
      if (event.target !== dialog) return;
      event.preventDefault();
      close();
    };
    const handlePointer = (event: PointerEvent) => {
      if (event.target !== dialog) return;
      const box = dialog.getBoundingClientRect();
      const isInside =
        event.clientX >= box.left &&
        event.clientX <= box.right &&
        event.clientY >= box.top &&
        event.clientY <= box.bottom;
      if (!isInside) close();
    };
    dialog.addEventListener('cancel', handleCancel);
    dialog.addEventListener('pointerdown', handlePointer);
    return () => {
      dialog.removeEventListener('cancel', handleCancel);
      dialog.removeEventListener('pointerdown', handlePointer);
    };
  }, []);

  return ref;
}
