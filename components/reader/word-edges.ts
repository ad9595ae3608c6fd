import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';

/**
 * The next edge of a word from an offset, forwards to the end of a word, backwards to the start of one. Stops at the ends
 * of the text. Looks at a window: a segmenter that is given a long text costs by its length.
 */
export function wordEdge(text: string, from: number, direction: 1 | -1, language: string): number {
  const low = Math.max(0, from - WINDOW);
  const high = Math.min(text.length, from + WINDOW);
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'word' });
  let before = low === 0 ? 0 : from;
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(low, high))) {
    if (!isWordLike) continue;
    const start = low + index;
    const end = start + segment.length;
    if (direction === 1 && end > from) return end;
    if (direction === -1 && start < from) before = start;
  }
  return direction === 1 ? high : before;
}

/** Words of a stretch, as a person counts them. */
export function countWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text.slice(0, MOST_COUNTED))) if (isWordLike) count += 1;
  return count;
}

/** UTF-16 units on either side: longer than any word. */
const WINDOW = 300;
const MOST_COUNTED = 20_000;

const supported = (language: string): string =>
  Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';

/**
 * A stretch as a hand meant it that drew it with a mouse or a finger: whole words, without the full stop of the sentence
 * before it or the opening mark of the one after it. Null when nothing is left.
 */
export function wholeWords(text: string, start: number, end: number, language: string): SelectedRange | null {
  const drawn = selectedRange(text, start, end);
  if (!drawn) return null;
  const before = STOPS_BEFORE.exec(drawn.exact)?.[0].length ?? 0;
  const after = OPENINGS_AFTER.exec(drawn.exact)?.[0].length ?? 0;
  const from = wordAround(text, drawn.start + before, language)?.start ?? drawn.start + before;
  const to = wordAround(text, drawn.end - after, language)?.end ?? drawn.end - after;
  return selectedRange(text, from, to);
}

/** The word that an offset cuts; null between words. */
function wordAround(text: string, offset: number, language: string): { start: number; end: number } | null {
  const low = Math.max(0, offset - WINDOW);
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'word' });
  const found = segmenter.segment(text.slice(low, offset + WINDOW)).containing(offset - low);
  if (!found?.isWordLike || found.index + low === offset) return null;
  return { start: low + found.index, end: low + found.index + found.segment.length };
}

/** Marks that end something, before a blank: what they end lies before the stretch. */
const STOPS_BEFORE = /^[.,;:!?…)\]"”’»]+\s+/u;
const OPENINGS_AFTER = /\s+["“„«‘([]+$/u;
