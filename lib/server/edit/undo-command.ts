import 'server-only';
import type { ClaimView, RelationView } from '../../domain/debate/view';
import type { EditKind, MapChange } from '../../domain/edit/changes';
import { mapChanges } from '../../domain/edit/changes';
import type { UndoEdit } from '../../domain/edit/schema';
import type { EditView } from '../../domain/edit/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { refusalToAct } from '../../policy/deeds';
import { audit } from '../audit';
import { claimViews } from '../claim/claim-views';
import { contributionSubjectIn } from '../claim/contribution-subject';
import { relationViews } from '../claim/relation-views';
import { guarded } from '../claim/relation-writing';
import type { Transaction } from '../database/client';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { refusedMeanwhile } from '../room/still-takes';
import { lostEnds } from './lost-ends';
import { editViews } from './queries';
import { restoreChanges } from './restore';
import { readStates } from './states';
import { lockMap, recordEdit, track } from './track';

export interface UndoneEdit {
  edits: EditView[];
  claims: ClaimView[];
  relations: RelationView[];
}

/**
 * Takes back the last edit of one's own that is not taken back yet, if everything that it changed is still as it left it
 * and the lines that come back still have both ends.
 * Otherwise a refusal says what changed since. Nothing that an edit made is deleted: it is closed.
 */
export async function undoEdit(
  actor: Actor,
  roomId: string,
  { editId }: UndoEdit,
  idempotency: Idempotency | null = null,
): Promise<Result<UndoneEdit, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));

  const result = await guarded(() =>
    once(actor, idempotency, async (tx): Promise<Result<UndoneEdit, Failure>> => {
      await lockMap(tx, room.debateId);
      const [last] = (await editViews(tx, actor, room)).filter(({ isNext }) => isNext);
      const own = await tx.mapEdit.findFirst({
        where: { id: editId, roomId: room.id, userId: actor.userId },
      });
      if (!own || own.kind === 'undone') return err(failure('not-found'));
      if (last?.id !== editId) return err(failure('out-of-date', { current: { edit: last ?? null } }));
      const changes = mapChanges.parse(own.changes);
      // Under the room's step too, but for whoever keeps the room: they review without a seat in it.
      const isKeeper = can(actor, 'room:maintain', room);
      const untaken = isKeeper ? null : refusalToAct(actor, room, 'claim');
      if (untaken) return err(failure(untaken));
      if (!(await mayUndo(tx, actor, room, own.kind, changes))) return err(failure('not-allowed'));
      await lockClaims(tx, changes);
      const since = [
        ...(await changedSince(tx, changes)),
        ...(await builtUpon(tx, changes)),
        ...(await lostEnds(tx, own, changes)),
      ];
      if (since.length > 0) return err(failure('changed-since', { current: { since } }));

      const tracker = track(tx);
      for (const { type, id } of changes) await tracker.watch(type, [id]);
      await restoreChanges(tx, changes, room.participantId);
      await recordEvent(tx, room.id, 'edit-undone', own.subjectId);
      await recordEdit(tx, actor, room, 'undone', own.subjectId, tracker, editId);
      if (MAINTAINERS_EDITS.has(own.kind))
        await audit(tx, actor, 'edit-undo', { roomId: room.id, subjectId: own.subjectId });
      const late = isKeeper ? null : await refusedMeanwhile(tx, actor, room, 'claim');
      return late ? err(late) : ok(await answer(tx, actor, room, changes));
    }),
  );
  // A line that it would bring back was drawn again by somebody.
  return !result.ok &&
    (result.error.code === 'relation-repeated' || result.error.code === 'relation-to-itself')
    ? err(failure('changed-since'))
    : result;
}

const MAINTAINERS_EDITS: ReadonlySet<EditKind> = new Set<EditKind>([
  'claim_reviewed',
  'relation_reviewed',
  'claims_merged',
  'claim_split',
  'motion_added',
]);

/** What one made oneself can always be taken back; a change of something takes the right that it took to make it. */
async function mayUndo(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  kind: EditKind,
  changes: readonly MapChange[],
): Promise<boolean> {
  if (MAINTAINERS_EDITS.has(kind)) return can(actor, 'room:maintain', room);
  for (const { type, id, before } of changes) {
    if (before === null || (type !== 'claim' && type !== 'relation')) continue;
    const subject = await contributionSubjectIn(tx, room, type === 'claim' ? 'Claim' : 'Relation', id);
    if (!subject || !can(actor, 'claim:edit', subject)) return false;
  }
  return true;
}

const idsOf = (changes: readonly MapChange[], type: MapChange['type'], onlyMade = false): string[] =>
  changes.flatMap((change) =>
    change.type === type && (!onlyMade || change.before === null) ? [change.id] : [],
  );

/** New words for a claim do not take the lock of the map: they wait for the claim's own. */
async function lockClaims(tx: Transaction, changes: readonly MapChange[]): Promise<void> {
  for (const id of idsOf(changes, 'claim').sort())
    await tx.$executeRaw`SELECT FROM "Claim" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

interface Since {
  type: MapChange['type'];
  id: string;
}

/** Rows that are no longer as the edit left them. */
async function changedSince(tx: Transaction, changes: readonly MapChange[]): Promise<Since[]> {
  const since: Since[] = [];
  for (const type of new Set(changes.map((change) => change.type))) {
    const now = await readStates[type](tx, idsOf(changes, type));
    for (const change of changes) {
      if (change.type !== type) continue;
      const current = now.get(change.id) as Record<string, unknown> | undefined;
      const isSame =
        current !== undefined && Object.entries(change.after).every(([key, value]) => current[key] === value);
      if (!isSame) since.push({ type, id: change.id });
    }
  }
  return since;
}

/** What others have hung on claims and lines that the edit made. */
async function builtUpon(tx: Transaction, changes: readonly MapChange[]): Promise<Since[]> {
  const claims = idsOf(changes, 'claim', true);
  const relations = idsOf(changes, 'relation', true);
  const rows = await tx.relation.findMany({
    where: {
      id: { notIn: idsOf(changes, 'relation') },
      status: { in: ['suggested', 'published'] },
      OR: [
        { fromClaimId: { in: claims } },
        { toClaimId: { in: claims } },
        { toRelationId: { in: relations } },
      ],
    },
    select: { id: true },
    take: 20,
  });
  return rows.map(({ id }) => ({ type: 'relation', id }));
}

async function answer(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  changes: readonly MapChange[],
): Promise<UndoneEdit> {
  const [edits, claims, relations] = await Promise.all([
    editViews(tx, actor, room),
    claimViews(tx, actor, room, { ids: idsOf(changes, 'claim'), includesClosed: true }),
    relationViews(tx, actor, room, { ids: idsOf(changes, 'relation'), includesClosed: true }),
  ]);
  return { edits, claims, relations };
}
