import { likenessOf } from './anchor-border';

/** Words that turn a sentence around when they come or go. */

const NEGATIONS = new Set(
  [
    "not no never none nor neither nobody nothing nowhere without cannot hardly barely isn't aren't wasn't weren't",
    "don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't hasn't haven't hadn't",
    'не ні ніколи ніхто ніщо немає нема без жоден жодна жодне жодного нет ни никогда никто ничего',
    'nicht kein keine keinen keinem keiner nie niemals ohne ne pas jamais sans aucun aucune',
    'no nunca sin ningún ninguna não sem nenhum nenhuma nie bez żaden non mai senza nessuno',
  ].flatMap((line) => line.split(' ')),
);

const isFigure = (word: string): boolean => /\p{N}/u.test(word);

/** Figures and negations of a text, sorted. */
const figuresOf = (words: readonly string[]): string =>
  words
    .map((word) => word.toLowerCase())
    .filter((word) => isFigure(word) || NEGATIONS.has(word))
    .sort()
    .join(' ');

/** Spellings that are less alike are other words. */
const LEAST_SPELLING = 0.77;
const LEAST_LETTERS = 5;
const MOST_MENDED = 12;

/**
 * Whether one word may be another, mended. Opposites often differ in their first letters alone, as increase and decrease or
 * legal and illegal do, and another figure is another fact.
 */
export function isSpellingOf(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length < LEAST_LETTERS || one[0] !== other[0] || isFigure(one + other)) return false;
  return likenessOf(one, other) >= LEAST_SPELLING;
}

/**
 * Whether a sentence is another one, mended: the same figures and negations, and for each word that is gone another spelling
 * of it. Marks do not count.
 */
export function isMendedForm(one: readonly string[], other: readonly string[]): boolean {
  if (figuresOf(one) !== figuresOf(other)) return false;
  const lost = without(one, other);
  const gained = without(other, one);
  if (lost.length !== gained.length || lost.length > MOST_MENDED) return false;
  return lost.every((word, at) => isSpellingOf(word, gained[at] ?? ''));
}

/** Words of one list that the other has not, in order. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0 && /[\p{L}\p{N}]/u.test(word);
  });
}
