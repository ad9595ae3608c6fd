/**
 * Whether words bring a quote mark of their own at their beginning: whoever quotes them then adds none, for two marks in a
 * row read as a slip. An apostrophe before a letter is taken for a mark too.
 */
export const hasOwnQuoteMark = (words: string): boolean => /^\s*["'“”„«»‘’‚‹›「『]/u.test(words);
