import type { Transaction } from '../../lib/server/database/client';
import { citationRange } from '../content/source-text';
import type { DebateContent } from '../content/types';
import type { Place } from './debate';
import type { Versions } from './sources';

/**
 * Writes the editor's critical-reading notes. A note that is there already takes over new words as its next revision,
 * and moves along when its text has a new version; the answers below it stay.
 */
export async function writeNotes(
  tx: Transaction,
  place: Place,
  versions: Versions,
  content: DebateContent,
): Promise<void> {
  for (const note of content.notes) {
    const source = content.sources.find(({ key }) => key === note.sourceKey);
    const version = versions.get(note.sourceKey);
    if (!source || !version) throw new Error(`Note ${note.key} is on no known source`);
    const wanted = { kind: note.kind, sourceVersionId: version.id, ...citationRange(source, note) };
    const known = await tx.annotation.findUnique({
      where: { roomId_contentKey: { roomId: place.roomId, contentKey: note.key } },
      include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
    });
    if (!known) {
      await tx.annotation.create({
        data: {
          debateId: place.debateId,
          roomId: place.roomId,
          authorId: place.editorId,
          visibility: 'public',
          contentKey: note.key,
          ...wanted,
          revisions: { create: { number: 1, body: note.body, visibility: 'public' } },
        },
      });
      continue;
    }
    const isMoved =
      !version.isTakenOver &&
      (Object.keys(wanted) as (keyof typeof wanted)[]).some((key) => known[key] !== wanted[key]);
    const isReworded = known.revisions[0]?.body !== note.body;
    if (known.removedAt || !(isMoved || isReworded)) continue;
    const revision = isReworded ? known.revision + 1 : known.revision;
    if (isReworded) {
      await tx.annotationRevision.create({
        data: { annotationId: known.id, number: revision, body: note.body, visibility: known.visibility },
      });
    }
    await tx.annotation.update({ where: { id: known.id }, data: { ...(isMoved && wanted), revision } });
  }
}
