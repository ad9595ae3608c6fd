import { fieldOf, type JsonRecord, jsonPlace, jsonPointer } from '../../formats/json-text';
import { RefusedError } from '../../formats/refusal';
import type { WebWarning } from './web-annotation';

/** A way into a document: keys and indices. */
export type Path = readonly (string | number)[];

/** A file of thousands of annotations, each with the same fault, says it often enough. */
const MOST_WARNINGS = 100;

const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu;
const DATE_TIME =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const isIri = (value: unknown): value is string => typeof value === 'string' && IRI.test(value);

/** An instant with its time zone, on a day that the calendar has. */
export function isDateTime(value: unknown): value is string {
  const parts = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number);
  return (
    new Date(Date.UTC(2000 + ((year ?? 0) % 400), (month ?? 1) - 1, day)).getUTCMonth() === (month ?? 1) - 1
  );
}

export const isObject = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value, or the only one of a list; undefined when there are several or none. */
export const onlyOne = (value: unknown): unknown =>
  Array.isArray(value) ? (value.length === 1 ? value[0] : undefined) : value;

/** The values of a key that may have one or several. */
export const several = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The strings among the values of a key. */
export const strings = (value: unknown): string[] =>
  several(value).filter((one): one is string => typeof one === 'string');

/** Refuses what the model forbids and notes what it advises against, each with its place in the text. */
export class Checker {
  readonly warnings: WebWarning[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** @throws RefusedError */
  refuse(path: Path, problem: string): never {
    const name = path.findLast((step) => typeof step === 'string');
    throw new RefusedError(
      'shape-wrong',
      {
        where: name === undefined ? 'The document' : `"${name}"`,
        format: 'the Web Annotation model',
        problem,
      },
      jsonPlace(this.#text, path),
    );
  }

  warn(path: Path, code: WebWarning['code']): void {
    if (this.warnings.length >= MOST_WARNINGS) return;
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    this.warnings.push({ code, key: String(key), pointer: jsonPointer(path) });
  }

  object(value: unknown, path: Path): JsonRecord {
    return isObject(value) ? value : this.refuse(path, 'an object is expected');
  }

  /** An IRI with its scheme. */
  iri(value: unknown, path: Path): string {
    return isIri(value) ? value : this.refuse(path, 'one IRI is expected');
  }

  /** A key whose value, when there is one, is one IRI. */
  iriIfThere(record: JsonRecord, key: string, path: Path): string | null {
    const value = fieldOf(record, key);
    return value === undefined ? null : this.iri(onlyOne(value), [...path, key]);
  }

  /** A key whose values, when there are any, are IRIs. */
  irisIfThere(record: JsonRecord, key: string, path: Path): void {
    const value = fieldOf(record, key);
    if (value === undefined) return;
    const all = several(value);
    if (all.length === 0) this.refuse([...path, key], 'at least one IRI is expected');
    for (const one of all) this.iri(one, [...path, key]);
  }

  /** A key whose value, when there is one, is one moment with its time zone. */
  momentIfThere(record: JsonRecord, key: string, path: Path): string | null {
    const value = fieldOf(record, key);
    if (value === undefined) return null;
    const one = onlyOne(value);
    return isDateTime(one)
      ? one
      : this.refuse([...path, key], 'one date and time with its time zone is expected');
  }

  /** A key that has to be there with one text. */
  text(record: JsonRecord, key: string, path: Path): string {
    const value = fieldOf(record, key);
    if (value === undefined) return this.refuse(path, `"${key}" is missing`);
    return typeof value === 'string' ? value : this.refuse([...path, key], 'one text is expected');
  }

  /** A key that, when it is there, has one text. */
  textIfThere(record: JsonRecord, key: string, path: Path): string | null {
    return fieldOf(record, key) === undefined ? null : this.text(record, key, path);
  }

  /** A count or an offset: a whole number from 0. */
  natural(value: unknown, path: Path): number {
    const one = onlyOne(value);
    return typeof one === 'number' && Number.isSafeInteger(one) && one >= 0
      ? one
      : this.refuse(path, 'one whole number of at least 0 is expected');
  }
}
