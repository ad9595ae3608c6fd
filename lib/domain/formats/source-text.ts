import type { ConversionLimits } from './limits';
import { RefusedError } from './refusal';

/** From bytes to text that a reader may look at: of bounded size, UTF-8, without control characters, not empty. */

const LINE_BREAK = /\r\n?|\n/g;

/** The line that an offset is on, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (const _ of text.slice(0, offset).matchAll(LINE_BREAK)) line += 1;
  return line;
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Index of the first byte that is not UTF-8, by halving. */
function firstBrokenByte(bytes: Uint8Array): number {
  let [sound, broken] = [0, bytes.length];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isUtf8(bytes.subarray(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
}

function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === 10) line += 1;
  }
  return line;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Decodes a file.
 * @throws RefusedError when it is too large, empty, not UTF-8, or holds control characters other than tabs and line breaks.
 */
export function sourceText(bytes: Uint8Array, limits: ConversionLimits): string {
  if (bytes.length > limits.maxBytes) {
    throw new RefusedError('too-large', { limit: limits.maxBytes });
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new RefusedError('utf-16', {}, { line: 1 });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedError('not-utf-8', {}, { line: lineOfByte(bytes, firstBrokenByte(bytes)) });
  }
  if (text.trim() === '') throw new RefusedError('empty', {}, { line: 1 });
  const control = CONTROL.exec(text);
  if (control) {
    const code = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    throw new RefusedError('control-character', { code }, { line: lineAt(text, control.index) });
  }
  return text;
}
