import type { NoteExportFormat } from '@/lib/domain/annotation/web/exported-note';
import type { NotesImport } from '@/lib/domain/annotation/web/import-view';
import type { ImportNotes } from '@/lib/domain/annotation/web/schema';
import { type ApiResult, request } from './api';
import { newEventId } from './event-id';

/** A person's notes as files: taken out, looked at, brought in. */

export interface NotesFile {
  name: string;
  mediaType: string;
  text: string;
}

const READING_MS = 30_000;
const WRITING_MS = 90_000;

const inRoom = (roomId: string, rest: string): string =>
  `/rooms/${encodeURIComponent(roomId)}/annotations/${rest}`;

/** All of one's own notes in a room, private ones among them. */
export const exportOwnNotes = (
  roomId: string,
  format: NoteExportFormat,
): Promise<ApiResult<{ files: NotesFile[] }>> =>
  request('GET', inRoom(roomId, `export?format=${format}&mine=true`), { timeoutMs: READING_MS });

/** Where each note of a file would stand; writes nothing. */
export const previewNotes = (roomId: string, body: ImportNotes): Promise<ApiResult<NotesImport>> =>
  request('POST', inRoom(roomId, 'import/preview'), { body, timeoutMs: READING_MS });

/** Writes the notes of a file; a repeated press with the same key writes them once. */
export const importNotes = (
  roomId: string,
  body: ImportNotes,
  key = newEventId(),
): Promise<ApiResult<NotesImport>> =>
  request('POST', inRoom(roomId, 'import'), { body, idempotencyKey: key, timeoutMs: WRITING_MS });
