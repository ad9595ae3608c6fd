import { jsonFault } from './json-fault';
import { checkJson } from './json-scan';
import type { ConversionLimits } from './limits';
import { RefusedError } from './refusal';
import { lineAt } from './source-text';

/**
 * JSON of strangers. Its nesting, its lists and its keys are looked at before `JSON.parse` sees it, and every failure
 * names its line. Keys such as `__proto__` stay plain data: nothing here copies objects by assignment.
 */

function syntaxRefusal(text: string): RefusedError {
  const { offset, isTruncated, problem } = jsonFault(text);
  const line = lineAt(text, isTruncated ? text.trimEnd().length : offset);
  return isTruncated
    ? new RefusedError('json-truncated', {}, { line })
    : new RefusedError('json-syntax', { problem }, { line });
}

/**
 * Parses JSON of bounded depth and list length, in which no key is there twice.
 * @throws RefusedError with the line of what is wrong.
 */
export function parseJson(text: string, limits: ConversionLimits): unknown {
  checkJson(text, limits.maxDepth);
  try {
    return JSON.parse(text);
  } catch {
    throw syntaxRefusal(text);
  }
}

const SPACE = /[ \t\r\n]*/y;
// Unrolled: an alternative for each character would fill the pattern's stack on a long text.
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const SCALAR = /[^\s,\]}]+/y;

/** A cursor over JSON that is known to be well formed. */
class Cursor {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  space(): void {
    this.#skip(SPACE);
  }

  get character(): string {
    return this.#text[this.at] ?? '';
  }

  string(): string {
    return this.#skip(STRING);
  }

  /** Moves past a whole value, without recursion. */
  value(): void {
    let depth = 0;
    do {
      this.space();
      const character = this.character;
      if (character === '') return;
      if (character === '"') this.string();
      else if (character === '{' || character === '[') {
        depth += 1;
        this.at += 1;
      } else if (character === '}' || character === ']') {
        depth -= 1;
        this.at += 1;
      } else if (character === ',' || character === ':') this.at += 1;
      else this.#skip(SCALAR);
      this.space();
    } while (depth > 0);
  }
}

/** Offset at which the value at `path` begins; of its nearest parent when the last step is not there. */
function offsetOf(text: string, path: readonly (string | number)[]): number {
  const cursor = new Cursor(text);
  cursor.space();
  for (const step of path) {
    const start = cursor.at;
    cursor.at += 1;
    cursor.space();
    let found = false;
    for (
      let index = 0;
      cursor.character !== '' && cursor.character !== '}' && cursor.character !== ']';
      index++
    ) {
      let key: unknown = index;
      if (typeof step === 'string') {
        if (cursor.character !== '"') break;
        key = JSON.parse(cursor.string());
        cursor.space();
        cursor.at += 1;
        cursor.space();
      }
      if (key === step) {
        found = true;
        break;
      }
      cursor.value();
      if (cursor.character === ',') cursor.at += 1;
      cursor.space();
    }
    if (!found) return start;
  }
  return cursor.at;
}

/** A path as a JSON pointer (RFC 6901). */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Line and pointer of a value in the JSON that it was parsed from. */
export function jsonPlace(
  text: string,
  path: readonly (string | number)[],
): { line: number; pointer?: string } {
  const line = lineAt(text, offsetOf(text, path));
  return path.length === 0 ? { line } : { line, pointer: jsonPointer(path) };
}

// What foreign files hold is loosely typed: numbers for strings, null for empty lists, keys left out.

export type JsonRecord = Record<string, unknown>;

/** Own fields of an object; an empty object for anything else. */
export const recordOf = (value: unknown): JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};

/** An own field, never one of the prototype. */
export const fieldOf = (record: JsonRecord, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** A list; empty for anything else, null included. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string, or a number written as one; undefined for anything else. */
export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
