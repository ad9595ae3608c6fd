import 'server-only';
import { quoteAt } from '../../domain/annotation/quote';
import type { AddAnnotation } from '../../domain/annotation/schema';
import type { Visibility } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { contributionSubjectIn } from '../claim/contribution-subject';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { annotationSubject, noteInSight } from './annotation-views';
import type { Audience } from './note-audience';

/** Answers to answers go this far down; a page that indents each level has no room for more. */
export const MOST_REPLY_DEPTH = 8;

/** Where a note is tied, as the columns of its row. */
export type Tie =
  | { sourceVersionId: string; start: number; end: number; exact: string; prefix: string; suffix: string }
  | { sourceId: string }
  | { claimId: string }
  | { relationId: string }
  | { parentId: string; rootId: string };

interface Place {
  tie: Tie;
  /** For whom the note is that this one answers. */
  parent: Audience | null;
}

/** Where a note is to hang, when the actor may put it there; a passage must say what the text says there. */
export async function resolveTie(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  target: AddAnnotation['target'],
  visibility: Visibility,
): Promise<Result<Place, Failure>> {
  switch (target.type) {
    case 'passage': {
      const { sourceVersionId, start, end } = target;
      const version = await tx.sourceVersion.findFirst({
        where: { id: sourceVersionId, debateId: room.debateId },
        select: { text: true },
      });
      if (!version) return err(failure('not-found', { field: 'target.sourceVersionId' }));
      const quote = quoteAt(version.text, start, end);
      if (quote?.exact !== target.exact) return err(failure('citation-not-in-text', { field: 'target' }));
      return ok({ tie: { sourceVersionId, start, end, ...quote }, parent: null });
    }
    case 'source': {
      const where = { id: target.sourceId, debateId: room.debateId };
      if ((await tx.source.count({ where })) === 0) return err(failure('not-found', { field: 'target' }));
      return ok({ tie: { sourceId: target.sourceId }, parent: null });
    }
    case 'claim':
    case 'relation': {
      const [noun, id] =
        target.type === 'claim'
          ? (['Claim', target.claimId] as const)
          : (['Relation', target.relationId] as const);
      const subject = await contributionSubjectIn(tx, room, noun, id);
      if (!subject || !can(actor, 'claim:read', subject))
        return err(failure('not-found', { field: 'target' }));
      if (subject.status === 'archived') return err(failure('claim-archived', { field: 'target' }));
      return ok({ tie: target.type === 'claim' ? { claimId: id } : { relationId: id }, parent: null });
    }
    case 'annotation': {
      // Locked, so that a note removed at this moment, or in a thread that is closed at this moment, takes no reply.
      await tx.$executeRaw`
        SELECT FROM "Annotation" WHERE "id" = ${target.annotationId}::uuid
          OR "id" = (SELECT "rootId" FROM "Annotation" WHERE "id" = ${target.annotationId}::uuid) ORDER BY "id" FOR SHARE`;
      const parent = await noteInSight(tx, actor, room, target.annotationId);
      const subject = parent && annotationSubject(room, parent.row);
      if (!parent || !subject?.isFromHere || !can(actor, 'annotation:read', subject)) {
        return err(failure('not-found', { field: 'target' }));
      }
      if (subject.isRemoved) return err(failure('annotation-removed', { field: 'target' }));
      if (subject.isLocked && visibility !== 'private' && !subject.maintainsHome) {
        return err(failure('thread-locked', { field: 'target' }));
      }
      const { id, parentId, rootId, groupId } = parent.row;
      // As deep as threads go, an answer stands beside what it answers.
      const isDeepest = parent.depth >= MOST_REPLY_DEPTH;
      const tie = { parentId: (isDeepest && parentId) || id, rootId: rootId ?? id };
      return ok({ tie, parent: { visibility: parent.row.visibility, groupId } });
    }
  }
}
