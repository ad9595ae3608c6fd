import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODE_ALPHABET,
  cleanCode,
  formatCode,
  JOIN_CODE_LENGTH,
  joinPath,
  makeCode,
  parseJoinCode,
  parseSeatCode,
  SEAT_CODE_LENGTH,
} from './codes';

const every = (count: number) => Uint8Array.from({ length: count }, (_, index) => index % 256);

describe('a code', () => {
  test('is made of 30 signs, none of which is read as another', () => {
    expect(new Set(CODE_ALPHABET).size).toBe(30);
    expect(cleanCode(CODE_ALPHABET)).toBe(CODE_ALPHABET);
  });

  test('has every sign equally often when every byte comes equally often', () => {
    const code = makeCode(240, every);
    const counts = new Map<string, number>();
    for (const sign of code) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array(30).fill(8));
  });

  test('leaves out the bytes that would make some signs likelier', () => {
    let asked = 0;
    const bytes = (count: number) => {
      asked += 1;
      return new Uint8Array(count).fill(asked === 1 ? 250 : 1);
    };
    expect(makeCode(JOIN_CODE_LENGTH, bytes)).toBe('11111111');
    expect(asked).toBe(2);
  });

  test('is read back from the way in which it is shown, and from its link', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        const code = makeCode(JOIN_CODE_LENGTH, () => bytes.map((byte) => byte % 240));
        expect(parseJoinCode(formatCode(code))).toBe(code);
        expect(parseJoinCode(`https://debates.example${joinPath(code)}/?from=board#x`)).toBe(code);
        expect(parseJoinCode(` ${code.toLowerCase().split('').join('-')} `)).toBe(code);
      }),
    );
  });

  test.each([
    ['ktnm 4r7p', 'KTNM4R7P'],
    ['KTNM–4R7P', 'KTNM4R7P'],
    ['КТNМ 4R7Р', 'KTNM4R7P'],
    ['oilszb00', '01152800'],
    ['ＫＴＮＭ４Ｒ７Ｐ', 'KTNM4R7P'],
  ])('%s is meant as %s', (typed, code) => {
    expect(parseJoinCode(typed)).toBe(code);
  });

  test.each(['', 'KTNM 4R7', 'KTNM 4R7PX', 'KTNM 4R7!', '/////', '../../account'])('%j is none', (typed) => {
    expect(parseJoinCode(typed)).toBeNull();
  });

  test('of a seat is longer than one of a room, so that one field takes both', () => {
    const seat = makeCode(SEAT_CODE_LENGTH, every);
    expect(formatCode(seat)).toHaveLength(11);
    expect(parseSeatCode(formatCode(seat))).toBe(seat);
    expect(parseJoinCode(seat)).toBeNull();
  });
});
