import { type RefObject, useLayoutEffect } from 'react';
import { packColumn } from '@/lib/domain/layout/pack';

/** Least space between two groups of the margin, in pixels. */
const GAP_PX = 14;
/** The group in hand counts more than all the others of a text together. */
const HELD_WEIGHT = 1_000_000;
/** Signs of what is in hand, the surest first: the toolbar of a selection, a note begun, a note that was asked for. */
const IN_HAND = ['.reader-paragraph > .reader-toolbar', '[data-draft]', '[data-asked]'];
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
    // Paragraphs whose marks changed; after a change of size, all of them.
    let changed: Set<Element> | 'all' = 'all';
    const arrange = () => {
      // First everything is measured, then everything is written: one layout, however long the text is.
      if (!wide.matches) delete element.dataset.packed;
      else element.dataset.packed = '';
      const writes = [
        ...(wide.matches ? packGroups(element) : []),
        ...setBrackets(element, changed),
        drawLeader(element, wide.matches),
      ];
      changed = new Set();
      for (const write of writes) write();
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(arrange);
    };
    const resized = () => {
      changed = 'all';
      later();
    };
    arrange();
    const sizes = new ResizeObserver(resized);
    sizes.observe(element);
    const groups = new ResizeObserver(later);
    for (const group of element.querySelectorAll('.reader-margin')) groups.observe(group);
    // A selected claim or a note on its way changes marks without changing any size.
    const marks = new MutationObserver((records) => {
      for (const { target } of records) {
        const paragraph = (target instanceof Element ? target : target.parentElement)?.closest(
          '.reader-paragraph',
        );
        if (paragraph && changed !== 'all') changed.add(paragraph);
      }
      later();
    });
    marks.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: [
        'data-claim-passage',
        'data-selected',
        'data-asked',
        'data-cited',
        'data-lanes',
        'data-coverage',
      ],
    });
    wide.addEventListener('change', resized);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      groups.disconnect();
      marks.disconnect();
      wide.removeEventListener('change', resized);
    };
  }, [body]);
}

/** What is to be written once all is measured. */
type Write = () => void;

function packGroups(body: HTMLElement): Write[] {
  const groups = [...body.querySelectorAll<HTMLElement>('.reader-margin')];
  const top = body.getBoundingClientRect().top;
  const heights = groups.map((group) => group.getBoundingClientRect().height);
  const wanted = groups.map((group, index) => {
    const paragraph = group.parentElement?.getBoundingClientRect().top ?? top;
    return paragraph - top + (heights[index] ?? 0) / 2;
  });
  const held = groupInHand(body);
  const weights = groups.map((group) => (group === held ? HELD_WEIGHT : 1));
  const centres = packColumn(heights, wanted, GAP_PX, 0, Number.POSITIVE_INFINITY, weights);
  const starts = groups.map((_, index) => (centres[index] ?? 0) - (heights[index] ?? 0) / 2);
  const bottom = Math.max(0, ...starts.map((start, index) => start + (heights[index] ?? 0)));
  return [
    ...groups.map((group, index) => () => {
      group.style.setProperty('--margin-top', `${Math.round(starts[index] ?? 0)}px`);
    }),
    () => body.style.setProperty('--reader-packed-height', `${Math.ceil(bottom)}px`),
  ];
}

/** The group of the paragraph that somebody has in hand: it stands beside its words, and the others make room. */
function groupInHand(body: HTMLElement): Element | null {
  const at = IN_HAND.map((what) => body.querySelector(what)).find((element) => element !== null);
  return at?.closest('.reader-paragraph')?.querySelector('.reader-margin') ?? null;
}

function setBrackets(body: HTMLElement, within: ReadonlySet<Element> | 'all'): Write[] {
  const places = within === 'all' ? [body] : [...within];
  return places.flatMap((place) =>
    [...place.querySelectorAll<HTMLElement>('.reader-bracket')].flatMap((bracket) => {
      const side = bracket.dataset.side ?? '';
      const paragraph = bracket.parentElement;
      const cited = [...(paragraph?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])].filter(
        ({ dataset }) => (side === 'none' ? dataset.cited === 'none' : dataset.cited?.includes(side)),
      );
      const rects = cited.flatMap((sentence) => [...sentence.getClientRects()]);
      if (!paragraph || rects.length === 0) return [];
      const top = paragraph.getBoundingClientRect().top;
      const first = Math.min(...rects.map((rect) => rect.top));
      const last = Math.max(...rects.map((rect) => rect.bottom));
      return [
        () => {
          bracket.style.setProperty('--bracket-top', `${Math.round(first - top)}px`);
          bracket.style.setProperty('--bracket-height', `${Math.round(last - first)}px`);
        },
      ];
    }),
  );
}

/** From the end of the selected claim's passage through the gutter to the claim's card, at right angles. */
function drawLeader(body: HTMLElement, isWide: boolean): Write {
  const path = body.querySelector<SVGPathElement>('.reader-leader > path');
  const draw = (line: string) => () => path?.setAttribute('d', line);
  const card = body.querySelector('.reader-claim[data-selected]');
  const group = card?.closest('.reader-paragraph');
  const piece = [...(group?.querySelectorAll('[data-claim-passage]') ?? [])].at(-1);
  const line = piece && [...piece.getClientRects()].at(-1);
  if (!card || !line || !isWide) return draw('');
  const origin = body.getBoundingClientRect();
  const box = card.getBoundingClientRect();
  const isForward = box.left > line.left;
  const from = (isForward ? line.right + 4 : line.left - 4) - origin.left;
  const to = (isForward ? box.left : box.right) - origin.left;
  const turn = to + (isForward ? -16 : 16);
  const fromY = line.bottom - origin.top;
  return () => {
    // The one thing measured after writing: the groups have just been moved.
    const { top, height } = card.getBoundingClientRect();
    const toY = top + Math.min(18, height / 2) - origin.top;
    path?.setAttribute('d', `M${from} ${fromY}H${turn}V${toY}H${to}`);
  };
}
