import { describe, expect, test } from 'vitest';
import { LIMITS } from '../text/limits';
import { articleInput, articleSource } from './article';

const parsed = (text: string, more: object = {}) =>
  articleInput.safeParse({ title: 'A title', text, ...more });
const sourceOf = (text: string) => {
  const input = parsed(text);
  if (!input.success) throw new Error('The text is not taken');
  return articleSource(input.data, 'en');
};
const wordsOf = (text: string) => {
  const source = sourceOf(text);
  return source?.passages.map(({ start, end }) => source.text.slice(start, end));
};

describe('an article', () => {
  test('is parted at blank lines, or at every line when it has none', () => {
    expect(wordsOf('One. Two.\nStill one.\n\n  \nNext.')).toEqual(['One. Two.\nStill one.', 'Next.']);
    expect(wordsOf('First line.\r\nSecond line.')).toEqual(['First line.', 'Second line.']);
  });

  test('has its sentences at their places in the text that is kept', () => {
    const source = sourceOf('Cats sleep.  Dogs bark!   \n\nWho knows?');
    const sentences = source?.passages.flatMap((passage) => passage.sentences) ?? [];
    expect(sentences.map(({ key, start, end }) => [key, source?.text.slice(start, end)])).toEqual([
      ['p1.s1', 'Cats sleep.'],
      ['p1.s2', 'Dogs bark!'],
      ['p2.s1', 'Who knows?'],
    ]);
  });

  test('loses what could spoof or break a page, and keeps markup as the words that it is', () => {
    const source = sourceOf('A\u202eb\u0000c <script>alert(1)</script>\ufeff.');
    expect(source?.text).toBe('Abc <script>alert(1)</script>.');
  });

  test('is refused empty, half a character, and longer than any article', () => {
    expect(parsed(' \n\u200b ').success).toBe(false);
    expect(parsed('half \ud800 a character').success).toBe(false);
    expect(parsed('a'.repeat(LIMITS.articleText + 1)).success).toBe(false);
    expect(parsed('a'.repeat(LIMITS.articleText)).success).toBe(true);
  });

  test('that falls into more pieces than any article is refused, in little time', () => {
    const began = performance.now();
    expect(sourceOf('a\n\n'.repeat(60_000).slice(0, LIMITS.articleText))).toBeNull();
    expect(sourceOf('A. '.repeat(60_000))).toBeNull();
    expect(sourceOf(`a${' '.repeat(190_000)}b`)?.passages).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('is told by an address of the web, or by none', () => {
    for (const url of ['https://example.org/a?b=1', 'http://example.org', null])
      expect(parsed('A text.', { url }).success).toBe(true);
    for (const url of [
      'javascript:alert(1)',
      'https://',
      'ftp://example.org',
      'https://a b',
      '//example.org',
      '',
    ])
      expect(parsed('A text.', { url }).success).toBe(false);
  });
});
