import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordQuery } from './word-query';

test.each([
  ['Soldiers & children!', 'en', "'soldiers':* & 'children':*"],
  ['протипіхотних мін', 'uk', "'протипіхотн':* & 'мін':*"],
  ['ДИТИНА', 'uk-UA', "'дитин':*"],
  ['подвір’я', 'uk', "'подві':*"],
  ['mines mines', 'en-GB', "'mines':*"],
  ["' OR 1=1 --", 'en', "'or':*"],
  ['--- !!! (', 'en', null],
])('%s in %s', (typed, language, query) => {
  expect(wordQuery(typed, language)).toBe(query);
});

test('whatever is typed, only words and their joints are in it, and a dozen at most', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('en', 'uk', 'xx'),
      (typed, language) => {
        const query = wordQuery(typed, language) ?? "'x':*";
        expect(query).toMatch(/^'[\p{L}\p{M}\p{N}]+':\*( & '[\p{L}\p{M}\p{N}]+':\*){0,11}$/u);
      },
    ),
  );
});
