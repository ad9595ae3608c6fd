import 'server-only';
import type { CitationInput } from '../../domain/claim/schema';
import type { ClaimView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { editingSeat } from '../room/seat';
import { refusedMeanwhile } from '../room/still-takes';
import { catchUp } from '../source/catch-up';
import { claimViews } from './claim-views';
import { type Contribution, contributionSubject, contributionSubjectIn } from './contribution-subject';
import { refusalOfOwnEdit } from './own-edit';
import { resolveCitations } from './resolve-citations';

/** What a claim that is there already rests on: whoever may reword it adds a passage, or takes one away. */

/** As many as a split may hand to one part. */
const MOST_CITATIONS = 24;

type Answer = Result<{ claim: ClaimView }, Failure>;

/** Lets a claim rest on a passage more. A passage that it cites already is not added again. */
export async function addCitation(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: CitationInput,
): Promise<Answer> {
  let home = '';
  const added = await changing(actor, roomId, claimId, async (tx, room) => {
    home = room.debateId;
    const resolved = await resolveCitations(tx, room.debateId, [input]);
    if (!resolved.ok) {
      const field = resolved.error.field?.replace(/^citations\.0$/, 'exact');
      return { ...resolved.error, ...(field ? { field } : {}) };
    }
    const [citation] = resolved.value;
    if (!citation) return failure('citation-not-in-text');
    const there = await tx.citation.findMany({
      where: { claimId },
      select: { sourceVersionId: true, start: true, end: true, position: true },
    });
    const isThere = there.some(
      ({ sourceVersionId, start, end }) =>
        sourceVersionId === citation.sourceVersionId && start === citation.start && end === citation.end,
    );
    if (isThere) return null;
    if (there.length >= MOST_CITATIONS) return failure('invalid-input', { field: 'exact' });
    const { debateId, id, participantId } = room;
    const position = Math.max(-1, ...there.map((one) => one.position)) + 1;
    await tx.citation.create({
      data: { debateId, roomId: id, authorId: participantId, claimId, position, ...citation },
    });
    return null;
  });
  if (added.ok) await catchUp(home, [input.sourceVersionId]);
  return added;
}

/** Takes a passage from what a claim rests on. */
export const removeCitation = (
  actor: Actor,
  roomId: string,
  claimId: string,
  citationId: string,
): Promise<Answer> =>
  changing(actor, roomId, claimId, async (tx) => {
    const { count } = await tx.citation.deleteMany({ where: { id: citationId, claimId } });
    return count === 0 ? failure('not-found') : null;
  });

/** Checks the right under the claim's own lock, does the work, and answers with the claim as it is then. */
async function changing(
  actor: Actor,
  roomId: string,
  claimId: string,
  work: (tx: Transaction, room: RoomContext) => Promise<Failure | null>,
): Promise<Answer> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  // Asked before a seat is taken, and again under the lock.
  const asked = await contributionSubject(room, 'Claim', claimId);
  const refused = refusalOf(actor, asked);
  if (refused) return err(refused);
  const participantId = await editingSeat(actor, room);
  const seated = { ...room, participantId };
  return inTransaction(async (tx): Promise<Answer> => {
    await tx.$executeRaw`SELECT FROM "Claim" WHERE "id" = ${claimId}::uuid FOR UPDATE`;
    const subject = await contributionSubjectIn(tx, seated, 'Claim', claimId);
    const failed = refusalOf(actor, subject) ?? (await work(tx, seated));
    if (failed) return err(failed);
    await recordEvent(tx, room.id, 'claim-edited', claimId);
    const late = subject?.isOwn ? await refusedMeanwhile(tx, actor, room, 'claim') : null;
    if (late) return err(late);
    if (!subject?.isOwn) await audit(tx, actor, 'claim-edit', { roomId: room.id, subjectId: claimId });
    const [claim] = await claimViews(tx, actor, seated, { ids: [claimId] });
    if (!claim) throw new Error('A claim just changed is not in sight');
    return ok({ claim });
  });
}

/** Why this actor may not change what the claim rests on, or null. */
function refusalOf(actor: Actor, claim: Contribution | null): Failure | null {
  if (!claim || claim.isMotion || !can(actor, 'claim:read', claim)) return failure('not-found');
  if (claim.room.stage === 'closed') return failure('room-closed');
  if (claim.status === 'archived' || claim.status === 'declined') return failure('claim-archived');
  return can(actor, 'claim:edit', claim) ? null : refusalOfOwnEdit(actor, claim);
}
