import 'server-only';
import { createHash } from 'node:crypto';
import { partsOfMotions } from '../../domain/debate/motion-part';
import type { ClaimView, PartFacts, RelationView } from '../../domain/debate/view';
import {
  placesInWhole,
  relationsOfPart,
  type WholeClaim,
  type WholeMap,
  type WholeRelation,
  wholeMap,
} from '../../domain/debate/whole-map';
import type { Actor } from '../../policy/actor';
import { claimViews, sideRole } from '../claim/claim-views';
import { relationViews } from '../claim/relation-views';
import { visibleContributions } from '../claim/visible';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/**
 * Large maps: their structure is read whole, without words, votes and citations, and everything else for a part of the
 * claims alone.
 */

/** The structure of the map of one motion, as this actor sees it in this room. */
export async function readWholeMap(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  motionId: string,
  motionIds: readonly string[],
): Promise<WholeMap> {
  const seen = { debateId: room.debateId, ...visibleContributions(actor, room) };
  const order = [{ position: 'asc' }, { id: 'asc' }] as { position?: 'asc'; id?: 'asc' }[];
  const [sides, claimRows, relationRows] = await Promise.all([
    tx.side.findMany({ where: { debateId: room.debateId }, select: { id: true, position: true } }),
    tx.claim.findMany({
      where: seen,
      select: { id: true, code: true, isMotion: true, sideId: true, layer: true, status: true },
      orderBy: order,
    }),
    tx.relation.findMany({
      where: seen,
      select: { id: true, kind: true, fromClaimId: true, toClaimId: true, toRelationId: true, status: true },
      orderBy: order,
    }),
  ]);
  const roleOf = new Map(sides.map(({ id, position }) => [id, sideRole(position)]));
  const layerOf = new Map(claimRows.map(({ id, layer }) => [id, layer]));
  const isBeyond = (claimId: string | null): boolean => layerOf.get(claimId ?? '') === 'beyond';
  const relations = relationRows.map(
    (row): WholeRelation => ({
      ...row,
      layer: isBeyond(row.fromClaimId) || isBeyond(row.toClaimId) ? 'beyond' : 'article',
    }),
  );
  const claims = claimRows
    .filter(({ isMotion }) => !isMotion)
    .map(
      ({ id, code, sideId, layer, status }): WholeClaim => ({
        id,
        code,
        side: roleOf.get(sideId ?? '') ?? 'n',
        layer,
        status,
      }),
    );
  const isShown = isOfMotion(motionId, motionIds, relations);
  return wholeMap(
    motionId,
    claims.filter(({ id }) => isShown(id)),
    relations,
  );
}

/** As `claimsOfMotion` chooses: what leads to the motion, and what leads to none. */
function isOfMotion(motionId: string, motionIds: readonly string[], relations: readonly WholeRelation[]) {
  if (motionIds.length < 2) return () => true;
  const parts = partsOfMotions(motionIds, relations);
  const own = parts.get(motionId);
  const others = motionIds.filter((id) => id !== motionId).flatMap((id) => parts.get(id) ?? []);
  return (claimId: string): boolean =>
    own?.has(claimId) === true || !others.some((part) => part.has(claimId));
}

/** Names the structure of a map: layouts made for it hold as long as it stands. */
export function hashOf({ motionId, claims, relations }: WholeMap): string {
  const hash = createHash('sha256').update(motionId);
  for (const { id, side, layer, status } of claims) hash.update(`${id}${side}${layer}${status}`);
  for (const { id, kind, fromClaimId, toClaimId, toRelationId, status } of relations)
    hash.update(`${id}${kind}${fromClaimId}${toClaimId}${toRelationId}${status}`);
  return hash.digest('base64url').slice(0, 22);
}

/** What a part of a large map holds, in full: claims and the relations that start at them, in the author's order. */
export async function readPart(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  whole: WholeMap,
  ids: ReadonlySet<string>,
): Promise<{ part: PartFacts; claims: ClaimView[]; relations: RelationView[] }> {
  const relationIds = relationsOfPart(whole, ids).map(({ id }) => id);
  const [claims, relations] = await Promise.all([
    claimViews(tx, actor, room, { ids: [...ids] }),
    relationViews(tx, actor, room, { ids: relationIds }),
  ]);
  return {
    part: {
      claimCount: whole.claims.length,
      hash: hashOf(whole),
      places: placesInWhole(whole, ids),
      relationOrder: Object.fromEntries(
        relations.map(({ id }) => [id, whole.relationOrderOf.get(id) ?? whole.relations.length]),
      ),
    },
    claims,
    relations,
  };
}
