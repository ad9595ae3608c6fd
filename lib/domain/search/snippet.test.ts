import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWellFormed } from '../text/plain-text';
import { snippet } from './snippet';

const long = `${'Nothing of note here. '.repeat(20)}Mines kill long after wars.${' And more follows.'.repeat(20)}`;

test('shows the words around what was found, or the beginning', () => {
  expect(snippet(long, 'kill mines')).toMatch(/^….*Mines kill long after wars\..*…$/);
  expect(snippet(long, 'zebra')).toMatch(/^Nothing of note here\..*…$/);
  expect(snippet('Short.', 'short')).toBe('Short.');
  expect(snippet('Міни вбивають\nдовго після воєн.', 'вбиває')).toBe('Міни вбивають довго після воєн.');
});

test('is short and whole, whatever is asked of whatever', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc.string({ unit: 'grapheme' }),
      (text, query) => {
        const shown = snippet(text, query);
        expect(shown.length).toBeLessThanOrEqual(204);
        expect(isWellFormed(shown)).toBe(true);
      },
    ),
  );
});
