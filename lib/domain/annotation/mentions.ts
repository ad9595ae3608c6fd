import { uniqueKey } from '../text/plain-text';

/** People named in a note: an @ and their alias, which may have spaces. */

/** Longest alias, in UTF-16 units: 40 characters of two units each. */
const MOST_UNITS = 80;
/** Places with an @ that are looked at, and ends of a name that are tried at each; more names nobody who reads. */
const MOST_PLACES = 100;
const MOST_ENDS = 16;
/** People that one note can name. */
export const MOST_MENTIONS = 20;

const isWordPart = (character: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(character);
const isBlank = (character: string): boolean => /^\s$/u.test(character);

/** Two names are the same when these are: case and width do not tell them apart, spaces do. */
const nameKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();

/**
 * What may be an alias behind each @ of a note: the longest first. An @ inside a word, as in an address, names nobody. The
 * work is bounded whatever the text: a few thousand short pieces.
 */
export function namesIn(body: string): string[][] {
  const places: string[][] = [];
  for (let at = body.indexOf('@'); at >= 0 && places.length < MOST_PLACES; at = body.indexOf('@', at + 1)) {
    const before = [...body.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
    if (isWordPart(before)) continue;
    const names = namesAt(body.slice(at + 1, at + 1 + MOST_UNITS));
    if (names.length > 0) places.push(names);
  }
  return places;
}

function namesAt(text: string): string[] {
  const [line = ''] = text.split('\n', 1);
  const characters = [...line];
  const ends: string[] = [];
  let taken = '';
  for (const [index, character] of characters.entries()) {
    taken += character;
    if (isBlank(character)) continue;
    const next = characters[index + 1] ?? '';
    // An alias ends with a word, or with a sign of its own: never in the middle of a word.
    if (isWordPart(character) && isWordPart(next)) continue;
    ends.push(taken);
    if (ends.length === MOST_ENDS) break;
  }
  return isBlank(characters[0] ?? ' ') ? [] : ends.reverse();
}

/** The keys (`aliasKey`) to look up for these names. */
export const keysOf = (places: readonly (readonly string[])[]): string[] => [
  ...new Set(places.flatMap((names) => names.map(uniqueKey))),
];

/** Of the people found by their keys those that are named: at each place the longest alias. At most 20, in their order. */
export function mentioned<T extends { alias: string }>(
  places: readonly (readonly string[])[],
  people: readonly T[],
): T[] {
  const byName = new Map(people.map((one) => [nameKey(one.alias), one]));
  const found = new Set<T>();
  for (const names of places) {
    const key = names.map(nameKey).find((name) => byName.has(name));
    const person = key === undefined ? undefined : byName.get(key);
    if (person) found.add(person);
    if (found.size === MOST_MENTIONS) break;
  }
  return [...found];
}
