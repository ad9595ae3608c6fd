import type { Transaction } from '../../lib/server/database/client';
import { citationRange } from '../content/source-text';
import type { DebateContent } from '../content/types';
import type { Place } from './debate';
import type { Versions } from './sources';

/** Writes the editor's critical-reading notes. A note that is there already is left alone, replies and all. */
export async function writeNotes(
  tx: Transaction,
  place: Place,
  versions: Versions,
  content: DebateContent,
): Promise<void> {
  for (const note of content.notes) {
    const source = content.sources.find(({ key }) => key === note.sourceKey);
    const sourceVersionId = versions.get(note.sourceKey);
    if (!source || !sourceVersionId) throw new Error(`Note ${note.key} is on no known source`);
    const where = { roomId_contentKey: { roomId: place.roomId, contentKey: note.key } };
    if (await tx.annotation.findUnique({ where })) continue;
    await tx.annotation.create({
      data: {
        debateId: place.debateId,
        roomId: place.roomId,
        authorId: place.editorId,
        kind: note.kind,
        visibility: 'room',
        contentKey: note.key,
        sourceVersionId,
        ...citationRange(source, note),
        revisions: { create: { number: 1, body: note.body } },
      },
    });
  }
}
