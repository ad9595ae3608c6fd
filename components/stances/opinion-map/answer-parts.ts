/** A sentence around words of a debate, which have a language and a direction of their own. */
export interface AnswerPart {
  text: string;
  /** Words of a claim, as somebody wrote them. */
  isClaim: boolean;
}

/** Around words of a claim, where they stand in plain text: what is inside runs its own way. */
export const isolated = (words: string): string => `\u2068${words}\u2069`;

/** The parts of a text with isolated words in it; empty ones left out. */
export const answerParts = (text: string): AnswerPart[] =>
  text
    .split(/[\u2068\u2069]/)
    .flatMap((part, index) => (part === '' ? [] : [{ text: part, isClaim: index % 2 === 1 }]));

/**
 * Words in lines of at most so many characters, and a mark after the last of them; what is beyond the last line ends in an
 * ellipsis.
 */
export function wrapParts(parts: readonly AnswerPart[], most: number, lines: number): AnswerPart[][] {
  const wrapped: AnswerPart[][] = [];
  let length = 0;
  let hasGap = false;
  const end = (): AnswerPart | undefined => wrapped.at(-1)?.at(-1);
  for (const { text, isClaim } of parts) {
    for (const word of text.split(/(\s+)/)) {
      if (word === '') continue;
      if (word.trim() === '') {
        hasGap = true;
        continue;
      }
      const last = end();
      const gap = hasGap ? ' ' : '';
      if (last === undefined || (hasGap && length + 1 + word.length > most)) {
        wrapped.push([{ text: word, isClaim }]);
        length = word.length;
      } else {
        length += gap.length + word.length;
        if (last.isClaim === isClaim) last.text += gap + word;
        else if (isClaim) {
          last.text += gap;
          wrapped.at(-1)?.push({ text: word, isClaim });
        } else wrapped.at(-1)?.push({ text: gap + word, isClaim });
      }
      hasGap = false;
    }
  }
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  const last = kept.at(-1)?.at(-1);
  const used = kept.at(-1)?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  if (last) last.text = `${used < most ? last.text : last.text.slice(0, -1)}…`;
  return kept;
}
