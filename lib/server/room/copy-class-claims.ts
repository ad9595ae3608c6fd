import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../database/client';
import {
  type NewGroup,
  type NewRelation,
  writeNewCitations,
  writeNewClaims,
  writeNewRelations,
} from '../debate/map-rows';
import type { RoomContext } from './room-context';

/**
 * Copies what was published in a class itself into another class on the same debate: claims under new codes with what they
 * cite, and the lines between them and to the commons above. Who wrote it stays behind.
 */
export async function copyClassClaims(
  tx: Transaction,
  from: Pick<RoomContext, 'id' | 'debateId'>,
  toRoomId: string,
): Promise<void> {
  const place = { debateId: from.debateId, roomId: toRoomId };
  const claims = await tx.claim.findMany({
    where: { roomId: from.id, status: 'published', isMotion: false },
    include: { current: true, citations: { orderBy: { position: 'asc' } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  if (claims.length === 0) return;
  const { nextCode } = await tx.debate.update({
    where: { id: from.debateId },
    data: { nextCode: { increment: claims.length } },
    select: { nextCode: true },
  });
  const ids = new Map(claims.map(({ id }) => [id, uuidv7()]));
  await writeNewClaims(
    tx,
    place,
    claims.map(({ id, sideId, layer, status, position, current }, index) => ({
      id: ids.get(id) ?? '',
      code: `C${nextCode - claims.length + index}`,
      isMotion: false,
      sideId,
      layer,
      status,
      position,
      authorId: null,
      text: current.text,
      shortTitle: current.shortTitle,
      evidence: current.evidence,
      speaker: current.speaker,
    })),
  );
  await writeNewCitations(
    tx,
    place,
    claims.flatMap(({ id, citations }) =>
      citations.map(({ sourceVersionId, start, end, exact, prefix, suffix, position }) => ({
        claimId: ids.get(id) ?? '',
        sourceVersionId,
        start,
        end,
        exact,
        prefix,
        suffix,
        position,
        authorId: null,
      })),
    ),
  );
  await copyLines(tx, from, place, ids);
}

/** Lines drawn in the class, an undercut after the line that it meets; ends in the commons stay the same. */
async function copyLines(
  tx: Transaction,
  from: Pick<RoomContext, 'id' | 'debateId'>,
  place: { debateId: string; roomId: string },
  claimIds: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = await tx.relation.findMany({
    where: { roomId: from.id, status: 'published' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const met = await tx.relation.findMany({
    where: { id: { in: rows.flatMap(({ toRelationId }) => toRelationId ?? []) } },
    select: { id: true, roomId: true },
  });
  const ends = await tx.claim.findMany({
    where: {
      id: { in: rows.flatMap(({ fromClaimId, toClaimId }) => [fromClaimId, toClaimId ?? fromClaimId]) },
    },
    select: { id: true, roomId: true },
  });
  const roomOfClaim = new Map(ends.map(({ id, roomId }) => [id, roomId]));
  const roomOfLine = new Map(met.map(({ id, roomId }) => [id, roomId]));
  const ids = new Map<string, string>();
  const groups = new Map<string, NewGroup>();
  const copied: NewRelation[] = [];
  const claimAt = (id: string) => (roomOfClaim.get(id) === from.id ? claimIds.get(id) : id);
  const lineAt = (id: string) => (roomOfLine.get(id) === from.id ? ids.get(id) : id);
  let waiting = rows;
  for (;;) {
    const left: typeof rows = [];
    for (const row of waiting) {
      const { toClaimId, toRelationId } = row;
      const start = claimAt(row.fromClaimId);
      const end = toClaimId === null ? null : claimAt(toClaimId);
      const line = toRelationId === null ? null : lineAt(toRelationId);
      if (start === undefined || end === undefined || line === undefined) {
        left.push(row);
        continue;
      }
      const id = uuidv7();
      ids.set(row.id, id);
      if (row.groupId !== null && row.kind !== 'undercuts' && end && !groups.has(row.groupId))
        groups.set(row.groupId, { id: uuidv7(), kind: row.kind, toClaimId: end });
      copied.push({
        id,
        fromClaimId: start,
        kind: row.kind,
        toClaimId: end,
        toRelationId: line,
        status: row.status,
        groupId: row.groupId === null ? null : (groups.get(row.groupId)?.id ?? null),
        scheme: row.scheme,
        questionKey: row.questionKey,
        position: row.position,
        authorId: null,
      });
    }
    if (left.length === waiting.length) break;
    waiting = left;
  }
  await writeNewRelations(tx, place, [...groups.values()], copied);
}
