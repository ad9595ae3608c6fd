import { expect, test } from 'vitest';
import { QUESTION_KEYS, questionsOf, SCHEME_KEYS, SCHEMES, schemeNamed, schemeOfQuestion } from './schemes';

test('there are a dozen, with three to five questions each, and no key twice', () => {
  expect(SCHEME_KEYS).toHaveLength(12);
  for (const questions of Object.values(SCHEMES)) {
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThanOrEqual(5);
  }
  expect(new Set(QUESTION_KEYS).size).toBe(QUESTION_KEYS.length);
  for (const scheme of SCHEME_KEYS) {
    expect(questionsOf(scheme).every((question) => schemeOfQuestion(question) === scheme)).toBe(true);
  }
});

test.each([
  ['Argument From Expert Opinion', 'expert_opinion'],
  ['expert_opinion', 'expert_opinion'],
  ['Positive Consequences', 'consequences'],
  ['From Analogy', 'analogy'],
  ['Argument from Cause to Effect', 'cause'],
  ['Lesser-Evil', 'lesser_evil'],
  ['Popular Opinion', 'popular_practice'],
  ['Default Inference', null],
  ['constructor', null],
  ['', null],
])('a file’s "%s" is %s', (name, key) => {
  expect(schemeNamed(name)).toBe(key);
});
