import { DOCUMENT_LIMITS, type ReadDocument } from '@/lib/domain/source/document/document';
import { DOCUMENT_REFUSAL_CODES, type DocumentRefusal } from '@/lib/domain/source/document/document-refusal';
import type { AddSource, AddVersion } from '@/lib/domain/source/schema';
import type { AddedSource, AddedVersion, SourceHistory, VersionPreview } from '@/lib/domain/source/view';
import { type ApiFailure, type ApiResult, request } from './api';

/** Texts of a debate: documents are read on the server, looked at here, and only then saved. */

export type DocumentTrouble =
  | { kind: 'refused'; refusal: DocumentRefusal }
  /** Found before anything is sent. */
  | { kind: 'too-large' }
  /** The browser could not read the file, e.g. because it was moved. */
  | { kind: 'unreadable' }
  | { kind: 'failed'; error: ApiFailure };

export type DocumentOutcome = { ok: true; value: ReadDocument } | { ok: false; trouble: DocumentTrouble };

/** Sending five million bytes over a slow line, waiting for a turn, and reading them. */
const READING_MS = 90_000;
/** Finding the places of a thousand notes again takes seconds. */
const WRITING_MS = 60_000;

const isRefusal = (value: unknown): value is DocumentRefusal =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  DOCUMENT_REFUSAL_CODES.some((code) => code === value.code);

async function read(body: Record<string, string>): Promise<DocumentOutcome> {
  const result = await request<ReadDocument>('POST', '/sources/read', { body, timeoutMs: READING_MS });
  if (result.ok) return result;
  const { error } = result;
  const refusal = error.kind === 'http' && error.code === 'file-refused' ? error.current : null;
  return {
    ok: false,
    trouble: isRefusal(refusal) ? { kind: 'refused', refusal } : { kind: 'failed', error },
  };
}

/** A file as text, with what was lost. Writes nothing. */
export async function readDocumentFile(file: File): Promise<DocumentOutcome> {
  if (file.size > DOCUMENT_LIMITS.bytes) return { ok: false, trouble: { kind: 'too-large' } };
  const content = await base64Of(file);
  // An empty file has nothing to send.
  if (!content) return { ok: false, trouble: { kind: 'unreadable' } };
  return read({ fileName: file.name.slice(-255), content });
}

/** Pasted text, as it is or as Markdown. Writes nothing. */
export const readPastedText = (text: string, format: 'text' | 'markdown'): Promise<DocumentOutcome> =>
  text.length > DOCUMENT_LIMITS.bytes
    ? Promise.resolve({ ok: false, trouble: { kind: 'too-large' } })
    : read({ text, format });

function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

const at = (slug: string, rest = ''): string => `/debates/${encodeURIComponent(slug)}/sources${rest}`;
const versionsOf = (slug: string, sourceId: string): string =>
  at(slug, `/${encodeURIComponent(sourceId)}/versions`);

/** The versions of a source without their texts, newest first. */
export const sourceHistory = (slug: string, sourceId: string): Promise<ApiResult<SourceHistory>> =>
  request('GET', versionsOf(slug, sourceId));

/** Adds a source; a repeated press with the same key adds one only. */
export const addSource = (slug: string, input: AddSource, key: string): Promise<ApiResult<AddedSource>> =>
  request('POST', at(slug), { body: input, idempotencyKey: key, timeoutMs: WRITING_MS });

/** What would become of what is tied to a source if this were its text. */
export const previewVersion = (
  slug: string,
  sourceId: string,
  input: AddVersion,
): Promise<ApiResult<VersionPreview>> =>
  request('POST', `${versionsOf(slug, sourceId)}/preview`, { body: input, timeoutMs: WRITING_MS });

/** Gives a source a new text; a repeated press with the same key gives it once. */
export const addVersion = (
  slug: string,
  sourceId: string,
  input: AddVersion,
  key: string,
): Promise<ApiResult<AddedVersion>> =>
  request('POST', versionsOf(slug, sourceId), { body: input, idempotencyKey: key, timeoutMs: WRITING_MS });
