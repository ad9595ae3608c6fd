/** The W3C text quote of a range: the words themselves and a little of what stands on either side. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Context on each side, in UTF-16 code units, as the W3C Web Annotation model suggests. */
const CONTEXT = 32;

const splitsSurrogatePair = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') &&
  /[\udc00-\udfff]/.test(text[at] ?? '');

/** The quote at `start` (inclusive) to `end` (exclusive), or null when that is no range of whole characters in the text. */
export function quoteAt(text: string, start: number, end: number): Quote | null {
  if (!(0 <= start && start < end && end <= text.length)) return null;
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) return null;
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    exact: text.slice(start, end),
    // Half a character at the far edge of the context is dropped: PostgreSQL keeps whole ones only.
    prefix: text.slice(splitsSurrogatePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsSurrogatePair(text, to) ? to - 1 : to),
  };
}
