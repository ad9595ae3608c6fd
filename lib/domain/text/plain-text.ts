/**
 * Text that people type, made safe to keep: one normal form, nothing invisible that could spoof or break a page.
 */

import { segmentsOf } from './segments';

// Bidirectional overrides and isolates could make a line read differently from what is stored; the other controls
// (all of C0 and C1 but tab and newline) have no place in prose.
const INVISIBLE_CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether a string is well-formed UTF-16; PostgreSQL refuses what is not. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

/** NFC, without control characters, with plain newlines, trimmed at both ends. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE_CONTROLS, '').normalize('NFC').trim();
}

/** `cleanText` on one line: every run of white space becomes one space. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const WINDOW_UNITS = 512;

/** Length as a person counts it. A family emoji is one, so are a letter and its accent. */
export function graphemeLength(text: string): number {
  let length = 0;
  for (const _ of segmentsOf(text, graphemes, WINDOW_UNITS)) length += 1;
  return length;
}

/**
 * The key under which names and addresses are unique: NFKC, case-folded, without white space, so that neither another
 * case nor a full-width letter makes a second person.
 */
export const uniqueKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, '');
