import 'server-only';
import type { OwnNote, OwnNotesAt } from '../../domain/annotation/own-notes';
import type { Actor } from '../../policy/actor';
import { exportedNotes } from './exported-notes';
import { richText } from './rich-text';

/** All that this reader has written in a room, by what it stands on; null when the room is not theirs to read. */
export async function ownNotesByPlace(actor: Actor, roomId: string): Promise<OwnNotesAt[] | null> {
  const room = await exportedNotes(actor, roomId, { isMine: true });
  if (!room) return null;
  const places = new Map<string, { place: OwnNotesAt['place']; notes: OwnNote[] }>();
  for (const { id, parentId, note, visibility, status, mark, hasWords, place } of room.notes) {
    if (!hasWords) continue;
    const group = places.get(place.key) ?? { place, notes: [] };
    places.set(place.key, group);
    group.notes.push({
      id,
      kind: note.kind,
      visibility,
      status,
      mark,
      tags: note.tags,
      body: note.body,
      content: richText(note.body),
      quote: note.target.type === 'passage' ? note.target.exact : '',
      isAnswer: parentId !== null,
      createdAt: note.createdAt ?? '',
      editedAt: note.editedAt,
    });
  }
  return [...places.values()];
}
