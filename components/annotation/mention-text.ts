/** Longest stretch after an @ that may still become an alias, in UTF-16 code units. */
const MOST_TYPED = 40;

/** An alias that is being typed: from the @ to the caret. */
export interface MentionInProgress {
  /** Offset of the @. */
  at: number;
  typed: string;
}

/**
 * What stands between the last @ and the caret, when it may be the beginning of an alias. Aliases have blanks, so a blank
 * does not end it; a new line does, and an @ inside a word (an e-mail address) begins none.
 */
export function mentionInProgress(text: string, caret: number): MentionInProgress | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0) return null;
  const before = text.slice(0, at);
  if (/[\p{L}\p{N}_]$/u.test(before)) return null;
  const typed = text.slice(at + 1, caret);
  if (typed.length > MOST_TYPED || /\n|^\s|\s{2}/u.test(typed)) return null;
  return { at, typed };
}

/** The text with the alias in the place of what was typed of it, and where the caret then stands: after a blank. */
export function withMention(
  text: string,
  { at, typed }: MentionInProgress,
  alias: string,
): { text: string; caret: number } {
  const rest = text.slice(at + 1 + typed.length);
  const words = `@${alias}${/^\s/u.test(rest) ? '' : ' '}`;
  return { text: text.slice(0, at) + words + rest, caret: at + alias.length + 2 };
}

export interface MentionPart {
  text: string;
  isMention: boolean;
}

/** Words cut where one of these people is named with an @; the longest alias that fits counts. */
export function partsWithMentions(text: string, aliases: readonly string[]): MentionPart[] {
  const longestFirst = aliases
    .filter((alias) => alias !== '')
    .sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return [{ text, isMention: false }];
  const either = longestFirst.map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  const named = new RegExp(`((?<![\\p{L}\\p{N}_])@(?:${either})(?![\\p{L}\\p{N}_]))`, 'giu');
  return text
    .split(named)
    .map((part, index) => ({ text: part, isMention: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
