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

/** Whether two wordings have the same figures and the same negations: one may then be the other, mended. */
export const sameFigures = (one: readonly string[], other: readonly string[]): boolean =>
  figuresOf(one) === figuresOf(other);
