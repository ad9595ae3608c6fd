import { expect, test } from 'vitest';
import { wholeCharacters } from './whole-characters';

const text = 'a\u{1F680}b';

test('a cut through a character takes its half away, at either end', () => {
  expect([text.slice(0, 2), text.slice(2), text].map(wholeCharacters)).toEqual(['a', 'b', text]);
  expect([wholeCharacters(''), wholeCharacters('\ud83d')]).toEqual(['', '']);
});
