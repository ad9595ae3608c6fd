import 'server-only';
import type { ContributionStatus } from '../../domain/debate/view';
import { type EditKind, mapChanges } from '../../domain/edit/changes';
import type { EditView } from '../../domain/edit/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor, Person } from '../../policy/actor';
import { database, type Transaction } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';

const MOST_LISTED = 50;

/** This person's own edits in a room, newest first. */
export async function ownEdits(
  actor: Actor,
  roomId: string,
): Promise<Result<{ edits: EditView[] }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  return ok({ edits: await editViews(database().prisma, actor, room) });
}

export async function editViews(tx: Transaction, actor: Person, room: RoomContext): Promise<EditView[]> {
  const rows = await tx.mapEdit.findMany({
    where: { roomId: room.id, userId: actor.userId, kind: { not: 'undone' } },
    orderBy: { ordinal: 'desc' },
    take: MOST_LISTED,
    select: {
      id: true,
      kind: true,
      subjectId: true,
      createdAt: true,
      undoneBy: { select: { id: true } },
    },
  });
  const codes = await codesOf(
    tx,
    rows.map(({ subjectId }) => subjectId),
  );
  const decisions = await decisionsIn(tx, rows);
  const next = rows.find(({ undoneBy }) => undoneBy === null);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    code: codes.get(row.subjectId) ?? null,
    decided: decisions.get(row.id) ?? null,
    at: row.createdAt.toISOString(),
    isUndone: row.undoneBy !== null,
    isNext: row === next,
  }));
}

/** The statuses that decisions gave to what they were about, by the id of the edit. */
async function decisionsIn(
  tx: Transaction,
  rows: readonly { id: string; kind: EditKind }[],
): Promise<ReadonlyMap<string, ContributionStatus>> {
  const ids = rows
    .filter(({ kind }) => kind === 'claim_reviewed' || kind === 'relation_reviewed')
    .map(({ id }) => id);
  const reviewed = await tx.mapEdit.findMany({
    where: { id: { in: ids } },
    select: { id: true, subjectId: true, changes: true },
  });
  return new Map(
    reviewed.flatMap(({ id, subjectId, changes }) => {
      const read = mapChanges.safeParse(changes);
      const own = read.success ? read.data.find((change) => change.id === subjectId) : undefined;
      return own?.type === 'claim' || own?.type === 'relation' ? [[id, own.after.status] as const] : [];
    }),
  );
}

async function codesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const id = { in: [...ids] };
  const [claims, relations] = await Promise.all([
    tx.claim.findMany({ where: { id }, select: { id: true, code: true } }),
    tx.relation.findMany({ where: { id }, select: { id: true, from: { select: { code: true } } } }),
  ]);
  return new Map([
    ...claims.map((claim) => [claim.id, claim.code] as const),
    ...relations.map((relation) => [relation.id, relation.from.code] as const),
  ]);
}
