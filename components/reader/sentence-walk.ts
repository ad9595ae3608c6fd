import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';
import type { PassageView, SentenceView } from '@/lib/domain/debate/view';
import { wordEdge } from './word-edges';

/** The sentences of a text in one row, each with its paragraph. */
export interface SentenceRow {
  sentences: readonly SentenceView[];
  /** Place in the row by key. */
  places: ReadonlyMap<string, number>;
  /** For each paragraph that has any, the place of its first sentence. */
  firsts: readonly number[];
}

export function sentenceRow(passages: readonly Pick<PassageView, 'sentences'>[]): SentenceRow {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const places = new Map(sentences.map(({ key }, place) => [key, place]));
  const firsts = passages.flatMap((passage) => {
    const [first] = passage.sentences;
    return first ? [places.get(first.key) ?? 0] : [];
  });
  return { sentences, places, firsts };
}

/**
 * Where a key leads from a sentence: sideways to the next one, up and down to the start of a paragraph, Home and End to
 * the ends of this one. Null for other keys and at the ends of the text.
 */
export function sentenceAfterKey(row: SentenceRow, key: string, pressed: string): SentenceView | null {
  const at = row.places.get(key);
  if (at === undefined) return null;
  const paragraph = row.firsts.findLastIndex((first) => first <= at);
  const start = row.firsts[paragraph] ?? 0;
  const nextStart = row.firsts[paragraph + 1];
  const end = (nextStart ?? row.sentences.length) - 1;
  const to: Record<string, number | undefined> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: nextStart,
    ArrowUp: at > start ? start : row.firsts[paragraph - 1],
    Home: start,
    End: end,
  };
  const place = to[pressed];
  return place === undefined || place === at ? null : (row.sentences[place] ?? null);
}

/** The sentence in which an offset stands, or the last one before it. */
export function sentenceAt(row: SentenceRow, offset: number): SentenceView | null {
  return row.sentences.findLast(({ start }) => start <= offset) ?? row.sentences[0] ?? null;
}

/** A selection with its end led over whole sentences, never back before the sentence in which it starts. */
export function extendBySentence(
  row: SentenceRow,
  text: string,
  key: string,
  range: SelectedRange | null,
  step: 1 | -1,
): SelectedRange | null {
  const first = row.places.get(key);
  if (first === undefined) return null;
  const sentence = row.sentences[first];
  if (!sentence) return null;
  const lastNow = range ? row.sentences.findIndex(({ end }) => end >= range.end) : first;
  const next = row.sentences[Math.min(row.sentences.length - 1, Math.max(first, lastNow + step))];
  return next ? selectedRange(text, range?.start ?? sentence.start, next.end) : null;
}

/** A selection with one of its ends led over a word. Null where nothing would be left of it, or no word is there. */
export function extendByWord(
  text: string,
  language: string,
  range: SelectedRange,
  edge: 'start' | 'end',
  direction: 1 | -1,
): SelectedRange | null {
  const step = (from: number, way: 1 | -1) => wordEdge(text, from, way, language);
  let { start, end } = range;
  // Moving an edge inwards goes over a word and back, so that it stands at a word and not at a comma.
  if (edge === 'end') end = direction === 1 ? step(end, 1) : step(step(step(end, -1), -1), 1);
  else start = direction === -1 ? step(start, -1) : step(step(step(start, 1), 1), -1);
  if (start >= end || start >= range.end || end <= range.start) return null;
  const next = selectedRange(text, start, end);
  return next && (next.start !== range.start || next.end !== range.end) ? next : null;
}
