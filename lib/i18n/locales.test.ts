import { describe, expect, it } from 'vitest';
import { chooseLocale } from './locales';

describe('the language of the interface', () => {
  it.each([
    ["the reader's own choice wins over the browser's wish", 'uk', 'en-GB,en;q=0.9', 'uk'],
    ['a cookie with a language that is not offered is ignored', 'xx', 'uk', 'uk'],
    ['a region does not hide its language', undefined, 'uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
    ['the highest quality wins, whatever the order', undefined, 'en;q=0.3,uk;q=0.9', 'uk'],
    ['equal wishes are taken in order', undefined, 'en,uk', 'en'],
    ['a language with quality 0 is refused', undefined, 'uk;q=0', 'en'],
    ['languages that are not offered are passed over', undefined, 'de,fr;q=0.9,uk;q=0.1', 'uk'],
    ['a wish for anything is English', undefined, '*', 'en'],
    ['no wish is English', undefined, null, 'en'],
    ['a header that is no list of languages is English', '', ';;;q=uk,,=', 'en'],
  ])('%s', (_fact, cookie, acceptLanguage, expected) => {
    expect(chooseLocale(cookie, acceptLanguage)).toBe(expected);
  });
});
