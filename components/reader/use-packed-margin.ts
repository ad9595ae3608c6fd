import { type RefObject, useLayoutEffect } from 'react';
import { packColumn } from '@/lib/domain/layout/pack';

/** Least space between two groups of the margin, in pixels. */
const GAP_PX = 14;
const WIDE = '(min-width: 1100px)';

/**
 * Measures the text and sets what only a browser can know: the margin's groups, each as near to its paragraph as the
 * others let it; the brackets, from the first to the last line that they speak of; the line from the selected claim's
 * passage to its card. Without it (no JavaScript, narrow screens) every group stands beside or under its paragraph.
 */
export function usePackedMargin(body: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const wide = window.matchMedia(WIDE);
    let frame = 0;
    const arrange = () => {
      if (wide.matches) packGroups(element);
      else delete element.dataset.packed;
      setBrackets(element);
      drawLeader(element, wide.matches);
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(arrange);
    };
    arrange();
    const sizes = new ResizeObserver(later);
    sizes.observe(element);
    for (const group of element.querySelectorAll('.reader-margin')) sizes.observe(group);
    // A selected claim or a note on its way changes marks without changing any size.
    const marks = new MutationObserver(later);
    marks.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-claim-passage', 'data-selected', 'data-cited'],
    });
    wide.addEventListener('change', later);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      marks.disconnect();
      wide.removeEventListener('change', later);
    };
  }, [body]);
}

function packGroups(body: HTMLElement): void {
  const groups = [...body.querySelectorAll<HTMLElement>('.reader-margin')];
  body.dataset.packed = '';
  const top = body.getBoundingClientRect().top;
  const heights = groups.map((group) => group.getBoundingClientRect().height);
  const wanted = groups.map((group, index) => {
    const paragraph = group.parentElement?.getBoundingClientRect().top ?? top;
    return paragraph - top + (heights[index] ?? 0) / 2;
  });
  const centres = packColumn(heights, wanted, GAP_PX, 0, Number.POSITIVE_INFINITY);
  let bottom = 0;
  for (const [index, group] of groups.entries()) {
    const height = heights[index] ?? 0;
    const start = (centres[index] ?? 0) - height / 2;
    group.style.setProperty('--margin-top', `${Math.round(start)}px`);
    bottom = Math.max(bottom, start + height);
  }
  body.style.setProperty('--reader-packed-height', `${Math.ceil(bottom)}px`);
}

function setBrackets(body: HTMLElement): void {
  for (const bracket of body.querySelectorAll<HTMLElement>('.reader-bracket')) {
    const side = bracket.dataset.side ?? '';
    const paragraph = bracket.parentElement;
    const cited = [...(paragraph?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])].filter(
      ({ dataset }) => (side === 'none' ? dataset.cited === 'none' : dataset.cited?.includes(side)),
    );
    const rects = cited.flatMap((sentence) => [...sentence.getClientRects()]);
    if (!paragraph || rects.length === 0) continue;
    const top = paragraph.getBoundingClientRect().top;
    const first = Math.min(...rects.map((rect) => rect.top));
    const last = Math.max(...rects.map((rect) => rect.bottom));
    bracket.style.setProperty('--bracket-top', `${Math.round(first - top)}px`);
    bracket.style.setProperty('--bracket-height', `${Math.round(last - first)}px`);
  }
}

/** From the end of the selected claim's passage through the gutter to the claim's card, at right angles. */
function drawLeader(body: HTMLElement, isWide: boolean): void {
  const path = body.querySelector<SVGPathElement>('.reader-leader > path');
  const card = body.querySelector('.reader-claim[data-selected]');
  const group = card?.closest('.reader-paragraph');
  const piece = [...(group?.querySelectorAll('[data-claim-passage]') ?? [])].at(-1);
  const line = piece && [...piece.getClientRects()].at(-1);
  if (!path || !card || !line || !isWide) {
    path?.setAttribute('d', '');
    return;
  }
  const origin = body.getBoundingClientRect();
  const box = card.getBoundingClientRect();
  const isForward = box.left > line.left;
  const from = (isForward ? line.right + 4 : line.left - 4) - origin.left;
  const to = (isForward ? box.left : box.right) - origin.left;
  const turn = to + (isForward ? -16 : 16);
  const fromY = line.bottom - origin.top;
  const toY = box.top + Math.min(18, box.height / 2) - origin.top;
  path.setAttribute('d', `M${from} ${fromY}H${turn}V${toY}H${to}`);
}
