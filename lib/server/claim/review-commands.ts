import 'server-only';
import type { EditClaim, ReviewClaim } from '../../domain/claim/schema';
import type { ClaimView, EvidenceStatus } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RoomEvent } from '../../domain/room/events';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { database, type Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { lockMap, recordEdit, track } from '../edit/track';
import { tellAuthor } from '../notification/tell';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { editingSeat } from '../room/seat';
import { closedMeanwhile, refusedMeanwhile } from '../room/still-takes';
import { claimViews } from './claim-views';
import { type Contribution, contributionSubject, contributionSubjectIn } from './contribution-subject';
import { DECISIONS, leadsFrom } from './decisions';
import { endLineage } from './lineage';
import { refusalOfOwnEdit } from './own-edit';
import { guarded } from './relation-writing';

/** Changing what stands on the map: new words for a claim, and what a maintainer decides about a suggestion. */

interface ClaimInSight {
  room: RoomContext;
  claim: Contribution;
}

async function claimInSight(
  actor: Actor,
  roomId: string,
  claimId: string,
): Promise<Result<ClaimInSight, Failure>> {
  const room = await roomContext(actor, roomId);
  const claim = room && (await contributionSubject(room, 'Claim', claimId));
  if (!room || !claim || claim.isMotion || !can(actor, 'claim:read', claim)) return err(failure('not-found'));
  return ok({ room, claim });
}

/** Why this actor may not give the claim new words now, or null. */
function refusalOfEdit(actor: Actor, claim: Contribution): Failure | null {
  if (claim.room.stage === 'closed') return failure('room-closed');
  if (claim.status === 'archived' || claim.status === 'declined') return failure('claim-archived');
  return can(actor, 'claim:edit', claim) ? null : refusalOfOwnEdit(actor, claim);
}

/** New words for a claim, as its next revision. An edit of words that somebody else changed meanwhile is a conflict. */
export async function editClaim(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: EditClaim,
): Promise<Result<{ claim: ClaimView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await claimInSight(actor, roomId, claimId);
  if (!found.ok) return found;
  const { room, claim } = found.value;
  const refused = refusalOfEdit(actor, claim);
  if (refused) return err(refused);
  const participantId = await editingSeat(actor, room);
  const seated = { ...room, participantId };

  return inTransaction(async (tx): Promise<Result<{ claim: ClaimView }, Failure>> => {
    await lockClaim(tx, claimId);
    // Asked again under the lock: a suggestion published a moment ago is no longer its author's to reword.
    const now = await contributionSubjectIn(tx, seated, 'Claim', claimId);
    const refusedNow = now ? refusalOfEdit(actor, now) : failure('not-found');
    if (refusedNow) return err(refusedNow);
    const { revision, current } = await tx.claim.findUniqueOrThrow({
      where: { id: claimId },
      include: { current: true },
    });
    if (revision !== input.revision) {
      return err(failure('out-of-date', { current: { claim: await viewOf(tx, actor, seated, claimId) } }));
    }
    const { text, evidence, speaker, changesMeaning } = input;
    const tracker = track(tx);
    await tracker.watch('claim', [claimId]);
    await tx.claimRevision.create({
      data: {
        claimId,
        number: revision + 1,
        text,
        // A short title written for other words would mislead on an axis.
        shortTitle: text === current.text ? current.shortTitle : null,
        evidence,
        speaker,
        changesMeaning,
        authorId: participantId,
      },
    });
    await tx.claim.update({ where: { id: claimId }, data: { revision: revision + 1 } });
    await recordEvent(tx, room.id, 'claim-edited', claimId);
    await recordEdit(tx, actor, room, 'claim_edited', claimId, tracker);
    if (!claim.isOwn) await audit(tx, actor, 'claim-edit', { roomId: room.id, subjectId: claimId });
    const late = claim.isOwn ? await refusedMeanwhile(tx, actor, room, 'claim') : null;
    if (late) return err(late);
    return ok({ claim: await viewOf(tx, actor, seated, claimId) });
  });
}

const EVENTS = {
  publish: 'claim-published',
  decline: 'claim-declined',
  archive: 'claim-archived',
  restore: 'claim-published',
} as const satisfies Record<ReviewClaim['decision'], RoomEvent>;

/** Publishes, declines, archives or restores a claim, and with it the relations that came with it. Not in a closed room: `room-closed`. */
export async function reviewClaim(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: ReviewClaim,
): Promise<Result<{ claim: ClaimView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await claimInSight(actor, roomId, claimId);
  if (!found.ok) return found;
  const { room, claim } = found.value;
  if (!can(actor, 'claim:review', claim)) return err(failure('not-allowed'));
  if (claim.room.stage === 'closed') return err(failure('room-closed'));
  const decision = DECISIONS[input.decision];

  return guarded(() =>
    inTransaction(async (tx): Promise<Result<{ claim: ClaimView }, Failure>> => {
      await lockMap(tx, room.debateId);
      await lockClaim(tx, claimId);
      const { status, authorId } = await tx.claim.findUniqueOrThrow({
        where: { id: claimId },
        select: { status: true, authorId: true },
      });
      if (status === decision.to) return ok({ claim: await viewOf(tx, actor, room, claimId) });
      if (!leadsFrom(decision, status)) {
        return err(
          failure('already-reviewed', { current: { claim: await viewOf(tx, actor, room, claimId) } }),
        );
      }
      const reason = decision.to === 'published' ? null : (input.reason ?? null);
      // A relation that was decided on by itself, or that a merge closed, does not follow its claim.
      const following = { fromClaimId: claimId, roomId: room.id, status, closing: null };
      const relations = await tx.relation.findMany({ where: following, select: { id: true } });
      const tracker = track(tx);
      await tracker.watch('claim', [claimId]);
      await tracker.watch(
        'relation',
        relations.map(({ id }) => id),
      );
      await tx.claim.update({ where: { id: claimId }, data: { status: decision.to, reason } });
      if (decision.to === 'published') await endLineage(tx, tracker, claimId);
      await tx.relation.updateMany({
        where: following,
        data: { status: decision.to, revision: { increment: 1 } },
      });
      await recordEvent(tx, room.id, EVENTS[input.decision], claimId);
      const about = { roomId: room.id, kind: 'claim-decided', subjectId: claimId } as const;
      await tellAuthor(tx, actor, authorId, about);
      await recordEdit(tx, actor, room, 'claim_reviewed', claimId, tracker);
      await audit(tx, actor, `claim-${input.decision}`, { roomId: room.id, subjectId: claimId, reason });
      const closed = await closedMeanwhile(tx, room);
      if (closed) return err(closed);
      return ok({ claim: await viewOf(tx, actor, room, claimId) });
    }),
  );
}

/** One wording of a claim, as its history shows it. */
export interface ClaimRevisionView {
  number: number;
  text: string;
  evidence: EvidenceStatus;
  speaker: string | null;
  changesMeaning: boolean;
  authorAlias: string | null;
  createdAt: string;
}

/** Every wording of a claim, newest first. */
export async function claimRevisions(
  actor: Actor,
  roomId: string,
  claimId: string,
): Promise<Result<ClaimRevisionView[], Failure>> {
  const room = await roomContext(actor, roomId);
  const claim = room && (await contributionSubject(room, 'Claim', claimId));
  if (!claim || !can(actor, 'claim:read', claim)) return err(failure('not-found'));
  const rows = await database().prisma.claimRevision.findMany({
    where: { claimId },
    include: { author: { select: { alias: true } } },
    orderBy: { number: 'desc' },
    take: 200,
  });
  return ok(
    rows.map(({ number, text, evidence, speaker, changesMeaning, author, createdAt }) => ({
      number,
      text,
      evidence,
      speaker,
      changesMeaning,
      authorAlias: author?.alias ?? null,
      createdAt: createdAt.toISOString(),
    })),
  );
}

/** Edits and decisions about one claim come one after the other. */
const lockClaim = (tx: Transaction, claimId: string) =>
  tx.$executeRaw`SELECT FROM "Claim" WHERE "id" = ${claimId}::uuid FOR UPDATE`;

async function viewOf(tx: Transaction, actor: Actor, room: RoomContext, claimId: string): Promise<ClaimView> {
  const [view] = await claimViews(tx, actor, room, { ids: [claimId], includesClosed: true });
  if (!view) throw new Error('A claim just changed is not in sight');
  return view;
}
