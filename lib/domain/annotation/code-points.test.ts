import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodePointOffsets, codePointOffset, utf16Offset } from './code-points';

const texts = fc
  .array(fc.constantFrom('a', 'é', '😀', '👩‍🚒', '\ud83d', '\ude00', '中'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('offsets are those of the characters, both ways', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const offsets = new CodePointOffsets(text);
      const points = [...text];
      let unit = 0;
      for (let point = 0; point <= points.length; point += 1) {
        expect([offsets.codePointOf(unit), offsets.utf16Of(point)]).toEqual([point, unit]);
        expect([codePointOffset(text, unit), utf16Offset(text, point)]).toEqual([point, unit]);
        unit += points[point]?.length ?? 0;
      }
    }),
  );
});

test('half a character counts as none, and what lies beyond the text as its end', () => {
  const offsets = new CodePointOffsets('a😀b');
  expect([1, 2, 3, 4, 99, -1].map((unit) => offsets.codePointOf(unit))).toEqual([1, 1, 2, 3, 3, 0]);
  expect([1, 2, 3, 99, -1].map((point) => offsets.utf16Of(point))).toEqual([1, 3, 4, 4, 0]);
});
