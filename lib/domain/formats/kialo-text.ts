/** Claims as the first generation of Kialo's export writes them: Markdown links, escaped brackets. */

const URL_START = /^https?:\/\//i;

/** Whether an address is one of the web: what a source may link to. */
export const isWebAddress = (address: string): boolean => URL_START.test(address) && !/[\s<>"]/.test(address);

/** Takes the backslashes from escaped parentheses and brackets. */
const unescaped = (text: string): string => text.replace(/\\([()[\]])/g, '$1');

const LINK = /\[((?:\\.|[^\\[\]]){1,2000})\]\(((?:\\.|[^\\()\s]){1,2000})\)/g;

/** The text that a reader sees, with its links apart. Links that are not of the web stay as they are written. */
export function inlineLinks(
  text: string,
  refuse: (url: string) => void,
): { text: string; links: { label: string; url: string }[] } {
  const links: { label: string; url: string }[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    // A bracket that is escaped begins no link.
    if (isEscaped(text, found.index)) continue;
    const label = unescaped(found[1] ?? '');
    const url = unescaped(found[2] ?? '');
    pieces.push(unescaped(text.slice(at, found.index)));
    at = found.index + found[0].length;
    if (isWebAddress(url)) {
      pieces.push(label);
      links.push({ label, url });
    } else {
      refuse(url);
      pieces.push(unescaped(found[0]));
    }
  }
  pieces.push(unescaped(text.slice(at)));
  return { text: pieces.join(''), links };
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
