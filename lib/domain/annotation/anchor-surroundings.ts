import type { Group, QuotePlace, WordMap } from './anchor-word-map';

/** What stands around a quote and around the range that it was found at. */

/** Words on each side that tell whether the surroundings are the same. */
const NEIGHBOURS = 8;
const FADE = 0.8;
/** How much farther than before they may be. */
const NEIGHBOUR_SLACK = 8;
/** Marks that may have come before a sentence, or behind it. */
const MOST_MARKS = 2;

/** Share of the words before the quote that still stand before it; the nearest count most. */
export function leftAgreement({ from, tokens }: WordMap, place: QuotePlace, newFirst: number): number {
  if (place.first === 0) return newFirst === 0 ? 1 : 0;
  let kept = 0;
  let all = 0;
  for (let step = 1; step <= Math.min(NEIGHBOURS, place.first); step += 1) {
    const weight = (from.weights[place.first - step] as number) * FADE ** step;
    const target = tokens[place.first - step] as number;
    all += weight;
    if (target >= 0 && target < newFirst && newFirst - target <= step + NEIGHBOUR_SLACK) kept += weight;
  }
  return all === 0 ? 0 : kept / all;
}

export function rightAgreement({ from, to, tokens }: WordMap, place: QuotePlace, newLast: number): number {
  if (place.last === from.ids.length) return newLast === to.ids.length ? 1 : 0;
  let kept = 0;
  let all = 0;
  for (let step = 0; step < Math.min(NEIGHBOURS, from.ids.length - place.last); step += 1) {
    const weight = (from.weights[place.last + step] as number) * FADE ** step;
    const target = tokens[place.last + step] as number;
    all += weight;
    if (target >= newLast && target - newLast <= step + NEIGHBOUR_SLACK) kept += weight;
  }
  return all === 0 ? 0 : kept / all;
}

/**
 * Whether every sentence that the quote is in stands unchanged, in its place or, all of them together, in another. The marks
 * around them and the size of letters do not count.
 */
export function isUntouched({ from, tokens, groupOf }: WordMap, { first, last }: QuotePlace): boolean {
  let before: Group | null = null;
  for (let token = first; token < last; ) {
    const found = groupOf(token);
    if (!found) return false;
    const { group, pair, move } = found;
    const isApart = before !== null && (before.move !== move || before.pair.to !== pair.from);
    if (isApart && (move !== 'none' || before?.move !== 'none')) return false;
    const isMark = (at: number): boolean => (from.weights[at] as number) < 1;
    let at = group.to - 1;
    while (at > group.from && isMark(at)) at -= 1;
    let target = tokens[at] as number;
    if (target < 0 || pair.to - target > group.to - at + MOST_MARKS) return false;
    for (; at >= group.from && tokens[at] === target; at -= 1) target -= 1;
    // Only the marks before the first word may be others.
    for (; at >= group.from; at -= 1) if (!isMark(at)) return false;
    if (target + 1 - pair.from > MOST_MARKS) return false;
    before = found;
    token = group.to;
  }
  return true;
}

/** Raw offsets of a range of the normal form, with the space at its edges that the quote had too. */
export function rawRange(
  { from, to }: Pick<WordMap, 'from' | 'to'>,
  place: QuotePlace,
  start: number,
  end: number,
): { rawStart: number; rawEnd: number } {
  let rawStart = to.normal.starts[start] as number;
  let rawEnd = to.normal.ends[end - 1] as number;
  const before = from.normal.raw.slice(place.rawStart, from.normal.starts[place.start]);
  const after = from.normal.raw.slice(from.normal.ends[place.end - 1], place.rawEnd);
  const { raw } = to.normal;
  if (before !== '' && raw.endsWith(before, rawStart)) rawStart -= before.length;
  if (after !== '' && raw.startsWith(after, rawEnd)) rawEnd += after.length;
  return { rawStart, rawEnd };
}
