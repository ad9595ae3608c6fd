import { viewHref } from '@/components/debate/view-address';
import type { NotePlace } from '@/lib/domain/annotation/view';
import { withNote } from './note-link';

/** The address of a note where it hangs, from a page that lists notes of many places. */
export function noteHref(slug: string, place: NotePlace, noteId: string): string {
  switch (place.type) {
    case 'claim':
      return withNote(viewHref(slug, 'outline', { claim: place.code }), noteId);
    case 'relation':
      return withNote(viewHref(slug, 'outline', { claim: place.fromCode }), noteId);
    case 'passage':
      return withNote(viewHref(slug, 'text', { passage: place.passageKey }), noteId);
    case 'source':
      return withNote(viewHref(slug, 'text'), noteId);
  }
}
