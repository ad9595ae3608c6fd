import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointIndex } from './code-points';

test('a character outside the basic plane counts once', () => {
  const index = codePointIndex('a\u{1F680}b');
  expect([0, 1, 3, 4].map(index.codePointsAt)).toEqual([0, 1, 2, 3]);
  expect([0, 1, 2, 3].map(index.offsetAt)).toEqual([0, 1, 3, 4]);
});

test('what lies outside the text has no offset, and counts as its end', () => {
  const index = codePointIndex('ab');
  expect([index.offsetAt(3), index.offsetAt(-1)]).toEqual([null, null]);
  expect([index.codePointsAt(9), index.codePointsAt(-1)]).toEqual([2, 0]);
});

test('counts are those of walking the text, and both ways lead back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const index = codePointIndex(text);
      let offset = 0;
      for (const [count, character] of [...text].entries()) {
        expect(index.codePointsAt(offset)).toBe(count);
        expect(index.offsetAt(count)).toBe(offset);
        offset += character.length;
      }
      expect(index.offsetAt([...text].length)).toBe(text.length);
    }),
  );
});
