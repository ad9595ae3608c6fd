import 'server-only';
import { type MergedLine, mergeLines } from '../../domain/claim/merge';
import type { MergeClaim } from '../../domain/claim/schema';
import type { ClaimView, RelationView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { lockMap, recordEdit, type Tracker, track } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { claimViews } from './claim-views';
import { type Contribution, contributionSubjectIn } from './contribution-subject';
import { carryImpacts, carryVotes, standingRelations, writeLineage } from './lineage';
import { relationViews } from './relation-views';

export interface MergedClaim {
  /** The claim that stands. */
  claim: ClaimView;
  /** The one that was merged into it, archived. */
  merged: ClaimView;
  /** Every line that changed. */
  relations: RelationView[];
}

/**
 * Merges a claim into another one that says the same. Its lines, citations and notes move; what would repeat or contradict
 * is closed with the reason beside it; votes and impacts are carried by rule. The claim itself is archived, and nothing is
 * deleted.
 */
export async function mergeClaim(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: MergeClaim,
  idempotency: Idempotency | null = null,
): Promise<Result<MergedClaim, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const { intoClaimId } = input;
  if (intoClaimId === claimId) return err(failure('invalid-input', { field: 'intoClaimId' }));

  return once(actor, idempotency, async (tx): Promise<Result<MergedClaim, Failure>> => {
    await lockMap(tx, room.debateId);
    // In one order, so that two people who merge the same two claims wait for each other.
    for (const id of [claimId, intoClaimId].sort())
      await tx.$executeRaw`SELECT FROM "Claim" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const from = await contributionSubjectIn(tx, room, 'Claim', claimId);
    const into = await contributionSubjectIn(tx, room, 'Claim', intoClaimId);
    const refused = refusalOfMerge(actor, from) ?? refusalOfMerge(actor, into, 'intoClaimId');
    if (refused) return err(refused);
    if (into?.status !== 'published') return err(failure('claim-not-published', { field: 'intoClaimId' }));
    const stale = await isStale(tx, claimId, intoClaimId, input);
    if (stale)
      return err(failure('out-of-date', { current: await currentOf(tx, actor, room, claimId, intoClaimId) }));

    const tracker = track(tx);
    const lines = await moveLines(tx, tracker, room.debateId, claimId, intoClaimId);
    await moveCitations(tx, tracker, claimId, intoClaimId);
    await moveNotes(tx, tracker, claimId, intoClaimId);
    await carryVotes(tx, claimId, intoClaimId);
    await tracker.watch('claim', [claimId]);
    await tx.claim.update({ where: { id: claimId }, data: { status: 'archived', reason: null } });
    await writeLineage(tx, actor, room, tracker, claimId, [intoClaimId], 'merged');
    await recordEvent(tx, room.id, 'claim-merged', claimId);
    await recordEdit(tx, actor, room, 'claims_merged', claimId, tracker);
    await audit(tx, actor, 'claim-merge', { roomId: room.id, subjectId: claimId });

    const { claim, merged } = await currentOf(tx, actor, room, claimId, intoClaimId);
    const ids = lines.map(({ id }) => id);
    return ok({
      claim,
      merged,
      relations: await relationViews(tx, actor, room, { ids, includesClosed: true }),
    });
  });
}

/** Why this actor may not merge this claim now, or null. */
function refusalOfMerge(actor: Person, claim: Contribution | null, field?: string): Failure | null {
  const at = field ? { field } : {};
  if (!claim || claim.isMotion || !can(actor, 'claim:read', claim)) return failure('not-found', at);
  if (claim.room.stage === 'closed') return failure('room-closed');
  if (!can(actor, 'claim:merge', claim)) return failure('not-allowed');
  if (claim.status === 'archived' || claim.status === 'declined') return failure('claim-archived', at);
  return null;
}

async function isStale(
  tx: Transaction,
  claimId: string,
  intoClaimId: string,
  { revision, intoRevision }: MergeClaim,
): Promise<boolean> {
  const rows = await tx.claim.findMany({
    where: { id: { in: [claimId, intoClaimId] } },
    select: { id: true, revision: true },
  });
  return rows.some((row) => row.revision !== (row.id === claimId ? revision : intoRevision));
}

async function moveLines(
  tx: Transaction,
  tracker: Tracker,
  debateId: string,
  fromId: string,
  intoId: string,
): Promise<MergedLine[]> {
  const rows = await standingRelations(tx, debateId);
  const before = new Map(rows.map((row) => [row.id, row]));
  const lines = mergeLines(rows, fromId, intoId);
  await tracker.watch(
    'relation',
    lines.map(({ id }) => id),
  );
  const groups = await tx.premiseGroup.findMany({ where: { toClaimId: fromId }, select: { id: true } });
  const groupIds = groups.map(({ id }) => id);
  await tracker.watch('group', groupIds);
  await tx.premiseGroup.updateMany({ where: { id: { in: groupIds } }, data: { toClaimId: intoId } });
  // Closed first: two lines that say the same do not stand for a moment either.
  const inOrder = [...lines.filter(({ closing }) => closing), ...lines.filter(({ closing }) => !closing)];
  for (const { id, fromClaimId, toClaimId, toRelationId, groupId, closing, isMoved } of inOrder) {
    const { status, revision = 1 } = before.get(id) ?? {};
    const isOpen = status === 'suggested' || status === 'published';
    // What ties other ends than before is another question: impacts rated on it are asked again.
    const ends = { fromClaimId, toClaimId, toRelationId, ...(isMoved ? { aim: revision + 1 } : {}) };
    await tx.relation.update({
      where: { id },
      data: {
        ...(closing ? { closing, ...(isOpen ? { status: 'archived' } : {}) } : ends),
        groupId,
        revision: revision + 1,
      },
    });
  }
  await carryImpacts(
    tx,
    lines.flatMap(({ id, twinId }) => (twinId ? [[id, twinId] as const] : [])),
  );
  return lines;
}

/** A passage that both claims cite stays cited once, by the claim that stands; the other's citation stays with it. */
async function moveCitations(
  tx: Transaction,
  tracker: Tracker,
  fromId: string,
  intoId: string,
): Promise<void> {
  const [there, moving] = await Promise.all([
    tx.citation.findMany({ where: { claimId: intoId } }),
    tx.citation.findMany({ where: { claimId: fromId }, orderBy: { position: 'asc' } }),
  ]);
  const keyOf = ({ sourceVersionId, start, end }: (typeof there)[number]) =>
    `${sourceVersionId}/${start}/${end}`;
  const cited = new Set(there.map(keyOf));
  const ids = moving.filter((citation) => !cited.has(keyOf(citation))).map(({ id }) => id);
  await tracker.watch('citation', ids);
  await tx.citation.updateMany({
    where: { id: { in: ids } },
    // After those that are there.
    data: { claimId: intoId, position: { increment: there.length } },
  });
}

export async function moveNotes(
  tx: Transaction,
  tracker: Tracker,
  fromId: string,
  intoId: string,
): Promise<void> {
  const notes = await tx.annotation.findMany({ where: { claimId: fromId }, select: { id: true } });
  const ids = notes.map(({ id }) => id);
  await tracker.watch('annotation', ids);
  await tx.annotation.updateMany({ where: { id: { in: ids } }, data: { claimId: intoId } });
}

async function currentOf(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  claimId: string,
  intoClaimId: string,
): Promise<{ claim: ClaimView; merged: ClaimView }> {
  const views = await claimViews(tx, actor, room, { ids: [claimId, intoClaimId], includesClosed: true });
  const claim = views.find(({ id }) => id === intoClaimId);
  const merged = views.find(({ id }) => id === claimId);
  if (!claim || !merged) throw new Error('Claims just merged are not in sight');
  return { claim, merged };
}
