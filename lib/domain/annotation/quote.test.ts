import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWellFormed } from '../text/plain-text';
import { quoteAt } from './quote';

test('a quote carries its words and 32 characters of either side', () => {
  const text = `${'a'.repeat(40)}WORD${'b'.repeat(40)}`;
  expect(quoteAt(text, 40, 44)).toEqual({ exact: 'WORD', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) });
});

test.each([
  ['empty', 3, 3],
  ['backwards', 4, 2],
  ['past the end', 0, 7],
  ['before the start', -1, 2],
])('a range that is %s quotes nothing', (_, start, end) => expect(quoteAt('abcdef', start, end)).toBeNull());

test('half an emoji is no quote', () => expect(quoteAt('a\u{1F680}b', 0, 2)).toBeNull());

test('prefix, words and suffix stand side by side in the text and are well formed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const quote = quoteAt(text, a % text.length, (b % text.length) + 1);
        if (!quote) return;
        expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
        expect(isWellFormed(quote.prefix) && isWellFormed(quote.suffix)).toBe(true);
      },
    ),
  );
});
