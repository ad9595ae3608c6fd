import { expect, test } from 'vitest';
import { openingProblem } from './wording';

test.each([
  ['It is only kept while it costs nothing.', 'It'],
  ['They have no choice.', 'They'],
  ['This shows bad faith.', 'This'],
  ['that’s why others follow.', 'that'],
  ['That is why others follow.', 'That'],
])('an English claim that points back is noticed: %s', (text, word) => {
  expect(openingProblem(text, 'en')).toBe(word);
});

test.each([
  'Italy keeps its promises.',
  'That an enemy breaks a rule does not free others from the rule.',
  'Theirs-first is no policy.',
  'Mines do harm.',
  '',
])('a claim that stands alone is left alone: %s', (text) => {
  expect(openingProblem(text, 'en-GB')).toBeNull();
});

test('Ukrainian has its own pronouns, and a language without a list gets no advice', () => {
  expect(openingProblem('Це лише обіцянка.', 'uk')).toBe('Це');
  expect(openingProblem('Цензура шкодить.', 'uk')).toBeNull();
  expect(openingProblem('It is', 'fr')).toBeNull();
});
