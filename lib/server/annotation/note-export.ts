import 'server-only';
import { containerIri } from '../../domain/annotation/web/addresses';
import type { NoteExportFormat } from '../../domain/annotation/web/exported-note';
import { writeNotesCsv } from '../../domain/annotation/web/notes-csv';
import { writeNotesMarkdown } from '../../domain/annotation/web/notes-markdown';
import { writeWebAnnotations } from '../../domain/annotation/web/write-web-annotations';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { publicUrl } from '../site';
import { type ExportedRoom, exportedNotes } from './exported-notes';

export interface NotesFile {
  name: string;
  mediaType: string;
  text: string;
}

/** The notes of a room in a format: all that this reader may read, or only their own. */
export async function noteExport(
  actor: Actor,
  roomId: string,
  { format, isMine }: { format: NoteExportFormat; isMine: boolean },
): Promise<Result<{ files: NotesFile[] }, Failure>> {
  if (isMine && actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await exportedNotes(actor, roomId, { isMine });
  if (!room) return err(failure('not-found'));
  const name = `${room.slug}-notes.${format}`;
  return ok({ files: [{ name, ...written(room, format) }] });
}

function written(
  { roomId, title, notes }: ExportedRoom,
  format: NoteExportFormat,
): Pick<NotesFile, 'mediaType' | 'text'> {
  switch (format) {
    case 'csv':
      return { mediaType: 'text/csv', text: writeNotesCsv(notes) };
    case 'md':
      return { mediaType: 'text/markdown', text: writeNotesMarkdown(notes, title) };
    case 'jsonld': {
      const home = publicUrl();
      const kept = notes.filter(({ hasWords }) => hasWords).map(({ note }) => note);
      const text = writeWebAnnotations(kept, {
        iri: containerIri(home, roomId),
        label: title,
        generator: { iri: home, name: 'Standpoint' },
      });
      return { mediaType: 'application/ld+json', text };
    }
  }
}
