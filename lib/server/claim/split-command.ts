import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { SplitClaim } from '../../domain/claim/schema';
import type { ClaimView, ContributionStatus, RelationView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { type NewClaim, writeNewClaims } from '../debate/map-rows';
import { lockMap, recordEdit, type Tracker, track } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { claimViews } from './claim-views';
import { contributionSubjectIn } from './contribution-subject';
import { carryImpacts, carryVotes, type SameLine, standingRelations, writeLineage } from './lineage';
import { moveNotes } from './merge-command';
import { relationViews } from './relation-views';
import { nextRelationPosition } from './relation-writing';

export interface SplitAnswer {
  /** The claim that was split, archived. */
  original: ClaimView;
  claims: ClaimView[];
  relations: RelationView[];
}

/**
 * Splits a claim that says several things into claims that say one each. The lines chosen for a part are copied to it,
 * with what undercuts them; lines that rooms below drew are copied to every part. Whoever voted on the claim is asked
 * about each part, and whoever rated a line about each copy. The claim is archived; its notes move to the first part.
 */
export async function splitClaim(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: SplitClaim,
  idempotency: Idempotency | null = null,
): Promise<Result<SplitAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));

  return once(actor, idempotency, async (tx): Promise<Result<SplitAnswer, Failure>> => {
    await lockMap(tx, room.debateId);
    await tx.$executeRaw`SELECT FROM "Claim" WHERE "id" = ${claimId}::uuid FOR UPDATE`;
    const subject = await contributionSubjectIn(tx, room, 'Claim', claimId);
    if (!subject || subject.isMotion || !can(actor, 'claim:read', subject)) return err(failure('not-found'));
    if (room.stage === 'closed') return err(failure('room-closed'));
    if (!can(actor, 'claim:merge', subject)) return err(failure('not-allowed'));
    if (subject.status === 'archived' || subject.status === 'declined') return err(failure('claim-archived'));
    const original = await tx.claim.findUniqueOrThrow({
      where: { id: claimId },
      include: { citations: true },
    });
    if (original.revision !== input.revision) {
      const [current] = await claimViews(tx, actor, room, { ids: [claimId], includesClosed: true });
      return err(failure('out-of-date', { current: { claim: current } }));
    }
    const standing = await standingRelations(tx, room.debateId);
    const touching = standing.filter(
      ({ fromClaimId, toClaimId }) => fromClaimId === claimId || toClaimId === claimId,
    );
    const unknown = unknownChoice(input, room, touching, original.citations);
    if (unknown) return err(unknown);

    const tracker = track(tx);
    const parts = await writeParts(tx, tracker, room, original, input);
    const copied = copiesFor(parts, input, room, claimId, touching, standing);
    await writeCopies(tx, tracker, room.debateId, copied);
    await carryImpacts(tx, copied.same);
    await copyCitations(tx, room, parts, input, original.citations);
    await archiveOriginal(tx, tracker, claimId, original.status, room.id);
    await moveNotes(tx, tracker, claimId, parts[0] ?? claimId);
    for (const part of parts) await carryVotes(tx, claimId, part);
    await writeLineage(tx, actor, room, tracker, claimId, parts, 'split');
    await recordEvent(tx, room.id, 'claim-split', claimId);
    await recordEdit(tx, actor, room, 'claim_split', claimId, tracker);
    await audit(tx, actor, 'claim-split', { roomId: room.id, subjectId: claimId });

    const views = await claimViews(tx, actor, room, { ids: [claimId, ...parts], includesClosed: true });
    const old = views.find(({ id }) => id === claimId);
    if (!old) throw new Error('A claim just split is not in sight');
    const ids = copied.copies.map(({ id }) => id);
    return ok({
      original: old,
      claims: views.filter(({ id }) => id !== claimId),
      relations: await relationViews(tx, actor, room, { ids, includesClosed: true }),
    });
  });
}

type Row = Awaited<ReturnType<typeof standingRelations>>[number];
type Original = Awaited<ReturnType<Transaction['claim']['findUniqueOrThrow']>>;

