import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { LinkPremises } from '../../domain/claim/schema';
import type { RelationView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { lockMap, recordEdit, track } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { isOwnSeat } from '../room/voice-seat';
import { contributionSubjectIn } from './contribution-subject';
import { refusalOfRelationEdit } from './relation-commands';
import { relationViews } from './relation-views';
import { leaveGroups } from './relation-writing';

/** Linked premises: several claims that are one reason only together. */

type Answer = { relations: RelationView[] };

/**
 * Links relations of one kind to one claim. When one of them is linked already, the others join it; one that was linked
 * elsewhere leaves there. Answers with every relation that changed.
 */
export async function linkPremises(
  actor: Actor,
  roomId: string,
  input: LinkPremises,
  idempotency: Idempotency | null = null,
): Promise<Result<Answer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const ids = [...new Set(input.relationIds)];

  return once(actor, idempotency, async (tx): Promise<Result<Answer, Failure>> => {
    await lockMap(tx, room.debateId);
    const refused = await refusalOfAny(tx, actor, room, ids);
    if (refused) return err(refused);
    const rows = await tx.relation.findMany({ where: { id: { in: ids } }, orderBy: { position: 'asc' } });
    const [first] = rows;
    const isOneReason =
      rows.length >= 2 &&
      rows.every(({ kind, toClaimId }) => kind === first?.kind && toClaimId === first.toClaimId);
    if (!first?.toClaimId || !isOneReason) return err(failure('premises-differ', { field: 'relationIds' }));

    const groupId = rows.find((row) => row.groupId !== null)?.groupId ?? uuidv7();
    const joining = rows.filter((row) => row.groupId !== groupId).map(({ id }) => id);
    const tracker = track(tx);
    await tracker.watch('group', [groupId]);
    await tracker.watch('relation', joining);
    const left = await leaveGroups(tx, tracker, joining);
    const { kind, toClaimId, debateId } = first;
    const group = { id: groupId, debateId, roomId: room.id, kind, toClaimId };
    await tx.premiseGroup.createMany({ data: [group], skipDuplicates: true });
    await tx.relation.updateMany({
      where: { id: { in: joining } },
      data: { groupId, revision: { increment: 1 } },
    });
    if (joining.length > 0) {
      await recordEvent(tx, room.id, 'relation-changed', first.id);
      await recordEdit(tx, actor, room, 'relations_linked', first.id, tracker);
      await auditOthers(tx, actor, room, rows, 'premises-link');
    }
    return ok(await answer(tx, actor, room, [...ids, ...left]));
  });
}

/** Takes one relation out of the premises that it is linked with; of two, the other is then linked with nothing. */
export async function unlinkPremise(
  actor: Actor,
  roomId: string,
  relationId: string,
): Promise<Result<Answer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));

  return inTransaction(async (tx): Promise<Result<Answer, Failure>> => {
    await lockMap(tx, room.debateId);
    const refused = await refusalOfAny(tx, actor, room, [relationId]);
    if (refused) return err({ code: refused.code });
    const tracker = track(tx);
    const left = await leaveGroups(tx, tracker, [relationId]);
    if (left.length > 0) {
      await recordEvent(tx, room.id, 'relation-changed', relationId);
      await recordEdit(tx, actor, room, 'relation_unlinked', relationId, tracker);
      const rows = await tx.relation.findMany({ where: { id: { in: left } } });
      await auditOthers(tx, actor, room, rows, 'premises-unlink');
    }
    return ok(await answer(tx, actor, room, [relationId, ...left]));
  });
}

/** Why one of these relations is not this actor's to link, or null. */
async function refusalOfAny(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  ids: readonly string[],
): Promise<Failure | null> {
  for (const [index, id] of ids.entries()) {
    const relation = await contributionSubjectIn(tx, room, 'Relation', id);
    if (!relation || !can(actor, 'claim:read', relation))
      return failure('not-found', { field: `relationIds.${index}` });
    const refused = refusalOfRelationEdit(actor, relation);
    if (refused) return refused;
  }
  return null;
}

async function auditOthers(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  rows: readonly { id: string; authorId: string | null }[],
  action: 'premises-link' | 'premises-unlink',
): Promise<void> {
  const others = rows.filter(({ authorId }) => !isOwnSeat(room, authorId));
  for (const { id } of others) await audit(tx, actor, action, { roomId: room.id, subjectId: id });
}

const answer = async (
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  ids: readonly string[],
): Promise<Answer> => ({ relations: await relationViews(tx, actor, room, { ids, includesClosed: true }) });
