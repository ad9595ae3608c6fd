/** An item longer than this says something that can be cited by itself. */
const LONG_ITEM = 80;

/** The items of a list as paragraphs: each its own when they are sentences, all in one, line by line, when they are words. */
export const listParagraphs = (items: readonly string[]): string[] =>
  items.some((item) => item.length > LONG_ITEM) ? [...items] : [items.join('\n')];
