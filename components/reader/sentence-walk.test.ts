import { describe, expect, it } from 'vitest';
import { selectedRange } from '@/lib/domain/annotation/segments';
import { extendBySentence, extendByWord, sentenceAfterKey, sentenceAt, sentenceRow } from './sentence-walk';

const text = 'One here. Two, too, here.\n\nThree here.';
const row = sentenceRow([
  {
    sentences: [
      { key: 'a', start: 0, end: 9, isContext: false },
      { key: 'b', start: 10, end: 25, isContext: false },
    ],
  },
  { sentences: [] },
  { sentences: [{ key: 'c', start: 27, end: 38, isContext: false }] },
]);
const to = (key: string, pressed: string) => sentenceAfterKey(row, key, pressed)?.key ?? null;
const whole = (start: number, end: number) => {
  const range = selectedRange(text, start, end);
  if (!range) throw new Error('nothing is left of the range');
  return range;
};

describe('keys in the text', () => {
  it('lead sideways from sentence to sentence, over the ends of paragraphs', () => {
    expect([to('a', 'ArrowRight'), to('b', 'ArrowRight'), to('c', 'ArrowRight')]).toEqual(['b', 'c', null]);
    expect([to('c', 'ArrowLeft'), to('a', 'ArrowLeft')]).toEqual(['b', null]);
  });

  it('lead up and down to the starts of paragraphs, and to the ends of this one', () => {
    expect([to('a', 'ArrowDown'), to('c', 'ArrowDown')]).toEqual(['c', null]);
    expect([to('c', 'ArrowUp'), to('b', 'ArrowUp'), to('a', 'ArrowUp')]).toEqual(['a', 'a', null]);
    expect([to('a', 'End'), to('b', 'Home'), to('a', 'Home'), to('a', 'x')]).toEqual(['b', 'a', null, null]);
  });
});

describe('the sentence at an offset', () => {
  it('is the one around it, or the last before it', () => {
    expect([0, 9, 12, 26, 30].map((at) => sentenceAt(row, at)?.key)).toEqual(['a', 'a', 'b', 'b', 'c']);
  });
});

describe('a selection made with keys', () => {
  it('grows and shrinks by sentences, across paragraphs, and keeps its first one', () => {
    const two = extendBySentence(row, text, 'a', null, 1);
    expect(two).toMatchObject({ start: 0, end: 25 });
    const three = extendBySentence(row, text, 'a', two, 1);
    expect(three).toMatchObject({ start: 0, end: 38 });
    expect(extendBySentence(row, text, 'a', two, -1)).toMatchObject({ start: 0, end: 9 });
    expect(extendBySentence(row, text, 'a', null, -1)).toMatchObject({ start: 0, end: 9 });
  });

  it('loses and wins words at either end, without hanging commas', () => {
    const range = whole(10, 25);
    const shorter = extendByWord(text, 'en', range, 'end', -1);
    expect(shorter?.exact).toBe('Two, too');
    expect(extendByWord(text, 'en', shorter ?? range, 'end', 1)?.exact).toBe('Two, too, here');
    const later = extendByWord(text, 'en', range, 'start', 1);
    expect(later?.exact).toBe('too, here.');
    expect(extendByWord(text, 'en', later ?? range, 'start', -1)?.exact).toBe('Two, too, here.');
  });

  it('keeps its last word', () => {
    expect(extendByWord(text, 'en', whole(0, 3), 'end', -1)).toBeNull();
    expect(extendByWord(text, 'en', whole(0, 3), 'start', 1)).toBeNull();
  });
});
