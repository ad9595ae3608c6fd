/** The text of an xAIF file: HTML in which spans mark passages. Only words and ranges are taken from it. */

export interface MarkedText {
  text: string;
  /** In the order in which the spans begin; offsets are UTF-16 code units into `text`. */
  marks: { id: string; start: number; end: number }[];
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);
const BREAKS = new Set(['br', '/p', '/div', '/li', '/h1', '/h2', '/h3', '/tr']);
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'noscript', 'title']);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? ''
        : String.fromCodePoint(code);
    },
  );
}

// What own JSON refuses, and marks that would make the text read differently from what is stored.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const NODE_ID = /\bid\s*=\s*(?:"node([^"]*)"|'node([^']*)'|node([^\s>]+))/i;

/** Plain text with its marked ranges. Runs in time linear in the length, whatever the tags do. */
export function readMarkedText(html: string): MarkedText {
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string) => {
    const words = piece.replace(HIDDEN, '');
    pieces.push(words);
    length += words.length;
  };
  const marks: MarkedText['marks'] = [];
  const open: (MarkedText['marks'][number] | null)[] = [];
  // Line breaks of the file are spaces in HTML; those to be seen are tags.
  const words = (from: number, to: number) =>
    add(decodeEntities(html.slice(from, to).replace(/[\r\n]+/g, ' ')));
  let at = 0;
  while (at < html.length) {
    const tagStart = html.indexOf('<', at);
    const tagEnd = tagStart < 0 ? -1 : html.indexOf('>', tagStart);
    if (tagEnd < 0) {
      words(at, html.length);
      break;
    }
    words(at, tagStart);
    if (!/[a-z/!?]/i.test(html[tagStart + 1] ?? '')) {
      add('<');
      at = tagStart + 1;
      continue;
    }
    if (html.startsWith('<!--', tagStart)) {
      const close = html.indexOf('-->', tagStart + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const tag = html.slice(tagStart + 1, tagEnd);
    const name = /^\/?[a-z][a-z0-9]*/i.exec(tag)?.[0].toLowerCase() ?? '';
    at = tagEnd + 1;
    if (BREAKS.has(name)) add('\n');
    else if (SILENT.has(name)) {
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = at;
      at = close.exec(html)?.index ?? html.length;
    } else if (name === 'span') {
      const id = NODE_ID.exec(tag)
        ?.slice(1)
        .find((found) => found !== undefined);
      const mark = id === undefined ? null : { id: decodeEntities(id), start: length, end: length };
      open.push(mark);
      if (mark) marks.push(mark);
    } else if (name === '/span') {
      const mark = open.pop();
      if (mark) mark.end = length;
    }
  }
  for (const mark of open) if (mark) mark.end = length;
  return { text: pieces.join(''), marks };
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br>');

/**
 * The same as HTML. Marks must be sorted by start, longer ones first, and lie within one another or apart.
 */
export function writeMarkedText({ text, marks }: MarkedText): string {
  const pieces: string[] = [];
  const ends: number[] = [];
  let at = 0;
  const upTo = (offset: number) => {
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= offset) {
      const end = ends.pop() ?? offset;
      pieces.push(escapeHtml(text.slice(at, end)), '</span>');
      at = end;
    }
    pieces.push(escapeHtml(text.slice(at, offset)));
    at = offset;
  };
  for (const { id, start, end } of marks) {
    upTo(start);
    pieces.push(`<span id="node${escapeHtml(id)}" class="highlighted">`);
    ends.push(end);
  }
  upTo(text.length);
  return pieces.join('');
}
