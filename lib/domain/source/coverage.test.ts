import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage';

//            0         10        20        30        40
const text = 'One two. Three four.\n\nFive six. Seven eight.';
const sentence = (key: string, words: string, isContext = false) => {
  const start = text.indexOf(words);
  return { key, start, end: start + words.length, isContext };
};
const version = {
  id: 'v2',
  passages: [
    {
      key: 'p1',
      label: '1',
      heading: null,
      start: 0,
      end: 20,
      sentences: [sentence('p1s1', 'One two.'), sentence('p1s2', 'Three four.', true)],
    },
    {
      key: 'p2',
      label: '2',
      heading: null,
      start: 22,
      end: text.length,
      sentences: [sentence('p2s1', 'Five six.'), sentence('p2s2', 'Seven eight.')],
    },
  ],
};
const cites = (id: string, ...places: [start: number, end: number, sourceVersionId?: string][]) => ({
  id,
  citations: places.map(([start, end, sourceVersionId = 'v2']) => ({ sourceVersionId, start, end })),
});

describe('coverage', () => {
  test('a sentence counts the different claims that cite a letter of it, and the notes on it', () => {
    const { passages } = coverageOf(
      version,
      [cites('a', [0, 8], [4, 7]), cites('b', [7, 12])],
      [{ id: 'n', start: 22, end: 31 }],
    );
    const counts = passages.flatMap(({ sentences }) =>
      sentences.map(({ key, claimCount, noteCount }) => [key, claimCount, noteCount]),
    );
    expect(counts).toEqual([
      ['p1s1', 2, 0],
      ['p1s2', 1, 0],
      ['p2s1', 0, 1],
      ['p2s2', 0, 0],
    ]);
    expect(passages.map(({ claimCount, noteCount }) => [claimCount, noteCount])).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });

  test('sentences with nothing on them are named, background apart', () => {
    const { bare, bareContext, sentenceCount, citedCount } = coverageOf(version, [cites('a', [22, 30])], []);
    expect(bare).toEqual(['p1s1', 'p2s2']);
    expect(bareContext).toEqual(['p1s2']);
    expect([sentenceCount, citedCount]).toEqual([3, 1]);
  });

  test('a citation of another version covers nothing here, and its claim still has a passage', () => {
    const found = coverageOf(version, [cites('old', [0, 8, 'v1']), cites('none')], []);
    expect(found.citedCount).toBe(0);
    expect(found.claimsWithoutPassage).toEqual(['none']);
  });

  test('density is the share of a paragraph under a citation or a note, each letter once', () => {
    const [first, second] = coverageOf(
      version,
      [cites('a', [0, 10]), cites('b', [5, 10])],
      [{ id: 'n', start: 8, end: 15 }],
    ).passages;
    expect(first?.citedShare).toBeCloseTo(10 / 20);
    expect(first?.notedShare).toBeCloseTo(7 / 20);
    expect(first?.density).toBeCloseTo(15 / 20);
    expect(second?.density).toBe(0);
  });

  test('a citation across two paragraphs counts in both', () => {
    const { passages } = coverageOf(version, [cites('a', [15, 25])], []);
    expect(passages.map(({ claimCount }) => claimCount)).toEqual([1, 1]);
  });
});
