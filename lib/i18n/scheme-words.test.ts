import { expect, test } from 'vitest';
import { SCHEME_KEYS, SCHEMES } from '../domain/argument/schemes';
import en from './messages/en/scheme.json';
import uk from './messages/uk/scheme.json';

test.each([
  ['en', en],
  ['uk', uk],
])('each has a name, a description and a wording of every question in %s', (_, messages) => {
  const words: Record<string, { name: string; description: string; questions: Record<string, string> }> =
    messages.schemes;
  expect(Object.keys(words)).toEqual(SCHEME_KEYS);
  for (const scheme of SCHEME_KEYS) {
    expect(words[scheme]?.name).toBeTruthy();
    expect(words[scheme]?.description).toBeTruthy();
    expect(Object.keys(words[scheme]?.questions ?? {})).toEqual([...SCHEMES[scheme]]);
    for (const question of Object.values(words[scheme]?.questions ?? {})) expect(question).toMatch(/\?$/);
  }
});
