/** What the toolbar stands over, in pixels from the start of the text's body. */
export interface ToolbarPlace {
  /** Of the first line that is selected, and where that is on the screen. */
  top: number;
  screenTop: number;
  /** Under the last line. */
  bottom: number;
  left: number;
  /** How far to the right it may reach. */
  right: number;
}

const GAP_PX = 8;

/** Measures a selection, or a sentence, inside the text column. */
export function placeOver(body: HTMLElement, over: Range | HTMLElement): ToolbarPlace {
  const origin = body.getBoundingClientRect();
  const column = body.querySelector('.reader-paragraph > p')?.getBoundingClientRect() ?? origin;
  const rects = [...over.getClientRects()].filter(({ width }) => width > 0);
  const first = rects[0] ?? origin;
  const last = rects.at(-1) ?? first;
  return {
    top: first.top - origin.top,
    screenTop: first.top,
    bottom: last.bottom - origin.top,
    left: Math.max(first.left, column.left) - origin.left,
    right: column.right - origin.left,
  };
}

/** Puts it over the first line, held inside the column; under the last one when there is no room above. */
export function putToolbar(element: HTMLElement, place: ToolbarPlace): void {
  const { offsetHeight, offsetWidth } = element;
  const hasRoom = place.screenTop - offsetHeight - GAP_PX >= 0;
  const top = hasRoom ? place.top - offsetHeight - GAP_PX : place.bottom + GAP_PX;
  const left = Math.max(0, Math.min(place.left, place.right - offsetWidth));
  element.style.setProperty('--toolbar-left', `${left}px`);
  element.style.setProperty('--toolbar-top', `${top}px`);
}
