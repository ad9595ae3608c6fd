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

function lengthUntil(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
