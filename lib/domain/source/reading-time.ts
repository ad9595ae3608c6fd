/** Faster than most people read; whoever saw a paragraph for less than this went past it. */
const WORDS_PER_SECOND = 5;
const LEAST_MS = 2_000;

/** How long a paragraph has to be in view to count as read, in milliseconds: a fifth of a second for each word, at least 2 s. */
export function readingMs(text: string): number {
  const words = text.match(/\S+/g)?.length ?? 0;
  return Math.max(LEAST_MS, (words / WORDS_PER_SECOND) * 1_000);
}

/**
 * Time in view, added up over several looks.
 * @param ms time in view so far, by key of the paragraph
 * @returns keys that have been in view for long enough, without those that were read before
 */
export const readEnough = (
  ms: ReadonlyMap<string, number>,
  needed: ReadonlyMap<string, number>,
  before: ReadonlySet<string>,
): string[] =>
  [...ms]
    .filter(([key, seen]) => !before.has(key) && seen >= (needed.get(key) ?? Number.POSITIVE_INFINITY))
    .map(([key]) => key);

/**
 * Whether so much of a paragraph is on the screen that it can be read there: half of it, or half of the screen.
 * @param top, bottom its edges from the top of the screen; the same unit as `height`
 */
export function isInView(top: number, bottom: number, height: number): boolean {
  const shown = Math.min(bottom, height) - Math.max(top, 0);
  return shown > 0 && shown >= Math.min((bottom - top) / 2, height / 2);
}
