/**
 * A file that is not taken: one clear line with the reason and where in the file. Readers throw it from deep inside a
 * parser; `importMap` and `exportMap` catch it, so that callers see a `Result`.
 */

type Values = Record<string, string | number>;

/** Reasons, each with its English sentence. The interface translates by the code. */
const SENTENCES = {
  empty: () => 'The file is empty.',
  'too-large': (v) => `The file is larger than ${v.limit} bytes.`,
  'not-utf-8': () => 'The file is not UTF-8 text.',
  'utf-16': () => 'The file is UTF-16 text; save it as UTF-8.',
  'control-character': (v) => `A control character (${v.code}) does not belong in text.`,
  'format-unknown': () => 'The format cannot be told from the content; name it.',
  'format-not-readable': (v) => `${v.format} is written, but not read.`,
  'another-format': (v) => `This is not ${v.format}; it looks like ${v.found}.`,
  'json-syntax': (v) => `The JSON is broken here: ${v.problem}.`,
  'json-truncated': () => 'The JSON ends in the middle.',
  'too-deep': (v) => `The nesting is deeper than ${v.limit} levels.`,
  'key-repeated': (v) => `The key "${v.key}" is there twice.`,
  'list-too-long': (v) => `A list has ${v.count} entries; at most ${v.limit} are taken.`,
  'too-many-claims': (v) => `The map has more than ${v.limit} claims.`,
  'too-many-relations': (v) => `The map has more than ${v.limit} relations.`,
  'too-many-sources': (v) => `The map has more than ${v.limit} sources.`,
  'text-too-long': (v) => `A text has ${v.length} characters; at most ${v.limit} are taken.`,
  'version-unknown': (v) => `The version is "${v.found}"; "${v.expected}" is read.`,
  'shape-wrong': (v) => `${v.where} is not what ${v.format} has there: ${v.problem}.`,
  'map-unsound': (v) => `${v.problem}`,
  'no-claims': () => 'There is no claim in the file.',
  'no-people': () => 'There is nobody in the file: no row follows the first line.',
  'parse-error': (v) => `${v.problem}`,
  'parser-lost': (v) => `The parser gives up: ${v.problem}.`,
  'too-much-work': () => 'From here on the file asks for far more work than its size allows.',
  'backslash-at-end': () => 'A line ends with a lone backslash.',
  'yaml-error': (v) => `The YAML is broken: ${v.problem}.`,
  'yaml-expands': () => 'The YAML refers to itself, or unfolds to far more than it shows.',
  'header-missing': (v) => `The first line should begin with "${v.expected}".`,
  'number-repeated': (v) => `The claim number ${v.number} is there twice.`,
  'parent-missing': (v) => `The claim ${v.number} has no parent ${v.parent} before it.`,
  'sources-out-of-order': (v) => `The sources should be numbered in order; ${v.expected} is expected here.`,
  'column-missing': (v) => `The ${v.table} table has no column "${v.column}".`,
  'quote-open': () => 'A quoted cell is never closed.',
  'cells-uneven': (v) => `The row has ${v.count} cells where the header has ${v.expected}.`,
  'value-wrong': (v) => `"${v.value}" is not a value for ${v.column}.`,
  'vote-wrong': (v) => `"${v.value}" is not a vote on claim ${v.claim}.`,
  'id-repeated': (v) => `The id "${v.id}" is there twice.`,
  'table-missing': (v) => `The ${v.table} table is missing.`,
  'comment-missing': (v) => `People voted on the comment ${v.id}, which is not in the table of comments.`,
  'too-many-votes': (v) => `There are ${v.count} votes; at most ${v.limit} are taken here.`,
  'out-of-time': (v) =>
    `Reading was ended after ${v.seconds} seconds; the file asks for more work than its size allows.`,
  'out-of-memory': () => 'Reading was ended because it took too much memory.',
} satisfies Record<string, (values: Values) => string>;

export type RefusalCode = keyof typeof SENTENCES;

/** The English sentences, by code: what other languages say the same with. */
export const REFUSAL_SENTENCES: Readonly<Record<RefusalCode, (values: Values) => string>> = SENTENCES;

export interface Refusal {
  code: RefusalCode;
  /** One sentence without line breaks. */
  message: string;
  /** From 1, when the input has lines. */
  line?: number;
  /** JSON pointer or id, when there is one. */
  pointer?: string;
  values: Values;
}

const ONE_LINE = 300;

/** Quoted pieces of a hostile file must not break the line or fill the screen. */
const plain = (value: string | number): string | number =>
  typeof value === 'number' ? value : value.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, ONE_LINE);

/** Makes a refusal; values are cleaned so that the message is one line. */
export function refusal(
  code: RefusalCode,
  values: Values = {},
  at: { line?: number; pointer?: string } = {},
): Refusal {
  const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
  return { code, message: SENTENCES[code](safe), ...at, values: safe };
}

/** Ends a conversion. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, values: Values = {}, at: { line?: number; pointer?: string } = {}) {
    const made = refusal(code, values, at);
    super(made.message);
    this.name = 'RefusedError';
    this.refusal = made;
  }
}

/** The refusal in one line: `line 12: The claim …`. */
export const refusalLine = ({ line, pointer, message }: Refusal): string =>
  [line === undefined ? null : `line ${line}`, pointer === undefined ? null : plain(pointer), message]
    .filter((part) => part !== null)
    .join(': ');
