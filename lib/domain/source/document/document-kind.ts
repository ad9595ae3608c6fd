import type { DocumentKind } from './document';
import { DocumentRefusedError } from './document-refusal';

/** What a file is, by its content; its name only decides between kinds of text. */

const BY_EXTENSION: Record<string, DocumentKind> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

/** How a kind is called in a sentence. */
const NAMES: Record<DocumentKind, string> = {
  text: 'text',
  markdown: 'Markdown',
  html: 'HTML',
  docx: 'Word (.docx)',
  pdf: 'PDF',
};

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
/** PDF readers find the header within the first kilobyte. */
const HEADER_WITHIN = 1024;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const asLatin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Byte order marks of UTF-16, in which NUL bytes belong to text. */
export const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null =>
  startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;

type Family = 'pdf' | 'zip' | 'old-office' | 'binary' | 'text';

function familyOf(bytes: Uint8Array): Family {
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 255) <= 8) return 'zip';
  if (startsWith(bytes, OLD_OFFICE)) return 'old-office';
  const head = bytes.subarray(0, HEADER_WITHIN);
  if (/^\s*%PDF-\d|[\r\n]%PDF-\d/.test(asLatin(head))) return 'pdf';
  return utf16Of(bytes) === null && controlsIn(bytes) ? 'binary' : 'text';
}

/** Text has a stray NUL at most; pictures and programs have many control bytes. */
function controlsIn(bytes: Uint8Array): boolean {
  const window = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of window) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls > 8 && controls > window.length / 200;
}

/** The kind that the name of a file promises, or null. */
export const kindOfName = (fileName: string): DocumentKind | null =>
  BY_EXTENSION[/\.([a-z]{2,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''] ?? null;

const LOOKS_LIKE_HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * @throws DocumentRefusedError when the content is of no kind that is read, or of another one than the name promises
 */
export function documentKind(bytes: Uint8Array, fileName: string): DocumentKind {
  const said = kindOfName(fileName);
  const family = familyOf(bytes);
  if (family === 'old-office') throw new DocumentRefusedError('old-word');
  if (family === 'binary') throw new DocumentRefusedError('kind-unknown');
  if (family === 'text') {
    if (said === 'docx' || said === 'pdf') throw differs(said, 'text');
    const isHtml = LOOKS_LIKE_HTML.test(asLatin(bytes.subarray(0, 4096)).replace(/^ï»¿|\0|^[ÿþ]{2}/g, ''));
    if (isHtml && said === 'text') throw differs(said, 'html');
    return isHtml ? 'html' : (said ?? 'text');
  }
  const found = family === 'zip' ? 'docx' : 'pdf';
  if (said !== null && said !== found) throw differs(said, found);
  return found;
}

const differs = (said: DocumentKind, found: DocumentKind): DocumentRefusedError =>
  new DocumentRefusedError('kind-differs', { said: NAMES[said], found: NAMES[found] });
