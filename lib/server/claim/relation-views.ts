import 'server-only';
import type { RelationView } from '../../domain/debate/view';
import { showsCounts } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { type NoteCounts, noteCounts } from '../annotation/note-counts';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { impactTallies, ownImpacts } from '../vote/tallies';
import { visibleContributions } from './visible';

/** The relations that this actor sees in this room, in the author's order; `ids` narrows the list. */
export async function relationViews(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  { ids, notes: known }: { ids?: readonly string[]; notes?: NoteCounts } = {},
): Promise<RelationView[]> {
  const [rows, tallies, own, notes] = await Promise.all([
    tx.relation.findMany({
      where: {
        debateId: room.debateId,
        ...visibleContributions(actor, room),
        ...(ids ? { id: { in: [...ids] } } : {}),
      },
      include: {
        from: { select: { layer: true } },
        toClaim: { select: { layer: true } },
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    impactTallies(tx, room, ids),
    ownImpacts(tx, room, ids),
    known ?? noteCounts(tx, room, ids && { relationIds: ids }),
  ]);
  return rows.map((row): RelationView => {
    const ownImpact = own.get(row.id) ?? { weight: null, seq: 0 };
    const hasAnswered = ownImpact.weight !== null;
    const shows = showsCounts({ room, takesPart: actor.kind === 'person', hasAnswered });
    const isBeyond = row.from.layer === 'beyond' || row.toClaim?.layer === 'beyond';
    return {
      id: row.id,
      kind: row.kind,
      fromClaimId: row.fromClaimId,
      toClaimId: row.toClaimId,
      toRelationId: row.toRelationId,
      status: row.status,
      layer: isBeyond ? 'beyond' : 'article',
      tally: shows ? (tallies.get(row.id) ?? null) : null,
      ownImpact,
      noteCount: notes.byRelation.get(row.id) ?? 0,
    };
  });
}
