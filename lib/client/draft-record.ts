/**
 * A text that is being written, as it is kept on this device. Pure: what is kept where, and what may take whose place.
 *
 * Each form that is open writes as one `writer`. A writer may replace its own record, and the one that it took over when
 * it opened; whatever else stands there was written in another tab, and then its own text is kept beside it. So two tabs
 * with one form never lose each other's words.
 */
export interface DraftRecord {
  /** Contents of the form. */
  value: unknown;
  /** The form that wrote it. */
  writer: string;
  /** Counts what this writer wrote, from 1. */
  count: number;
  /** The record that the writer took over when its form opened, as `stampOf` names it. */
  after: string | null;
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
  /** Where it was written: path and query of the page, and its title. */
  path: string;
  title: string;
}

/** A kept text and where it is kept. */
export interface FoundDraft {
  id: string;
  /** What was written, e.g. `note:claim:<id>`. */
  key: string;
  /** Version of the text that it was written against; empty when it was written against none. */
  base: string;
  record: DraftRecord;
}

/** Texts older than this are forgotten: whoever wrote them has had a month to come back. */
export const DRAFT_LIFETIME_MS = 30 * 24 * 60 * 60 * 1_000;

export const DRAFTS = 'draft:';
const BASE = '@';
const BESIDE = '~';

export const draftsOf = (owner: string): string => `${DRAFTS}${owner}:`;

/** @param base version of the text that is written against, e.g. a claim's revision; empty for none */
export const draftId = (owner: string, key: string, base = ''): string =>
  `${draftsOf(owner)}${key}${base === '' ? '' : BASE + base}`;

/** Where a writer keeps its text when the usual place holds somebody else's. */
export const besideId = (id: string, writer: string): string => `${id.split(BESIDE)[0]}${BESIDE}${writer}`;

/** Splits what follows the owner in an id. */
export function draftParts(rest: string): { key: string; base: string } {
  const [whole = ''] = rest.split(BESIDE);
  const at = whole.lastIndexOf(BASE);
  return at === -1 ? { key: whole, base: '' } : { key: whole.slice(0, at), base: whole.slice(at + 1) };
}

/** Names one state of a record. */
export const stampOf = ({ writer, count }: DraftRecord): string => `${writer}#${count}`;

export const isDraftRecord = (value: unknown): value is DraftRecord =>
  typeof value === 'object' &&
  value !== null &&
  'writer' in value &&
  'at' in value &&
  typeof value.at === 'number';

/** What earlier versions kept was the form's contents alone. */
export const asRecord = (value: unknown, now: number): DraftRecord =>
  isDraftRecord(value)
    ? value
    : { value, writer: 'earlier', count: 1, after: null, at: now, path: '', title: '' };

/** Whether the record may take the place of what is kept there. */
export function mayReplace(old: unknown, record: DraftRecord): boolean {
  if (old === undefined || old === null) return true;
  if (!isDraftRecord(old)) return record.after === stampOf(asRecord(old, 0));
  if (old.writer === record.writer) return old.count <= record.count;
  return record.after === stampOf(old);
}

/**
 * Where a record may go, the best first: its place, beside what another tab has there, and beside that, for a third tab
 * may have taken over what stood beside.
 */
export const placesFor = (id: string, { writer, count }: DraftRecord): string[] => [
  id,
  besideId(id, writer),
  besideId(id, `${writer}-${count}`),
];

/** The first of these places that the record may take. */
export const placeFor = (id: string, record: DraftRecord, old: ReadonlyMap<string, unknown>): string =>
  placesFor(id, record).find((place) => mayReplace(old.get(place), record)) ?? id;

/** Fields of forms that hold words, in the order in which they are read. */
const WORDS = ['title', 'question', 'text', 'body', 'reason', 'words', 'summary', 'speaker', 'task'];

/** The words in a form's contents, for showing; empty when it holds none. */
export function wordsOfDraft(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(wordsOfDraft).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const fields = value as Record<string, unknown>;
  return [...WORDS, 'steps', 'fields']
    .map((name) => wordsOfDraft(name === 'fields' ? Object.values(fields.fields ?? {}) : fields[name]))
    .filter(Boolean)
    .join('\n');
}
