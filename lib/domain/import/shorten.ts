import { graphemeLength } from '../text/plain-text';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

const fits = (text: string, longest: number): boolean =>
  [...text].length <= longest && graphemeLength(text) <= longest;

/** The text, or as much of its beginning as fits with an ellipsis, cut between words where one is near. */
export function shorten(text: string, longest: number): string {
  // Code points are never fewer than graphemes, so most texts are settled without segmenting.
  if (text.length <= longest || fits(text, longest)) return text;
  let kept = '';
  let points = 0;
  for (const { segment } of graphemes.segment(text.slice(0, longest * 8))) {
    points += [...segment].length;
    if (points > longest - 1) break;
    kept += segment;
  }
  const atWord = kept.replace(/\s+\S*$/u, '');
  const cut = atWord.length > kept.length * 0.7 ? atWord : kept;
  return `${cut.trimEnd()}${ELLIPSIS}`;
}
