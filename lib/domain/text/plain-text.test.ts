import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, graphemeLength, isWellFormed, uniqueKey } from './plain-text';

describe('cleanText', () => {
  test.each([
    ['keeps newlines and makes them plain', 'a\r\nb\rc', 'a\nb\nc'],
    ['drops NUL and other controls', 'a\u0000b\u0007c', 'abc'],
    ['drops bidirectional overrides', 'safe\u202Egnp.exe', 'safegnp.exe'],
    ['composes accents', 'e\u0301', '\u00e9'],
    [
      'keeps Arabic and Hebrew as written',
      '\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd',
      '\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd',
    ],
    ['keeps joiners that emoji and Persian need', '\u{1F469}\u200D\u{1F680}', '\u{1F469}\u200D\u{1F680}'],
  ])('%s', (_, given, kept) => expect(cleanText(given)).toBe(kept));
});

test('a line has single spaces and no newline', () => expect(cleanLine('  a \n b\t c ')).toBe('a b c'));

test('lone surrogates are not well formed, pairs are', () => {
  expect(isWellFormed('a\ud800')).toBe(false);
  expect(isWellFormed('\udc00b')).toBe(false);
  expect(isWellFormed('\u{1F680}')).toBe(true);
});

test('lengths count what people see', () => {
  expect(graphemeLength('\u{1F469}\u200D\u{1F680}')).toBe(1);
  expect(graphemeLength('e\u0301a')).toBe(2);
});

test('names that look alike by case, width or spacing share one key', () => {
  expect(uniqueKey('\uff21nna Maria')).toBe(uniqueKey('annamaria'));
  expect(uniqueKey('A\uff20x')).toBe('a@x');
});
