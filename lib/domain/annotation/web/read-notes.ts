import type { Refusal } from '../../formats/refusal';
import { refusal } from '../../formats/refusal';
import { err, ok, type Result } from '../../result';
import { line } from '../../text/input';
import { LIMITS } from '../../text/limits';
import { uniqueKey } from '../../text/plain-text';
import { bodyAsMarkdown } from './body-as-markdown';
import { noteOf, type PortableNote, type Unusable } from './notes';
import { readWebAnnotations } from './read-web-annotations';
import { warningLine } from './web-annotation';

/** A file of annotations, read as far as it can be without the room that they come into. */
export interface ReadNotes {
  notes: { iri: string; note: PortableNote | Unusable }[];
  /** One line each. */
  warnings: string[];
  referenceCount: number;
}

const tag = line(LIMITS.tag);

/** Those of the tags that a note of ours can have: no two alike, none too long, not too many. */
function tagsOf(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const one of tags) {
    if (kept.size >= LIMITS.tagsOfNote) break;
    const read = tag.safeParse(one);
    if (read.success && !kept.has(uniqueKey(read.data))) kept.set(uniqueKey(read.data), read.data);
  }
  return [...kept.values()];
}

/**
 * Reads a file of W3C Web Annotations as notes of ours, with bodies as Markdown and the tags that a note can have.
 * @param most annotations of one file
 */
export function readNotes(text: string, most: number): Result<ReadNotes, Refusal> {
  const read = readWebAnnotations(new TextEncoder().encode(text));
  if (!read.ok) return read;
  const { document, warnings } = read.value;
  const { annotations, references } = document;
  if (annotations.length > most) {
    return err(refusal('list-too-long', { count: annotations.length, limit: most }));
  }
  return ok({
    notes: annotations.map((annotation) => {
      const note = noteOf(annotation, bodyAsMarkdown);
      return {
        iri: annotation.id,
        note: typeof note === 'string' ? note : { ...note, tags: tagsOf(note.tags) },
      };
    }),
    warnings: warnings.map(warningLine),
    referenceCount: references.length,
  });
}
