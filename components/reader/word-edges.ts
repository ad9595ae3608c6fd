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
