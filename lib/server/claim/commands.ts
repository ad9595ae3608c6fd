import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { AddClaim } from '../../domain/claim/schema';
import type { ClaimView, RelationView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { refusalToAct } from '../../policy/deeds';
import type { Transaction } from '../database/client';
import { lockMap, recordEdit, track } from '../edit/track';
import { tellOfWaiting } from '../notification/tell';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { roomContext } from '../room/room-context';
import { refusedMeanwhile } from '../room/still-takes';
import { speakingSeat } from '../room/voice-seat';
import { catchUp } from '../source/catch-up';
import { claimViews } from './claim-views';
import { relationViews } from './relation-views';
import { createRelation, guarded, refusalOfTarget, unaskedQuestion } from './relation-writing';
import { resolveCitations } from './resolve-citations';

/** Adding a claim to the map. What a maintainer adds shows at once; what others add waits for one where the room asks for it. */

export interface AddedClaim {
  claim: ClaimView;
  relation: RelationView;
}

/** Adds a claim together with the relation that ties it in, and the passages that it rests on. */
export async function addClaim(
  actor: Actor,
  roomId: string,
  input: AddClaim,
  idempotency: Idempotency | null = null,
): Promise<Result<AddedClaim, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const untaken = refusalToAct(actor, room, 'claim');
  if (untaken) return err(failure(untaken));
  const misplaced = await refusalOfTarget(actor, room, input.relation);
  if (misplaced) return err(misplaced);
  const speaking = await speakingSeat(actor, room);
  if (!speaking.ok) return speaking;
  const { room: seated, seatId: authorId } = speaking.value;
  const status = can(actor, 'claim:publish-at-once', room) ? 'published' : 'suggested';

  const added = await guarded(() =>
    once(actor, idempotency, async (tx): Promise<Result<AddedClaim, Failure>> => {
      await lockMap(tx, room.debateId);
      const closed =
        (await refusedMeanwhile(tx, actor, room, 'claim')) ??
        (await refusalOfTarget(actor, seated, input.relation, tx));
      if (closed) return err(closed);
      const unasked = await unaskedQuestion(tx, input.relation);
      if (unasked) return err({ ...unasked, field: 'relation.questionKey' });
      const citations = await resolveCitations(tx, room.debateId, input.citations);
      if (!citations.ok) return citations;
      const { debateId } = room;
      const { nextCode } = await tx.debate.update({
        where: { id: debateId },
        data: { nextCode: { increment: 1 } },
        select: { nextCode: true },
      });
      const side =
        input.side === 'n'
          ? null
          : await tx.side.findUniqueOrThrow({
              where: { debateId_position: { debateId, position: input.side === 'a' ? 0 : 1 } },
            });
      const claimId = uuidv7();
      const relationId = uuidv7();
      const home = { debateId, roomId: room.id, authorId };
      const tracker = track(tx);
      tracker.makes('claim', [claimId]);
      tracker.makes('relation', [relationId]);
      await tx.claim.create({
        data: {
          ...home,
          id: claimId,
          code: `C${nextCode - 1}`,
          sideId: side?.id ?? null,
          status,
          position: await nextPosition(tx, debateId),
        },
      });
      await tx.claimRevision.create({
        data: {
          claimId,
          number: 1,
          text: input.text,
          evidence: input.evidence,
          speaker: input.speaker ?? null,
          authorId,
        },
      });
      await tx.citation.createMany({
        data: citations.value.map((citation, position) => ({ ...home, ...citation, claimId, position })),
      });
      await createRelation(tx, { ...home, id: relationId, fromClaimId: claimId, status }, input.relation);
      await recordEvent(tx, room.id, status === 'published' ? 'claim-published' : 'claim-suggested', claimId);
      if (status === 'suggested') await tellOfWaiting(tx, actor, room.id);
      await recordEdit(tx, actor, room, 'claim_added', claimId, tracker);
      const [claim] = await claimViews(tx, actor, seated, { ids: [claimId] });
      const [relation] = await relationViews(tx, actor, seated, { ids: [relationId] });
      if (!claim || !relation) throw new Error('A claim just written is not in sight');
      return ok({ claim, relation });
    }),
  );
  if (added.ok) {
    await catchUp(
      room.debateId,
      input.citations.map(({ sourceVersionId }) => sourceVersionId),
    );
  }
  return added;
}

const nextPosition = async (tx: Transaction, debateId: string): Promise<number> => {
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
};
