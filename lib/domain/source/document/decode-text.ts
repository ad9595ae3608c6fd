import { utf16Of } from './document-kind';
import type { Losses } from './losses';

/**
 * Bytes as text: UTF-8 when they are, UTF-16 with its mark, otherwise an encoding of one byte a letter. Which of those is
 * a guess, and is told: the Cyrillic one when the letters come out as words in it.
 */
export function decodeText(bytes: Uint8Array, losses: Losses, saidEncoding: string | null = null): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  if (saidEncoding !== null) {
    const said = decoded(bytes, saidEncoding);
    if (said !== null) return said;
  }
  const cyrillic = decoded(bytes, 'windows-1251');
  const isCyrillic = cyrillic !== null && cyrillicShare(cyrillic) > 0.5;
  const name = isCyrillic ? 'windows-1251' : 'windows-1252';
  losses.guessEncoding(name);
  return isCyrillic ? cyrillic : (decoded(bytes, 'windows-1252') ?? '');
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * How many of the letters beyond ASCII stand in words of Cyrillic letters alone. Western text has its accents between
 * plain letters (`café`), which would be a Cyrillic letter in a Latin word.
 */
function cyrillicShare(text: string): number {
  let within = 0;
  let all = 0;
  for (const [word] of text.slice(0, 200_000).matchAll(/[\p{L}\p{M}]+/gu)) {
    const beyond = word.match(/\P{ASCII}/gu)?.length ?? 0;
    all += beyond;
    if (beyond === word.length && word.length > 1) within += beyond;
  }
  return all === 0 ? 0 : within / all;
}
