import { describe, expect, it } from 'vitest';
import { citationRange, QUOTE_CONTEXT, sourceText } from './source-text';
import type { SourceContent } from './types';

const source: SourceContent = {
  key: 'digest',
  title: 'Boats',
  kind: 'digest',
  attribution: 'A digest.',
  language: 'en',
  paragraphs: [
    {
      id: 'p1',
      heading: 'Boats',
      sentences: [
        { id: 'p1.s1', text: 'One boat 🚢.', context: true },
        { id: 'p1.s2', text: 'Two oars.' },
      ],
    },
    { id: 'p2', sentences: [{ id: 'p2.s1', text: 'Nobody rows.' }] },
  ],
};

describe('sourceText', () => {
  const { text, paragraphs, sentences } = sourceText(source);

  it('joins sentences by a space and paragraphs by a blank line, without headings', () => {
    expect(text).toBe('One boat 🚢. Two oars.\n\nNobody rows.');
  });

  it('gives each paragraph its stretch and its heading', () => {
    expect(paragraphs).toEqual([
      { key: 'p1', heading: 'Boats', start: 0, end: 22 },
      { key: 'p2', start: 24, end: 36 },
    ]);
  });

  it('counts UTF-16 units, so a sentence after an emoji is found by slicing', () => {
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'One boat 🚢.',
      'Two oars.',
      'Nobody rows.',
    ]);
  });

  it('says which paragraph a sentence is of and whether it is context', () => {
    expect(sentences.map(({ id, paragraphKey, isContext }) => [id, paragraphKey, isContext])).toEqual([
      ['p1.s1', 'p1', true],
      ['p1.s2', 'p1', false],
      ['p2.s1', 'p2', false],
    ]);
  });
});

describe('citationRange', () => {
  it('covers the whole sentence when there is no quote', () => {
    expect(citationRange(source, { sourceKey: 'digest', sentenceId: 'p1.s2' })).toEqual({
      start: 13,
      end: 22,
      exact: 'Two oars.',
      prefix: 'One boat 🚢. ',
      suffix: '\n\nNobody rows.',
    });
  });

  it('covers only the quote when there is one', () => {
    const range = citationRange(source, { sourceKey: 'digest', sentenceId: 'p2.s1', quote: 'rows' });
    expect([range.start, range.end, range.exact, range.suffix]).toEqual([31, 35, 'rows', '.']);
  });

  it('finds the quote in its own sentence, not where the text has it first', () => {
    const twice: SourceContent = {
      ...source,
      paragraphs: [
        { id: 'p1', sentences: [{ id: 'p1.s1', text: 'Row.' }] },
        { id: 'p2', sentences: [{ id: 'p2.s1', text: 'They Row.' }] },
      ],
    };
    expect(citationRange(twice, { sourceKey: 'digest', sentenceId: 'p2.s1', quote: 'Row' }).start).toBe(11);
  });

  it('keeps at most the stated context and never half a character', () => {
    const filler = 'x'.repeat(QUOTE_CONTEXT - 1);
    const long: SourceContent = {
      ...source,
      paragraphs: [{ id: 'p1', sentences: [{ id: 'p1.s1', text: `a🚢${filler}ROW${filler}🚢z` }] }],
    };
    const range = citationRange(long, { sourceKey: 'digest', sentenceId: 'p1.s1', quote: 'ROW' });
    expect(range.prefix).toBe(filler);
    expect(range.suffix).toBe(filler);
  });

  it('keeps the full context where no character is cut', () => {
    const filler = 'x'.repeat(QUOTE_CONTEXT + 5);
    const long: SourceContent = {
      ...source,
      paragraphs: [{ id: 'p1', sentences: [{ id: 'p1.s1', text: `${filler}ROW${filler}` }] }],
    };
    const range = citationRange(long, { sourceKey: 'digest', sentenceId: 'p1.s1', quote: 'ROW' });
    expect([range.prefix.length, range.suffix.length]).toEqual([QUOTE_CONTEXT, QUOTE_CONTEXT]);
  });

  it.each([
    ['another source', { sourceKey: 'treaty', sentenceId: 'p1.s1' }],
    ['a missing sentence', { sourceKey: 'digest', sentenceId: 'p7.s1' }],
    ['a quote of other words', { sourceKey: 'digest', sentenceId: 'p2.s1', quote: 'Everybody' }],
    ['an empty quote', { sourceKey: 'digest', sentenceId: 'p2.s1', quote: '' }],
  ])('throws at %s', (_what, citation) => {
    expect(() => citationRange(source, citation)).toThrow();
  });
});
