import { expect, test } from 'vitest';
import { likelyLanguage } from './likely-language';

test.each([
  ['Дзвони міста дзвонять уночі, і ніхто не спить, крім мера її брата.', 'uk'],
  ['The bells ring at night.', 'en'],
  ['Ночью звонят колокола, и никто не спит.', null],
  ['12 — 34', null],
])('the letters of %j tell %s', (text, language) => {
  expect(likelyLanguage(text, ['en', 'uk'])).toBe(language);
});

test('Latin letters do not decide between two languages written in them', () => {
  expect(likelyLanguage('Le campane suonano.', ['it', 'en', 'uk'])).toBeNull();
});
