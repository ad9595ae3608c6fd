import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeLength, isWellFormed } from './plain-text';
import { segmentsOf } from './segments';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const piecesOf = (text: string, segmenter: Intl.Segmenter, units: number) =>
  [...segmentsOf(text, segmenter, units)].map(({ start, end }) => text.slice(start, end));

describe('the pieces of a text', () => {
  test('are those of the segmenter, wherever the windows fall', () => {
    const text = 'Cats sleep. Dogs bark! 👩‍👩‍👧 says: who knows? Не знаю. ';
    const whole = (segmenter: Intl.Segmenter) => [...segmenter.segment(text)].map(({ segment }) => segment);
    for (let units = 12; units < text.length + 3; units += 1)
      expect(piecesOf(text, graphemes, units)).toEqual(whole(graphemes));
    for (const units of [40, text.length, 1000])
      expect(piecesOf(text, sentences, units)).toEqual(whole(sentences));
  });

  test('make up the text, with no half character, however small the window', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), (text, units) => {
        const pieces = piecesOf(text, graphemes, units);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every(isWellFormed)).toBe(true);
      }),
    );
  });

  test('of a long text come in time that grows with its length', () => {
    const began = performance.now();
    expect([...segmentsOf('This is one sentence. '.repeat(40_000), sentences, 3000)]).toHaveLength(40_000);
    expect(graphemeLength('ї'.repeat(400_000))).toBe(400_000);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
