import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { SchemeKey } from '../../domain/argument/schemes';
import type { AddRelation, EditRelation, ReviewRelation } from '../../domain/claim/schema';
import type { RelationKind, RelationView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { refusalToAct } from '../../policy/deeds';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { lockMap, recordEdit, track } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { closedMeanwhile, refusedMeanwhile } from '../room/still-takes';
import { speakingSeat } from '../room/voice-seat';
import { type Contribution, contributionSubject, contributionSubjectIn } from './contribution-subject';
import { DECISIONS, leadsFrom } from './decisions';
import { refusalOfOwnEdit } from './own-edit';
import { relationViews } from './relation-views';
import {
  createRelation,
  guarded,
  leaveGroups,
  refusalOfOrigin,
  refusalOfTarget,
  targetColumns,
  tieToItself,
  unaskedQuestion,
} from './relation-writing';

/** Lines of the map: drawn, moved, and decided about on their own. */

type Answer = { relation: RelationView };

/** Ties two claims of the map together, or a claim to a relation that it undercuts. */
export async function addRelation(
  actor: Actor,
  roomId: string,
  input: AddRelation,
  idempotency: Idempotency | null = null,
): Promise<Result<Answer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const untaken = refusalToAct(actor, room, 'claim');
  if (untaken) return err(failure(untaken));
  const { fromClaimId } = input;
  const gone = await refusalOfOrigin(actor, room, fromClaimId);
  if (gone) return err(gone);
  if (input.kind !== 'undercuts' && input.toClaimId === fromClaimId) {
    return err(failure('relation-to-itself', { field: 'toClaimId' }));
  }
  const misplaced = await refusalOfTarget(actor, room, input);
  if (misplaced) return err(misplaced);
  const speaking = await speakingSeat(actor, room);
  if (!speaking.ok) return speaking;
  const { room: seated, seatId: authorId } = speaking.value;
  const status = can(actor, 'claim:publish-at-once', room) ? 'published' : 'suggested';

  return guarded(() =>
    once(actor, idempotency, async (tx): Promise<Result<Answer, Failure>> => {
      await lockMap(tx, room.debateId);
      const refused =
        (await refusedMeanwhile(tx, actor, room, 'claim')) ??
        (await refusalOfOrigin(actor, seated, fromClaimId, tx)) ??
        (await refusalOfTarget(actor, seated, input, tx)) ??
        (await tieToItself(tx, fromClaimId, input)) ??
        (await unaskedQuestion(tx, input));
      if (refused) return err(refused);
      const id = uuidv7();
      const tracker = track(tx);
      tracker.makes('relation', [id]);
      const home = { debateId: room.debateId, roomId: room.id, authorId };
      await createRelation(tx, { ...home, id, fromClaimId, status }, input);
      await recordEvent(tx, room.id, 'relation-added', id);
      await recordEdit(tx, actor, room, 'relation_added', id, tracker);
      return ok({ relation: await viewOf(tx, actor, seated, id) });
    }),
  );
}

/** Why this actor may not change the relation now, or null. */
export function refusalOfRelationEdit(actor: Actor, relation: Contribution): Failure | null {
  if (relation.room.stage === 'closed') return failure('room-closed');
  if (relation.status === 'archived' || relation.status === 'declined') return failure('relation-closed');
  return can(actor, 'claim:edit', relation) ? null : refusalOfOwnEdit(actor, relation);
}

/**
 * Moves a relation: another kind, another target. It leaves the premises that it was linked with, and the impacts that
 * people gave it are asked for again. A move of what somebody else moved meanwhile is a conflict.
 */
export async function editRelation(
  actor: Actor,
  roomId: string,
  relationId: string,
  input: EditRelation,
): Promise<Result<Answer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await relationInSight(actor, roomId, relationId);
  if (!found.ok) return found;
  const { room, relation } = found.value;
  const refused = refusalOfRelationEdit(actor, relation);
  if (refused) return err(refused);
  const closed = await refusalOfTarget(actor, room, input);
  if (closed) return err(closed);

  return guarded(() =>
    inTransaction(async (tx): Promise<Result<Answer, Failure>> => {
      await lockMap(tx, room.debateId);
      const now = await contributionSubjectIn(tx, room, 'Relation', relationId);
      const refusedNow = now ? refusalOfRelationEdit(actor, now) : failure('not-found');
      if (refusedNow) return err(refusedNow);
      const row = await tx.relation.findUniqueOrThrow({ where: { id: relationId } });
      if (row.revision !== input.revision) {
        return err(
          failure('out-of-date', { current: { relation: await viewOf(tx, actor, room, relationId) } }),
        );
      }
      const misplaced =
        (await refusalOfTarget(actor, room, input, tx)) ??
        (await tieToItself(tx, row.fromClaimId, input)) ??
        (await unaskedQuestion(tx, input));
      if (misplaced) return err(misplaced);
      const to = targetColumns(input);
      const isMoved =
        row.kind !== input.kind || row.toClaimId !== to.toClaimId || row.toRelationId !== to.toRelationId;
      const says = reasonAfter(row, input, isMoved);
      if (isMoved || says.scheme !== row.scheme || says.questionKey !== row.questionKey) {
        const tracker = track(tx);
        await tracker.watch('relation', [relationId]);
        if (isMoved) await leaveGroups(tx, tracker, [relationId]);
        const { revision } = await tx.relation.findUniqueOrThrow({ where: { id: relationId } });
        const next = revision + 1;
        await tx.relation.update({
          where: { id: relationId },
          // Another kind of reason for the same thing weighs what it weighed; at another target that is asked again.
          data: { kind: input.kind, ...to, ...says, revision: next, ...(isMoved ? { aim: next } : {}) },
        });
        await recordEvent(tx, room.id, 'relation-changed', relationId);
        await recordEdit(tx, actor, room, 'relation_edited', relationId, tracker);
        const late = relation.isOwn ? await refusedMeanwhile(tx, actor, room, 'claim') : null;
        if (late) return err(late);
        if (!relation.isOwn)
          await audit(tx, actor, 'relation-edit', { roomId: room.id, subjectId: relationId });
      }
      return ok({ relation: await viewOf(tx, actor, room, relationId) });
    }),
  );
}

