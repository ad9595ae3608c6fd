import 'server-only';
import type { ClaimState, MapChange, RelationState } from '../../domain/edit/changes';
import { carryVotes, uncarryImpacts, uncarryVotes } from '../claim/lineage';
import type { Transaction } from '../database/client';

type ChangeOf<T extends MapChange['type']> = Extract<MapChange, { type: T }>;

const isOpen = (status: ClaimState['status']): boolean => status === 'suggested' || status === 'published';
/** What an edit made is closed, never deleted: a suggestion is withdrawn, what stood is archived. */
const closedFrom = (status: ClaimState['status']) => (status === 'suggested' ? 'declined' : 'archived');

/** Brings every row of an edit back to what it held before. The caller has checked that each is as the edit left it. */
export async function restoreChanges(
  tx: Transaction,
  changes: readonly MapChange[],
  userSeat: string | null,
): Promise<void> {
  const of = <T extends MapChange['type']>(type: T) =>
    changes.filter((change): change is ChangeOf<T> => change.type === type);
  const madeClaims = new Set(of('claim').flatMap(({ id, before }) => (before === null ? [id] : [])));

  for (const { id, before } of of('group')) {
    if (before) await tx.premiseGroup.update({ where: { id }, data: before });
  }
  for (const change of of('claim')) await restoreClaim(tx, change, userSeat);
  const relations = of('relation');
  // Closed before others open: two lines that say the same never stand at once.
  const closing = relations.filter(({ before }) => before === null || !isOpen(before.status));
  for (const change of closing) await restoreRelation(tx, change, madeClaims);
  const opening = relations.filter((one) => !closing.includes(one));
  for (const change of opening) await restoreRelation(tx, change, madeClaims);
  for (const { id, before } of of('citation')) {
    if (before?.claimId) await tx.citation.update({ where: { id }, data: { claimId: before.claimId } });
  }
  for (const { id, before } of of('annotation')) {
    if (before) await tx.annotation.update({ where: { id }, data: { claimId: before.claimId } });
  }
  for (const change of of('lineage')) await restoreLineage(tx, change);
  // What a merge or split had closed and carried over stands where it stood.
  const reopened = opening.filter(({ after }) => !isOpen(after.status)).map(({ id }) => id);
  if (of('lineage').some(({ before }) => !before?.isStanding)) await uncarryImpacts(tx, reopened);
}

async function restoreClaim(
  tx: Transaction,
  { id, before, after }: ChangeOf<'claim'>,
  userSeat: string | null,
): Promise<void> {
  if (before === null) {
    await tx.claim.update({ where: { id }, data: { status: closedFrom(after.status), reason: null } });
    return;
  }
  const { status, reason, sideId } = before;
  await tx.claim.update({ where: { id }, data: { status, reason, sideId } });
  if (before.revision !== after.revision) await restoreWords(tx, id, before.revision, userSeat);
}

/** The words of an earlier revision as a new one, which means what that one meant: votes on it count again. */
async function restoreWords(
  tx: Transaction,
  claimId: string,
  restores: number,
  authorId: string | null,
): Promise<void> {
  const { current } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { current: true },
  });
  const { text, shortTitle, evidence, speaker, meaning } = await tx.claimRevision.findUniqueOrThrow({
    where: { claimId_number: { claimId, number: restores } },
  });
  const number = current.number + 1;
  const changesMeaning = meaning !== current.meaning;
  await tx.claimRevision.create({
    data: {
      claimId,
      number,
      text,
      shortTitle,
      evidence,
      speaker,
      meaning,
      restores,
      changesMeaning,
      authorId,
    },
  });
  await tx.claim.update({ where: { id: claimId }, data: { revision: number } });
}

async function restoreRelation(
  tx: Transaction,
  { id, before, after }: ChangeOf<'relation'>,
  madeClaims: ReadonlySet<string>,
): Promise<void> {
  // A line that came with its claim goes with it, and would come back with it.
  const data: Partial<RelationState> = before ?? {
    status: closedFrom(after.status),
    closing: madeClaims.has(after.fromClaimId) ? null : 'alone',
    groupId: null,
  };
  await tx.relation.update({ where: { id }, data: { ...data, revision: { increment: 1 } } });
}

async function restoreLineage(tx: Transaction, { id, before }: ChangeOf<'lineage'>): Promise<void> {
  const isStanding = before?.isStanding ?? false;
  const { fromClaimId, toClaimId } = await tx.claimLineage.update({
    where: { id },
    data: { undoneAt: isStanding ? null : new Date() },
  });
  if (isStanding) await carryVotes(tx, fromClaimId, toClaimId);
  else await uncarryVotes(tx, fromClaimId);
}
