/** How much of a text is looked at. */
const SAMPLE = 20_000;

/**
 * The language of a text among those that can be chosen, as far as its letters tell; a person can choose another.
 * @returns null when the letters do not decide
 */
export function likelyLanguage(text: string, languages: readonly string[]): string | null {
  const sample = text.slice(0, SAMPLE);
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (all === 0) return null;
  // Letters that Ukrainian has and other languages written in Cyrillic mostly have not.
  const isUkrainian = count(/\p{Script=Cyrillic}/gu) > all / 2 && count(/[іїєґ]/giu) > all / 100;
  if (isUkrainian) return languages.find((tag) => /^uk\b/.test(tag)) ?? null;
  const latin = languages.filter((tag) => !/^uk\b/.test(tag));
  return count(/\p{Script=Latin}/gu) > all / 2 && latin.length === 1 ? (latin[0] ?? null) : null;
}
