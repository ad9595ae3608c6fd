/**
 * The offsets of a DOM range in the text that `body` shows; null when it touches no text. Every element with
 * `data-text-start` holds exactly the source's text from that offset on, however many elements it is cut into. Ends
 * that lie outside (in a heading, in the margin) are taken as the nearest end of the text that is touched.
 */
export function rangeInText(body: HTMLElement, range: Range): { start: number; end: number } | null {
  const starts: number[] = [];
  let last = 0;
  for (const element of body.querySelectorAll<HTMLElement>('[data-text-start]')) {
    if (!range.intersectsNode(element)) continue;
    const from = Number(element.dataset.textStart);
    const length = element.textContent?.length ?? 0;
    const start = element.contains(range.startContainer)
      ? lengthUntil(element, range.startContainer, range.startOffset)
      : 0;
    const end = element.contains(range.endContainer)
      ? lengthUntil(element, range.endContainer, range.endOffset)
      : length;
    if (start >= end) continue;
    starts.push(from + start);
    last = from + end;
  }
  const [first] = starts;
  return first === undefined ? null : { start: first, end: last };
}

/** The DOM range of a stretch of the text that `body` shows: the other way round; null where it does not show both ends. */
export function domRangeOf(body: HTMLElement, { start, end }: { start: number; end: number }): Range | null {
  const from = pointAt(body, start, true);
  const to = pointAt(body, end, false);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/** Puts the browser's selection on a range, in the direction in which it was drawn. */
export function showSelected(selection: Selection, range: Range | null): void {
  if (!range) return;
  const drawn = selection.getRangeAt(0);
  const isBackward =
    selection.anchorNode === drawn.endContainer && selection.anchorOffset === drawn.endOffset;
  const from = [range.startContainer, range.startOffset] as const;
  const to = [range.endContainer, range.endOffset] as const;
  if (isBackward) selection.setBaseAndExtent(...to, ...from);
  else selection.setBaseAndExtent(...from, ...to);
}

/** The text node at an offset; at the border of two, the later one for a start and the earlier one for an end. */
function pointAt(body: HTMLElement, offset: number, isStart: boolean): [Node, number] | null {
  for (const element of body.querySelectorAll<HTMLElement>('[data-text-start]')) {
    let at = Number(element.dataset.textStart);
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const isHere = isStart ? offset >= at && offset < at + length : offset > at && offset <= at + length;
      if (isHere) return [node, offset - at];
      at += length;
    }
  }
  return null;
}

function lengthUntil(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
