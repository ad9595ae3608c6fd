import 'server-only';
import type { MapChange } from '../../domain/edit/changes';
import type { Transaction } from '../database/client';
import { readStates } from './states';

type RelationChange = Extract<MapChange, { type: 'relation' }>;
type End = { type: 'claim' | 'relation'; id: string };

const stands = (status: string | undefined): boolean => status === 'suggested' || status === 'published';

/**
 * Claims and lines at which an undo of this edit would open a line, or to which it would lead one back, and which have
 * been closed since. An end that was gone already when the edit was made is none: the line is then as it was.
 */
export async function lostEnds(
  tx: Transaction,
  edit: { debateId: string; ordinal: bigint },
  changes: readonly MapChange[],
): Promise<End[]> {
  const ends = changes.flatMap((change) => (change.type === 'relation' ? endsBroughtBack(change) : []));
  const gone = [
    ...(await goneAfter(tx, 'claim', ends, changes)),
    ...(await goneAfter(tx, 'relation', ends, changes)),
  ];
  if (gone.length === 0) return [];
  const closed = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT change->>'id' AS "id"
    FROM "MapEdit" e CROSS JOIN jsonb_array_elements(e."changes") AS change
    WHERE e."debateId" = ${edit.debateId}::uuid AND e."ordinal" > ${edit.ordinal}
      AND change->>'id' = ANY (${gone.map(({ id }) => id)})
      AND change->'before'->>'status' IS DISTINCT FROM change->'after'->>'status'`;
  const since = new Set(closed.map(({ id }) => id));
  return gone.filter(({ id }) => since.has(id));
}

/** The ends of a line that the undo opens or leads elsewhere; none when it does neither. */
function endsBroughtBack({ before, after }: RelationChange): End[] {
  if (before === null || !stands(before.status)) return [];
  const isLedBack =
    before.fromClaimId !== after.fromClaimId ||
    before.toClaimId !== after.toClaimId ||
    before.toRelationId !== after.toRelationId;
  if (stands(after.status) && !isLedBack) return [];
  const { fromClaimId, toClaimId, toRelationId } = before;
  return [
    { type: 'claim', id: fromClaimId },
    ...(toClaimId ? [{ type: 'claim' as const, id: toClaimId }] : []),
    ...(toRelationId ? [{ type: 'relation' as const, id: toRelationId }] : []),
  ];
}

/** Those that would be closed after the undo, by what it restores and by what stands now. */
async function goneAfter(
  tx: Transaction,
  type: End['type'],
  ends: readonly End[],
  changes: readonly MapChange[],
): Promise<End[]> {
  const ids = [...new Set(ends.filter((end) => end.type === type).map(({ id }) => id))];
  const now = await readStates[type](tx, ids);
  const restored = new Map(
    changes.flatMap((change) => (change.type === type ? [[change.id, change.before] as const] : [])),
  );
  return ids
    .filter((id) => {
      const state = restored.has(id) ? restored.get(id) : now.get(id);
      return !state || !('status' in state) || !stands(state.status);
    })
    .map((id) => ({ type, id }));
}
