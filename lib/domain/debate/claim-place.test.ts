import { expect, test } from 'vitest';
import { placeOfCode } from './claim-place';
import { relationOf } from './testing/plain-debate';

const of = (code: string) => ({ id: code, code });
const whole = {
  motions: [of('M1'), of('M2')],
  claims: [of('C1'), of('C2'), of('C3'), of('C9')],
  relations: [
    relationOf('C1', 'supports', 'M1'),
    relationOf('C2', 'attacks', 'M2'),
    relationOf('C3', 'supports', 'C2'),
  ],
  successors: { C4: ['C5'], C5: ['C2'], C6: ['C7', 'C3'], C8: ['C8'] },
};

test('a claim leads to the motion that it bears on, through other claims too', () => {
  expect(placeOfCode(whole, 'C1')).toEqual({ code: 'C1', motionCode: 'M1', cameFrom: null });
  expect(placeOfCode(whole, 'c3')).toEqual({ code: 'C3', motionCode: 'M2', cameFrom: null });
});

test('a claim that leads to no motion is shown with any', () => {
  expect(placeOfCode(whole, 'C9')).toEqual({ code: 'C9', motionCode: null, cameFrom: null });
});

test('a motion leads to itself', () => {
  expect(placeOfCode(whole, 'm2')).toEqual({ code: 'M2', motionCode: 'M2', cameFrom: null });
});

test('a merged claim leads to what it went into, over several merges', () => {
  expect(placeOfCode(whole, 'c4')).toEqual({ code: 'C2', motionCode: 'M2', cameFrom: 'C4' });
});

test('a split claim leads to the first of its parts that is in sight', () => {
  expect(placeOfCode(whole, 'C6')).toEqual({ code: 'C3', motionCode: 'M2', cameFrom: 'C6' });
});

test('a code that nobody used leads nowhere, nor does a circle', () => {
  expect(placeOfCode(whole, 'C99')).toBeNull();
  expect(placeOfCode(whole, 'C8')).toBeNull();
});
