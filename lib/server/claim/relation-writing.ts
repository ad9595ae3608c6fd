import 'server-only';
import { schemeOfQuestion } from '../../domain/argument/schemes';
import type { RelationInput } from '../../domain/claim/schema';
import type { ContributionStatus } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { Transaction } from '../database/client';
import { breaks } from '../database/faults';
import type { Tracker } from '../edit/track';
import type { RoomContext } from '../room/room-context';
import { type Contribution, contributionSubject, contributionSubjectIn } from './contribution-subject';

/** What the commands that draw, move and close lines share. */

/**
 * Why a relation may not lead to this target, or null: it stands and this actor sees it. Asked twice: before anything is
 * written, and with the transaction once the map is locked, since others may have closed it meanwhile.
 */
export async function refusalOfTarget(
  actor: Actor,
  room: RoomContext,
  target: RelationInput,
  tx?: Transaction,
): Promise<Failure | null> {
  const [noun, id, field] =
    target.kind === 'undercuts'
      ? (['Relation', target.toRelationId, 'toRelationId'] as const)
      : (['Claim', target.toClaimId, 'toClaimId'] as const);
  return refusalOfEnd(actor, await subjectOf(room, noun, id, tx), field);
}

/** Why a relation may not come from this claim, or null; asked twice, as for its target. */
export async function refusalOfOrigin(
  actor: Actor,
  room: RoomContext,
  fromClaimId: string,
  tx?: Transaction,
): Promise<Failure | null> {
  const from = await subjectOf(room, 'Claim', fromClaimId, tx);
  return refusalOfEnd(actor, from?.isMotion ? null : from, 'fromClaimId');
}

const subjectOf = (room: RoomContext, noun: 'Claim' | 'Relation', id: string, tx?: Transaction) =>
  tx ? contributionSubjectIn(tx, room, noun, id) : contributionSubject(room, noun, id);

function refusalOfEnd(actor: Actor, end: Contribution | null, field: string): Failure | null {
  if (!end || !can(actor, 'claim:read', end)) return failure('not-found', { field });
  if (end.status === 'archived') return failure('claim-archived', { field });
  return end.status === 'published' ? null : failure('claim-not-published', { field });
}

/** Why this claim may not be tied to that target, or null: a claim that undercuts its own line takes back what it says. */
export async function tieToItself(
  tx: Transaction,
  fromClaimId: string,
  target: RelationInput,
): Promise<Failure | null> {
  if (target.kind !== 'undercuts') {
    return target.toClaimId === fromClaimId ? failure('relation-to-itself', { field: 'toClaimId' }) : null;
  }
  const met = await tx.relation.findUnique({
    where: { id: target.toRelationId },
    select: { fromClaimId: true },
  });
  return met?.fromClaimId === fromClaimId ? failure('relation-to-itself', { field: 'toRelationId' }) : null;
}

/** The two columns of a target; one of them is null. */
export const targetColumns = (target: RelationInput) =>
  target.kind === 'undercuts'
    ? { toClaimId: null, toRelationId: target.toRelationId }
    : { toClaimId: target.toClaimId, toRelationId: null };

/** What a new relation says about its kind of reason. */
export const schemeColumns = (target: RelationInput) =>
  target.kind === 'undercuts'
    ? { scheme: null, questionKey: target.questionKey ?? null }
    : { scheme: target.scheme ?? null, questionKey: null };

/** Why an undercut may not answer this question, or null: only the scheme of the line that it meets asks questions. */
export async function unaskedQuestion(tx: Transaction, target: RelationInput): Promise<Failure | null> {
  if (target.kind !== 'undercuts' || !target.questionKey) return null;
  const met = await tx.relation.findUnique({ where: { id: target.toRelationId }, select: { scheme: true } });
  return met?.scheme === schemeOfQuestion(target.questionKey)
    ? null
    : failure('invalid-input', { field: 'questionKey' });
}

export const nextRelationPosition = async (tx: Transaction, debateId: string): Promise<number> => {
  const { _max } = await tx.relation.aggregate({ where: { debateId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
};

export async function createRelation(
  tx: Transaction,
  home: {
    id: string;
    debateId: string;
    roomId: string;
    authorId: string | null;
    fromClaimId: string;
    status: ContributionStatus;
  },
  target: RelationInput,
): Promise<void> {
  const position = await nextRelationPosition(tx, home.debateId);
  await tx.relation.create({
    data: { ...home, kind: target.kind, ...targetColumns(target), ...schemeColumns(target), position },
  });
}

const STANDING: ContributionStatus[] = ['suggested', 'published'];

/**
 * Takes relations out of the premises that they are linked with. One that stays behind alone is linked with nothing and
 * leaves too. The ids of all that left.
 */
export async function leaveGroups(
  tx: Transaction,
  tracker: Tracker,
  relationIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.relation.findMany({
    where: { id: { in: [...relationIds] }, groupId: { not: null } },
    select: { id: true, groupId: true },
  });
  const leaving = rows.map(({ id }) => id);
  const groupIds = [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))];
  for (const groupId of groupIds) {
    const staying = await tx.relation.findMany({
      where: { groupId, id: { notIn: leaving }, status: { in: STANDING } },
      select: { id: true },
      take: 2,
    });
    if (staying.length === 1) leaving.push(...staying.map(({ id }) => id));
  }
  await tracker.watch('relation', leaving);
  await tx.relation.updateMany({
    where: { id: { in: leaving } },
    data: { groupId: null, revision: { increment: 1 } },
  });
  return leaving;
}

/** Turns the database's own refusals into failures that a person can act on. */
export async function guarded<T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await work();
  } catch (error) {
    if (breaks(error, 'Relation_not_to_itself') || breaks(error, 'Relation_undercut_ends'))
      return err(failure('relation-to-itself'));
    if (breaks(error, 'Relation_not_repeated_on_claim') || breaks(error, 'Relation_not_repeated_on_relation'))
      return err(failure('relation-repeated'));
    throw error;
  }
}