/** The first line or citation that a part names and the claim does not have, as a failure; null when there is none. */
function unknownChoice(
  { parts }: SplitClaim,
  room: RoomContext,
  touching: readonly Row[],
  citations: readonly { id: string }[],
): Failure | null {
  const lines = new Set(touching.filter(({ roomId }) => roomId === room.id).map(({ id }) => id));
  const cited = new Set(citations.map(({ id }) => id));
  for (const [index, { relationIds, citationIds }] of parts.entries()) {
    if (!relationIds.every((id) => lines.has(id)))
      return failure('not-found', { field: `parts.${index}.relationIds` });
    if (!citationIds.every((id) => cited.has(id)))
      return failure('not-found', { field: `parts.${index}.citationIds` });
  }
  return null;
}

async function writeParts(
  tx: Transaction,
  tracker: Tracker,
  room: RoomContext,
  original: Original,
  { parts }: SplitClaim,
): Promise<string[]> {
  const { nextCode } = await tx.debate.update({
    where: { id: room.debateId },
    data: { nextCode: { increment: parts.length } },
    select: { nextCode: true },
  });
  const sides = await tx.side.findMany({ where: { debateId: room.debateId }, orderBy: { position: 'asc' } });
  const { _max } = await tx.claim.aggregate({ where: { debateId: room.debateId }, _max: { position: true } });
  const rows = parts.map(
    ({ text, side, evidence, speaker }, index): NewClaim => ({
      id: uuidv7(),
      code: `C${nextCode - parts.length + index}`,
      isMotion: false,
      sideId: side === 'n' ? null : (sides[side === 'a' ? 0 : 1]?.id ?? null),
      layer: original.layer,
      status: original.status,
      position: (_max.position ?? 0) + 1 + index,
      // Said in other words, it is still its author's point.
      authorId: original.authorId,
      text,
      shortTitle: null,
      evidence,
      speaker: speaker ?? null,
    }),
  );
  const ids = rows.map(({ id }) => id);
  tracker.makes('claim', ids);
  await writeNewClaims(tx, { debateId: room.debateId, roomId: room.id }, rows);
  return ids;
}

type Copy = Pick<
  Row,
  | 'id'
  | 'roomId'
  | 'fromClaimId'
  | 'kind'
  | 'toClaimId'
  | 'toRelationId'
  | 'status'
  | 'groupId'
  | 'scheme'
  | 'questionKey'
  | 'authorId'
>;

/** The lines of each part, each line before what undercuts it, and the premises that are linked at it. */
function copiesFor(
  parts: readonly string[],
  input: SplitClaim,
  room: RoomContext,
  claimId: string,
  touching: readonly Row[],
  standing: readonly Row[],
): { copies: Copy[]; groups: NewGroup[]; same: SameLine[] } {
  const undercutsOf = new Map<string, Row[]>();
  for (const row of standing) {
    if (row.toRelationId === null || row.fromClaimId === claimId) continue;
    undercutsOf.set(row.toRelationId, [...(undercutsOf.get(row.toRelationId) ?? []), row]);
  }
  const copies: Copy[] = [];
  const groups: NewGroup[] = [];
  const same: SameLine[] = [];
  for (const [index, part] of parts.entries()) {
    const chosen = new Set(input.parts[index]?.relationIds);
    const lines = touching.filter(({ id, roomId }) => roomId !== room.id || chosen.has(id));
    const groupOf = groupsAt(part, claimId, lines, groups);
    const made = new Map<string, string>();
    const copy = (row: Row, toRelationId: string | null): void => {
      const id = uuidv7();
      made.set(row.id, id);
      same.push([row.id, id]);
      const leads = row.toClaimId === claimId;
      copies.push({
        id,
        roomId: row.roomId,
        fromClaimId: row.fromClaimId === claimId ? part : row.fromClaimId,
        kind: row.kind,
        toClaimId: leads ? part : row.toClaimId,
        toRelationId,
        status: row.status,
        groupId: leads ? (groupOf.get(row.groupId ?? '') ?? null) : row.groupId,
        scheme: row.scheme,
        questionKey: row.questionKey,
        authorId: row.authorId,
      });
      for (const undercut of undercutsOf.get(row.id) ?? []) copy(undercut, id);
    };
    for (const row of lines.filter(({ toRelationId }) => toRelationId === null)) copy(row, null);
    // The claim's own undercuts last: one that met a line of the claim meets that line's copy.
    for (const row of lines.filter(({ toRelationId }) => toRelationId !== null))
      copy(row, made.get(row.toRelationId ?? '') ?? row.toRelationId);
  }
  return { copies, groups, same };
}

