import { RefusedError } from './refusal';
import { lineAt } from './source-text';

/**
 * One look over JSON before it is parsed: how deep it nests, how long its lists are, and which keys are there twice.
 * `JSON.parse` would build everything first, and keep the last of two keys without a word.
 */

/** Elements of one list, and keys of one object, outside the lists that have limits of their own. */
const LONGEST_LIST = 200_000;

/** Lists and objects of which a file may have any share. The smallest edge of a graph has more characters than that. */
const MANY_PARTS = 200_000;
const SMALLEST_PART = 8;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** Offset behind a string that begins at `start`; the end of the text when nothing closes it. */
function afterString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

const isOpening = (character: number): boolean => character === 0x5b || character === 0x7b;
const isClosing = (character: number): boolean => character === 0x5d || character === 0x7d;
const isSpace = (character: number): boolean =>
  character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09;

/** Offset of the first bracket that is nested too deep, or -1. Brackets within texts are words, whatever they do. */
export function tooDeepAt(text: string, maxDepth: number): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = afterString(text, at) - 1;
    else if (isOpening(character)) {
      depth += 1;
      if (depth > maxDepth) return at;
    } else if (isClosing(character)) depth -= 1;
  }
  return -1;
}

/** A list or an object that is not closed yet. */
interface Open {
  start: number;
  /** Of an object: the keys so far. */
  keys: Set<string> | null;
  commas: number;
  /** A string would be a key here. */
  isBeforeKey: boolean;
  isEmpty: boolean;
}

/** A key as it is meant: `\u0061` is an a. */
function keyOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return String(JSON.parse(written));
  } catch {
    // Broken: the parser will say so.
    return written;
  }
}

function checkLength(text: string, { start, commas, isEmpty }: Open): void {
  if (isEmpty || commas < LONGEST_LIST) return;
  const values = { count: commas + 1, limit: LONGEST_LIST };
  throw new RefusedError('list-too-long', values, { line: lineAt(text, start) });
}

/**
 * Refuses JSON that is not what it seems, or asks for far more memory than its size; broken JSON passes.
 * @throws RefusedError with the line
 */
export function checkJson(text: string, maxDepth: number): void {
  const open: Open[] = [];
  let innermost: Open | undefined;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (isSpace(character)) continue;
    if (isClosing(character)) {
      const closed = open.pop();
      if (closed) checkLength(text, closed);
      innermost = open.at(-1);
      continue;
    }
    if (innermost) innermost.isEmpty = false;
    if (character === QUOTE) {
      const end = afterString(text, at);
      if (innermost?.keys && innermost.isBeforeKey) {
        const key = keyOf(text.slice(at, end));
        if (innermost.keys.has(key))
          throw new RefusedError('key-repeated', { key }, { line: lineAt(text, at) });
        innermost.keys.add(key);
        innermost.isBeforeKey = false;
      }
      at = end - 1;
    } else if (isOpening(character)) {
      const keys = character === 0x7b ? new Set<string>() : null;
      innermost = { start: at, keys, commas: 0, isBeforeKey: true, isEmpty: true };
      if (open.push(innermost) > maxDepth) {
        throw new RefusedError('too-deep', { limit: maxDepth }, { line: lineAt(text, at) });
      }
      parts += 1;
      if (parts > MANY_PARTS && parts * SMALLEST_PART > text.length) {
        throw new RefusedError('too-much-work', {}, { line: lineAt(text, at) });
      }
    } else if (character === COMMA && innermost) {
      innermost.commas += 1;
      innermost.isBeforeKey = true;
    }
  }
  for (const unclosed of open) checkLength(text, unclosed);
}
