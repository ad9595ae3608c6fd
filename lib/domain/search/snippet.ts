/** Units shown before the first word that was found. */
const BEFORE = 60;
const LONGEST = 200;

const isLow = (unit: string | undefined): boolean => unit !== undefined && /[\udc00-\udfff]/.test(unit);

/** Some words of a text around the first of the query's words in it, or else its beginning; on one line. */
export function snippet(text: string, query: string): string {
  const lower = text.toLowerCase();
  const places = query
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 1)
    // The end of a word changes with its case and number: what it begins with is enough to find it by.
    .map((word) => lower.indexOf(word.length > 5 ? word.slice(0, -2) : word))
    .filter((place) => place >= 0);
  const found = places.length > 0 ? Math.min(...places) : 0;
  let start = Math.max(0, found - BEFORE);
  while (start > 0 && start < found && !/\s/u.test(text[start - 1] ?? ' ')) start += 1;
  let end = Math.min(text.length, start + LONGEST);
  if (isLow(text[end])) end -= 1;
  if (isLow(text[start])) start += 1;
  const words = text.slice(start, end).replace(/\s+/gu, ' ').trim();
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`;
}