/** Premises linked at the old claim are linked at a part that has several of them; the new group by the old one. */
function groupsAt(
  part: string,
  claimId: string,
  lines: readonly Row[],
  groups: NewGroup[],
): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  const linked = lines.filter(({ groupId, toClaimId }) => groupId !== null && toClaimId === claimId);
  for (const { groupId, kind, roomId } of linked) {
    if (!groupId || kind === 'undercuts' || made.has(groupId)) continue;
    if (linked.filter((one) => one.groupId === groupId).length < 2) continue;
    const id = uuidv7();
    made.set(groupId, id);
    groups.push({ id, kind, toClaimId: part, roomId });
  }
  return made;
}

interface NewGroup {
  id: string;
  kind: 'supports' | 'attacks';
  toClaimId: string;
  roomId: string;
}

async function writeCopies(
  tx: Transaction,
  tracker: Tracker,
  debateId: string,
  { copies, groups }: { copies: readonly Copy[]; groups: readonly NewGroup[] },
): Promise<void> {
  await tx.premiseGroup.createMany({ data: groups.map((group) => ({ ...group, debateId })) });
  tracker.makes(
    'relation',
    copies.map(({ id }) => id),
  );
  const first = await nextRelationPosition(tx, debateId);
  await tx.relation.createMany({
    data: copies.map((row, index) => ({ ...row, debateId, position: first + index })),
  });
}

async function copyCitations(
  tx: Transaction,
  { debateId, id: roomId }: RoomContext,
  parts: readonly string[],
  input: SplitClaim,
  citations: readonly Awaited<ReturnType<Transaction['citation']['findFirstOrThrow']>>[],
): Promise<void> {
  const copies = parts.flatMap((claimId, index) =>
    [...new Set(input.parts[index]?.citationIds)].flatMap((id, position) => {
      const original = citations.find((one) => one.id === id);
      return original ? [{ original, copy: { ...original, id: uuidv7(), claimId, position } }] : [];
    }),
  );
  await tx.citation.createMany({
    data: copies.map(({ copy: { createdAt: _, ...copy } }) => ({ ...copy, debateId, roomId })),
  });
  // What nobody has said yet about a place in a new text is asked of the copies too.
  const resolutions = await tx.anchorResolution.findMany({
    where: { citationId: { in: copies.map(({ original }) => original.id) } },
  });
  await tx.anchorResolution.createMany({
    data: copies.flatMap(({ original, copy }) =>
      resolutions
        .filter(({ citationId }) => citationId === original.id)
        .map(({ id: _, ...resolution }) => ({ ...resolution, roomId, citationId: copy.id })),
    ),
  });
}

/** The claim and its own lines are closed as by a maintainer's decision: restoring it brings them back. */
async function archiveOriginal(
  tx: Transaction,
  tracker: Tracker,
  claimId: string,
  status: ContributionStatus,
  roomId: string,
): Promise<void> {
  const leaving = { fromClaimId: claimId, roomId, status, closing: null };
  const rows = await tx.relation.findMany({ where: leaving, select: { id: true } });
  await tracker.watch('claim', [claimId]);
  await tracker.watch(
    'relation',
    rows.map(({ id }) => id),
  );
  await tx.claim.update({ where: { id: claimId }, data: { status: 'archived', reason: null } });
  await tx.relation.updateMany({
    where: leaving,
    data: { status: 'archived', revision: { increment: 1 } },
  });
}
