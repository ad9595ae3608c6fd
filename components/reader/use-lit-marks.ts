import { type RefObject, useEffect } from 'react';

/** The stretches that something in the margin speaks of, for `data-marks`: `10-24 90-101`. */
export const marksOf = (stretches: readonly { start: number; end: number }[]): string | undefined =>
  stretches.map(({ start, end }) => `${start}-${end}`).join(' ') || undefined;

/**
 * Whoever points at a note or a claim in the margin, or has the focus there, sees its words lit in the text; and at words,
 * what speaks of them. Done on the elements themselves: a hover draws nothing anew, however many highlights there are.
 * Pieces of the text name where they begin (`data-from`), what stands in the margin names its stretches (`data-marks`).
 */
export function useLitMarks(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    let at: Element | null = null;
    const lit: Element[] = [];
    const light = (found: Iterable<Element>) => {
      for (const one of found) {
        one.setAttribute('data-lit', '');
        lit.push(one);
      }
    };
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      const place = target?.closest('[data-from], [data-marks], [data-sentence]') ?? null;
      if (place === at) return;
      at = place;
      for (const one of lit.splice(0)) one.removeAttribute('data-lit');
      if (!(place instanceof HTMLElement)) return;
      const { marks } = place.dataset;
      if (marks === undefined) light(cardsOver(element, place));
      else {
        light([place]);
        light(piecesIn(element, marks));
      }
    };
    const leave = () => show(new Event('leave'));
    element.addEventListener('pointerover', show);
    element.addEventListener('focusin', show);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointerover', show);
      element.removeEventListener('focusin', show);
      element.removeEventListener('pointerleave', leave);
    };
  }, [body]);
}

type Bounds = readonly [start: number, end: number];

const boundsIn = (marks: string): Bounds[] =>
  marks.split(' ').flatMap((pair) => {
    const [start, end] = pair.split('-').map(Number);
    return start === undefined || end === undefined ? [] : [[start, end] as const];
  });

const isOver = (bounds: readonly Bounds[], from: number, to: number): boolean =>
  bounds.some(([start, end]) => start < to && end > from);

function* piecesIn(body: HTMLElement, marks: string): Iterable<Element> {
  const bounds = boundsIn(marks);
  for (const piece of body.querySelectorAll<HTMLElement>('[data-from]')) {
    const from = Number(piece.dataset.from);
    if (isOver(bounds, from, from + 1)) yield piece;
  }
}

/** What in the margin speaks of a piece, or, where a sentence has the focus, of any of it. */
function* cardsOver(body: HTMLElement, place: HTMLElement): Iterable<Element> {
  const first = place.dataset.from === undefined ? place.querySelector<HTMLElement>('[data-from]') : place;
  const from = Number(first?.dataset.from);
  const to = from + (place.textContent?.length ?? 0);
  for (const card of body.querySelectorAll<HTMLElement>('[data-marks]')) {
    if (isOver(boundsIn(card.dataset.marks ?? ''), from, to)) yield card;
  }
}
