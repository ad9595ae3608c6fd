import { expect, it } from 'vitest';
import { hasOwnQuoteMark } from './quote-marks';

it('words that begin with a quote mark bring their own, in any script', () => {
  for (const words of ['“Russia uses mines', '"Russia', '«Росія', '„Росія', ' ‘Russia'])
    expect(hasOwnQuoteMark(words)).toBe(true);
});

it('a mark further on is none at the beginning', () => {
  for (const words of ['Russia “uses” mines', 'It’s over', '']) expect(hasOwnQuoteMark(words)).toBe(false);
});
