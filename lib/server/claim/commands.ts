import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { AddClaim, AddRelation } from '../../domain/claim/schema';
import type { ClaimView, RelationView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { Transaction } from '../database/client';
import { breaks } from '../database/faults';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { claimViews } from './claim-views';
import { contributionSubject } from './contribution-subject';
import { relationViews } from './relation-views';
import { resolveCitations } from './resolve-citations';

/** Adding to the map. What a maintainer adds shows at once; what others add waits for one where the room asks for it. */

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
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'claim:add', room)) return err(failure('not-allowed'));
  const target = await checkTarget(actor, room, input.relation);
  if (!target.ok) return target;
  const { participantId } = await seatIn(actor, room);
  const seated = { ...room, participantId };
  const status = can(actor, 'claim:publish-at-once', room) ? 'published' : 'suggested';

  return guarded(() =>
    once(actor, idempotency, async (tx): Promise<Result<AddedClaim, Failure>> => {
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
      const home = { debateId, roomId: room.id, authorId: participantId };
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
          authorId: participantId,
        },
      });
      await tx.citation.createMany({
        data: citations.value.map((citation, position) => ({ ...home, ...citation, claimId, position })),
      });
      await createRelation(tx, { ...home, id: relationId, fromClaimId: claimId, status }, input.relation);
      await recordEvent(tx, room.id, status === 'published' ? 'claim-published' : 'claim-suggested', claimId);
      const [claim] = await claimViews(tx, actor, seated, { ids: [claimId] });
      const [relation] = await relationViews(tx, actor, seated, { ids: [relationId] });
      if (!claim || !relation) throw new Error('A claim just written is not in sight');
      return ok({ claim, relation });
    }),
  );
}

/** Ties two claims of the map together, or a claim to a relation that it undercuts. */
export async function addRelation(
  actor: Actor,
  roomId: string,
  input: AddRelation,
  idempotency: Idempotency | null = null,
): Promise<Result<{ relation: RelationView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'claim:add', room)) return err(failure('not-allowed'));
  const from = await contributionSubject(room, 'Claim', input.fromClaimId);
  if (!from || from.isMotion || !can(actor, 'claim:read', from))
    return err(failure('not-found', { field: 'fromClaimId' }));
  if (from.status === 'archived') return err(failure('claim-archived', { field: 'fromClaimId' }));
  if (from.status !== 'published') return err(failure('claim-not-published', { field: 'fromClaimId' }));
  if (input.kind !== 'undercuts' && input.toClaimId === input.fromClaimId) {
    return err(failure('relation-to-itself', { field: 'toClaimId' }));
  }
  const target = await checkTarget(actor, room, input);
  if (!target.ok) return target;
  const { participantId } = await seatIn(actor, room);
  const seated = { ...room, participantId };
  const status = can(actor, 'claim:publish-at-once', room) ? 'published' : 'suggested';

  return guarded(() =>
    once(actor, idempotency, async (tx): Promise<Result<{ relation: RelationView }, Failure>> => {
      if (input.kind === 'undercuts') {
        const met = await tx.relation.findUnique({
          where: { id: input.toRelationId },
          select: { fromClaimId: true },
        });
        // A claim that undercuts its own line takes back what it says.
        if (met?.fromClaimId === input.fromClaimId)
          return err(failure('relation-to-itself', { field: 'toRelationId' }));
      }
      const id = uuidv7();
      const home = { debateId: room.debateId, roomId: room.id, authorId: participantId };
      await createRelation(tx, { ...home, id, fromClaimId: input.fromClaimId, status }, input);
      await recordEvent(tx, room.id, 'relation-added', id);
      const [relation] = await relationViews(tx, actor, seated, { ids: [id] });
      if (!relation) throw new Error('A relation just written is not in sight');
      return ok({ relation });
    }),
  );
}

type Target = AddClaim['relation'];

async function checkTarget(actor: Actor, room: RoomContext, target: Target): Promise<Result<null, Failure>> {
  const [noun, id, field] =
    target.kind === 'undercuts'
      ? (['Relation', target.toRelationId, 'toRelationId'] as const)
      : (['Claim', target.toClaimId, 'toClaimId'] as const);
  const subject = await contributionSubject(room, noun, id);
  if (!subject || !can(actor, 'claim:read', subject)) return err(failure('not-found', { field }));
  if (subject.status === 'archived') return err(failure('claim-archived', { field }));
  if (subject.status !== 'published') return err(failure('claim-not-published', { field }));
  return ok(null);
}

async function createRelation(
  tx: Transaction,
  home: {
    id: string;
    debateId: string;
    roomId: string;
    authorId: string;
    fromClaimId: string;
    status: 'published' | 'suggested';
  },
  target: Target,
): Promise<void> {
  const { _max } = await tx.relation.aggregate({
    where: { debateId: home.debateId },
    _max: { position: true },
  });
  await tx.relation.create({
    data: {
      ...home,
      kind: target.kind,
      toClaimId: target.kind === 'undercuts' ? null : target.toClaimId,
      toRelationId: target.kind === 'undercuts' ? target.toRelationId : null,
      position: (_max.position ?? 0) + 1,
    },
  });
}

const nextPosition = async (tx: Transaction, debateId: string): Promise<number> => {
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
};

/** Turns the database's own refusals into failures that a person can act on. */
async function guarded<T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await work();
  } catch (error) {
    if (breaks(error, 'Relation_not_to_itself')) return err(failure('relation-to-itself'));
    if (breaks(error, 'Relation_not_repeated_on_claim') || breaks(error, 'Relation_not_repeated_on_relation'))
      return err(failure('relation-repeated'));
    throw error;
  }
}
