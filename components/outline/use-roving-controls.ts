import { type RefObject, useLayoutEffect, useRef } from 'react';

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Makes the grid one stop of the Tab key: links and buttons of rows other than the current one are reached by pointer,
 * or by going to their row first. Their own tabindex is kept and given back, so roving groups inside stay as they are.
 * One pass over the grid per move; rows need no effect of their own.
 * @param openId the row whose details are open: they bring controls of their own
 */
export function useRovingControls(
  currentId: string | null,
  openId: string | null,
): RefObject<HTMLDivElement | null> {
  const grid = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened details bring new controls into the grid
  useLayoutEffect(() => {
    for (const row of grid.current?.querySelectorAll<HTMLElement>('[data-claim]') ?? []) {
      const isCurrent = row.dataset.claim === currentId;
      for (const control of row.querySelectorAll<HTMLElement>(CONTROLS)) {
        if (isCurrent) giveBack(control);
        else takeOut(control);
      }
    }
  }, [currentId, openId]);
  return grid;
}

function takeOut(control: HTMLElement): void {
  if (control.dataset.tabindexKept !== undefined) return;
  control.dataset.tabindexKept = control.getAttribute('tabindex') ?? '';
  control.setAttribute('tabindex', '-1');
}

function giveBack(control: HTMLElement): void {
  const kept = control.dataset.tabindexKept;
  if (kept === undefined) return;
  delete control.dataset.tabindexKept;
  if (kept === '') control.removeAttribute('tabindex');
  else control.setAttribute('tabindex', kept);
}
