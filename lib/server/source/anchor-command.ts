import 'server-only';
import { quoteAt } from '../../domain/annotation/quote';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { isWaiting, type Place } from '../../domain/source/next-resolution';
import type { DecideAnchor } from '../../domain/source/schema';
import type { DecidedAnchor } from '../../domain/source/view';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { isInLog } from '../annotation/note-at-work';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { breaks } from '../database/faults';
import { inTransaction } from '../database/transaction';
import { lockMap } from '../edit/track';
import { recordEvent } from '../room/events';
import { type RoomContext, roomBySlug } from '../room/room-context';
import { waitingAnchors } from './anchor-queue';
import { concernedBy, seenNotes } from './seen-notes';
import { versionNames } from './source-reads';

/** Saying of a place found in a new text that it is right, that it is another one, or that the passage is gone. */
export async function decideAnchor(
  actor: Actor,
  slug: string,
  resolutionId: string,
  input: DecideAnchor,
): Promise<Result<DecidedAnchor, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  try {
    return await inTransaction((tx) => decide(tx, actor, room, resolutionId, input));
  } catch (error) {
    if (breaks(error, 'Citation_claimId_sourceVersionId_start_end_key'))
      return err(failure('citation-repeated'));
    throw error;
  }
}

const shape = {
  sourceVersion: { select: { id: true, sourceId: true, text: true } },
  annotation: {
    select: { id: true, roomId: true, visibility: true, status: true, author: { select: { userId: true } } },
  },
} as const;

async function decide(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  resolutionId: string,
  input: DecideAnchor,
): Promise<Result<DecidedAnchor, Failure>> {
  // Of two who decide at once the second waits here, and then finds it decided; so does a new version of the text.
  await lockMap(tx, room.debateId);
  const row = await tx.anchorResolution.findFirst({
    where: { id: resolutionId, debateId: room.debateId },
    include: shape,
  });
  if (!row) return err(failure('not-found'));
  const { annotation } = row;
  const seen = annotation
    ? await seenNotes(tx, await concernedBy(tx, actor, room), [{ type: 'note', id: annotation.id }])
    : new Set();
  const subject = {
    room,
    of: annotation ? 'note' : 'citation',
    isOwn: annotation?.author?.userId === actor.userId,
    isSeen: seen.size > 0,
  } as const;
  // A note that this person does not see is not there for them, and neither is its place.
  if (annotation && !subject.isOwn && !subject.isSeen) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'anchor:decide', subject)) return err(failure('not-allowed'));
  const newest = (await versionNames(tx, row.sourceVersion.sourceId)).at(-1);
  if (newest?.id !== row.sourceVersionId || !isWaiting(row)) return err(failure('changed-since'));
  const place = placeAfter(row, input);
  if (!place.ok) return place;
  if (place.value) {
    const { versionId, ...quote } = place.value;
    const data = { sourceVersionId: versionId, ...quote };
    if (row.citationId) await tx.citation.update({ where: { id: row.citationId }, data });
    if (row.annotationId) await tx.annotation.update({ where: { id: row.annotationId }, data });
  }
  await tx.anchorResolution.update({
    where: { id: row.id },
    data: { decision: input.decision, decidedAt: new Date(), decidedById: room.participantId },
  });
  if (!annotation || isInLog(annotation)) {
    await recordEvent(tx, annotation?.roomId ?? room.id, 'anchor-decided', row.id);
  }
  if (!subject.isOwn) await audit(tx, actor, 'anchor-decide', { roomId: room.id, subjectId: row.id });
  return ok({ id: row.id, decision: input.decision, waiting: await waitingAnchors(actor, room, tx) });
}

interface Found {
  status: string;
  sourceVersion: { id: string; text: string };
  fromVersionId: string;
  oldStart: number;
  oldEnd: number;
  oldExact: string;
  oldPrefix: string;
  oldSuffix: string;
}

/** Where it stands after the decision; null when it stays where it is. */
function placeAfter(found: Found, input: DecideAnchor): Result<Place | null, Failure> {
  const { id, text } = found.sourceVersion;
  switch (input.decision) {
    case 'confirmed':
      return found.status === 'orphan' ? err(failure('invalid-input', { field: 'decision' })) : ok(null);
    case 'lost':
      return ok({
        versionId: found.fromVersionId,
        start: found.oldStart,
        end: found.oldEnd,
        exact: found.oldExact,
        prefix: found.oldPrefix,
        suffix: found.oldSuffix,
      });
    case 'moved': {
      if (input.sourceVersionId !== id) return err(failure('changed-since'));
      const { start, end } = input;
      const quote = quoteAt(text, start, end);
      if (quote?.exact !== input.exact) return err(failure('citation-not-in-text', { field: 'start' }));
      return ok({ versionId: id, start, end, ...quote });
    }
  }
}