type Says = { scheme: SchemeKey | null; questionKey: string | null };

/** Scheme and question after an edit: as given, else as they were where they still apply. */
function reasonAfter(row: Says & { kind: RelationKind }, input: EditRelation, isMoved: boolean): Says {
  if (input.kind !== 'undercuts') {
    const kept = row.kind === 'undercuts' ? null : row.scheme;
    return { scheme: input.scheme === undefined ? kept : input.scheme, questionKey: null };
  }
  // A question belongs to the line that is met.
  const kept = isMoved ? null : row.questionKey;
  return { scheme: null, questionKey: input.questionKey === undefined ? kept : input.questionKey };
}

/** Publishes, declines, archives or restores a relation on its own; its claims stay as they are. Not in a closed room: `room-closed`. */
export async function reviewRelation(
  actor: Actor,
  roomId: string,
  relationId: string,
  input: ReviewRelation,
): Promise<Result<Answer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await relationInSight(actor, roomId, relationId);
  if (!found.ok) return found;
  const { room, relation } = found.value;
  if (!can(actor, 'claim:review', relation)) return err(failure('not-allowed'));
  if (relation.room.stage === 'closed') return err(failure('room-closed'));
  const decision = DECISIONS[input.decision];

  return guarded(() =>
    inTransaction(async (tx): Promise<Result<Answer, Failure>> => {
      await lockMap(tx, room.debateId);
      const { status, fromClaimId, toClaimId } = await tx.relation.findUniqueOrThrow({
        where: { id: relationId },
      });
      if (status !== decision.to) {
        if (!leadsFrom(decision, status)) {
          const current = { relation: await viewOf(tx, actor, room, relationId) };
          return err(failure('already-reviewed', { current }));
        }
        const isClosed = decision.to !== 'published';
        if (!isClosed) {
          const ends = [fromClaimId, ...(toClaimId ? [toClaimId] : [])];
          const standing = await tx.claim.count({ where: { id: { in: ends }, status: 'published' } });
          if (standing < ends.length) return err(failure('claim-not-published'));
        }
        const tracker = track(tx);
        await tracker.watch('relation', [relationId]);
        if (isClosed) await leaveGroups(tx, tracker, [relationId]);
        await tx.relation.update({
          where: { id: relationId },
          data: {
            status: decision.to,
            closing: isClosed ? 'alone' : null,
            reason: isClosed ? (input.reason ?? null) : null,
            revision: { increment: 1 },
          },
        });
        await recordEvent(tx, room.id, isClosed ? 'relation-closed' : 'relation-changed', relationId);
        await recordEdit(tx, actor, room, 'relation_reviewed', relationId, tracker);
        await audit(tx, actor, `relation-${input.decision}`, {
          roomId: room.id,
          subjectId: relationId,
          reason: input.reason ?? null,
        });
        const closed = await closedMeanwhile(tx, room);
        if (closed) return err(closed);
      }
      return ok({ relation: await viewOf(tx, actor, room, relationId) });
    }),
  );
}

interface RelationInSight {
  room: RoomContext;
  relation: Contribution;
}

async function relationInSight(
  actor: Actor,
  roomId: string,
  relationId: string,
): Promise<Result<RelationInSight, Failure>> {
  const room = await roomContext(actor, roomId);
  const relation = room && (await contributionSubject(room, 'Relation', relationId));
  if (!room || !relation || !can(actor, 'claim:read', relation)) return err(failure('not-found'));
  return ok({ room, relation });
}

async function viewOf(tx: Transaction, actor: Actor, room: RoomContext, id: string): Promise<RelationView> {
  const [view] = await relationViews(tx, actor, room, { ids: [id], includesClosed: true });
  if (!view) throw new Error('A relation just changed is not in sight');
  return view;
}
