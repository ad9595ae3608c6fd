import type { ReadableFormat } from '@/lib/domain/formats/format-names';
import type { ImportedMap } from '@/lib/domain/formats/import-map';
import type { Refusal } from '@/lib/domain/formats/refusal';
import type { PlannedSide } from '@/lib/domain/import/plan-map';
import type { ImportReport } from '@/lib/domain/import/report';
import {
  CONVERSATION_FILES,
  type ConversationFile,
  type ConversationWordsGiven,
} from '@/lib/domain/stance/polis-export/schema';
import { type ApiFailure, request } from './api';
import { newEventId } from './event-id';
import { refusalIn } from './refusal-in';

/** Files of other tools: read on the server, looked at, and only then written. */

/** What an import would write. */
export interface ImportPreview {
  title: string;
  question: string;
  language: string;
  sides: [PlannedSide, PlannedSide];
  motions: string[];
  counts: { claims: number; relations: number; sources: number; citations: number };
  report: ImportReport;
}

export interface LookedAt {
  read: ImportedMap;
  preview: ImportPreview;
}

export interface Chosen {
  fileName: string;
  text: string;
  relations?: string;
  from?: ReadableFormat;
}

export type FileTrouble =
  | { kind: 'refused'; refusal: Refusal }
  /** Not a text in UTF-8, found before anything is sent. */
  | { kind: 'not-text'; fileName: string }
  | { kind: 'too-large'; fileName: string }
  | { kind: 'failed'; error: ApiFailure };

type Outcome<T> = { ok: true; value: T } | { ok: false; trouble: FileTrouble };

/** The server's own bound on a file by page. */
export const MOST_FILE_BYTES = 5_000_000;
/** Reading a large Argdown file takes its time. */
const READING_MS = 30_000;
const WRITING_MS = 90_000;
/** It may have to wait for others, too. */
const CONVERSATION_MS = 240_000;

/** The text of a file; bytes that are no UTF-8 are told, not replaced by question marks. */
export async function textOfFile(file: File): Promise<Outcome<string>> {
  if (file.size > MOST_FILE_BYTES) return { ok: false, trouble: { kind: 'too-large', fileName: file.name } };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { ok: true, value: decoder.decode(await file.arrayBuffer()) };
  } catch {
    return { ok: false, trouble: { kind: 'not-text', fileName: file.name } };
  }
}

function troubleOf(error: ApiFailure): FileTrouble {
  const refusal = refusalIn(error);
  return refusal ? { kind: 'refused', refusal } : { kind: 'failed', error };
}

/** Reads the file and says what an import would write, lose and guess. Writes nothing. */
export async function lookAt(chosen: Chosen): Promise<Outcome<LookedAt>> {
  const read = await request<ImportedMap>('POST', '/formats/read', { body: chosen, timeoutMs: READING_MS });
  if (!read.ok) return { ok: false, trouble: troubleOf(read.error) };
  const preview = await request<ImportPreview>('POST', '/debates/import/preview', {
    body: { map: read.value.map },
    timeoutMs: READING_MS,
  });
  if (!preview.ok) return { ok: false, trouble: troubleOf(preview.error) };
  return { ok: true, value: { read: read.value, preview: preview.value } };
}

/** Words for what the file does not say. */
export interface ImportWords {
  title: string;
  question: string;
  sides: { a: string; b: string };
  language: string;
}

/** Makes a debate of the map that was looked at, all of it or nothing. */
export async function importDebate(
  { read }: LookedAt,
  { title, question, sides, language }: ImportWords,
  key = newEventId(),
): Promise<Outcome<{ slug: string }>> {
  const map = { ...read.map, title, question };
  const made = await request<{ slug: string }>('POST', '/debates/import', {
    body: { map, defaults: { language, sides } },
    idempotencyKey: key,
    timeoutMs: WRITING_MS,
  });
  return made.ok ? made : { ok: false, trouble: { kind: 'failed', error: made.error } };
}

/** Writes the map that was looked at into a debate, beside what is there; all of it or nothing. */
export async function importIntoDebate(
  { read }: LookedAt,
  roomId: string,
  defaults: Pick<ImportWords, 'language' | 'sides'>,
  key = newEventId(),
): Promise<Outcome<unknown>> {
  const written = await request('POST', `/rooms/${encodeURIComponent(roomId)}/import`, {
    body: { map: read.map, defaults },
    idempotencyKey: key,
    timeoutMs: WRITING_MS,
  });
  return written.ok ? written : { ok: false, trouble: { kind: 'failed', error: written.error } };
}

type ConversationOutcome =
  | { ok: true; value: { room: { slug: string } } }
  /** `file` is the one that is not taken; null when it is neither alone. */
  | { ok: false; trouble: FileTrouble; file: ConversationFile | null };

/** Makes a debate of the two files of a Polis export with a class that holds its votes, all of it or nothing. */
export async function importConversation(
  files: Record<ConversationFile, File>,
  words: ConversationWordsGiven,
  key: string,
): Promise<ConversationOutcome> {
  const votes = await textOfFile(files.votes);
  if (!votes.ok) return { ...votes, file: 'votes' };
  const comments = await textOfFile(files.comments);
  if (!comments.ok) return { ...comments, file: 'comments' };
  const made = await request<{ room: { slug: string } }>('POST', '/debates/import/polis', {
    body: { votes: votes.value, comments: comments.value, words },
    idempotencyKey: key,
    timeoutMs: CONVERSATION_MS,
  });
  if (made.ok) return made;
  const trouble = troubleOf(made.error);
  const field = trouble.kind === 'refused' && made.error.kind === 'http' ? made.error.field : null;
  return { ok: false, trouble, file: CONVERSATION_FILES.find((file) => file === field) ?? null };
}
