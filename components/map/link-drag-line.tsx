import { createPortal } from 'react-dom';
import type { DragLine } from './use-link-drag';

/** The line on its way from a port to the pointer; full once it would meet a card. */
export function LinkDragLine({ from, to, isOnTarget }: DragLine) {
  return createPortal(
    <svg aria-hidden="true" className="pointer-events-none fixed inset-0 z-30 size-full">
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        stroke="var(--color-ink)"
        strokeWidth={2}
        strokeDasharray={isOnTarget ? undefined : '3 5'}
      />
      <circle cx={to.x} cy={to.y} r={4} fill="var(--color-ink)" />
    </svg>,
    document.body,
  );
}
