'use client';

import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

export interface DragLine {
  /** Window coordinates of the port and of the pointer. */
  from: { x: number; y: number };
  to: { x: number; y: number };
  isOnTarget: boolean;
}

/** A press that moves less is a press. */
const LEAST_PX = 6;

const cardAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-claim-id]')?.dataset.claimId ?? null;

/**
 * A line drawn by dragging from the port of one card to another. Only with a mouse or pen: a finger moves the map, and
 * the menu and the key R do the same for everybody.
 */
export function useLinkDrag({
  mayLink,
  onLink,
}: {
  mayLink: (claimId: string) => boolean;
  onLink: (fromId: string, toId: string) => void;
}): { line: DragLine | null; handlePointerDown: (event: ReactPointerEvent) => void } {
  const [line, setLine] = useState<DragLine | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const handlePointerDown = (event: ReactPointerEvent) => {
    if (event.pointerType === 'touch' || event.button !== 0 || !(event.target instanceof Element)) return;
    const port = event.target.closest('.map-port');
    const fromId = port?.closest<HTMLElement>('[data-claim-id]')?.dataset.claimId;
    if (!port || !fromId || !mayLink(fromId)) return;
    // Text of the cards must not be marked on the way.
    event.preventDefault();
    const box = port.getBoundingClientRect();
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const targetAt = ({ clientX, clientY }: PointerEvent): string | null => {
      const id = cardAt(clientX, clientY);
      return id === fromId ? null : id;
    };
    const move = (moved: PointerEvent) => {
      const to = { x: moved.clientX, y: moved.clientY };
      if (Math.hypot(to.x - from.x, to.y - from.y) < LEAST_PX) return;
      setLine({ from, to, isOnTarget: targetAt(moved) !== null });
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', leave, true);
      stop.current = null;
      setLine(null);
    };
    const drop = (dropped: PointerEvent) => {
      const toId = targetAt(dropped);
      end();
      if (toId !== null) onLink(fromId, toId);
    };
    const leave = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      end();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', leave, true);
    stop.current = end;
  };

  return { line, handlePointerDown };
}
