const MOST_WORDS = 12;
/** Letters that a word must keep when its ending is taken off. */
const SHORTEST_STEM = 3;

/** Whether the database knows the endings of this language's words. */
export const hasStemmer = (language: string): boolean => /^en\b/i.test(language);

/**
 * A query of PostgreSQL's text search in which every word is to be found, by how it begins. Letters and digits alone go
 * into it, so nothing that is typed is an operator. Where the database knows no endings, the last one or two letters of a
 * longer word are left off: Ukrainian words then find each other across cases.
 * @returns null when nothing that was typed is a word
 */
export function wordQuery(typed: string, language: string): string | null {
  const all = typed.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!all) return null;
  // What an apostrophe leaves of a word, or a letter that is still being typed to, finds nothing by itself.
  const longer = all.filter((word) => word.length > 1);
  const words = longer.length > 0 ? longer : all;
  const stem = hasStemmer(language) ? (word: string) => word : withoutEnding;
  return [...new Set(words.map(stem))]
    .slice(0, MOST_WORDS)
    .map((word) => `'${word}':*`)
    .join(' & ');
}

function withoutEnding(word: string): string {
  const letters = [...word];
  const ending = letters.length >= 7 ? 2 : letters.length > SHORTEST_STEM + 1 ? 1 : 0;
  return letters.slice(0, letters.length - ending).join('');
}
