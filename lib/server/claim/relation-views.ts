import 'server-only';
import type { RelationView } from '../../domain/debate/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { type NoteCounts, noteCounts } from '../annotation/note-counts';
import type { Transaction } from '../database/client';
import { answeringRoom } from '../room/answering-room';
import type { RoomContext } from '../room/room-context';
import { isOwnSeat } from '../room/voice-seat';
import { impactTallies, ownImpacts } from '../vote/tallies';
import { toldTallies } from '../vote/told-tallies';
import { questionOf } from './question-of';
import { readableContributions, visibleContributions } from './visible';

interface RelationSelection {
  /** Only these. */
  ids?: readonly string[];
  /** Whoever has just closed a relation is shown it once more; lists leave it out. */
  includesClosed?: boolean;
  /** When they are known already. */
  notes?: NoteCounts;
}

/** The relations that this actor sees in this room, in the author's order. */
export async function relationViews(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  { ids, includesClosed = false, notes: known }: RelationSelection = {},
): Promise<RelationView[]> {
  const [rows, tallies, own, notes] = await Promise.all([
    tx.relation.findMany({
      where: {
        debateId: room.debateId,
        ...(includesClosed ? readableContributions(actor, room) : visibleContributions(actor, room)),
        ...(ids ? { id: { in: [...ids] } } : {}),
      },
      include: {
        from: { select: { layer: true } },
        toClaim: { select: { layer: true } },
        author: { select: { alias: true } },
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    impactTallies(tx, answeringRoom(room), ids),
    ownImpacts(tx, answeringRoom(room), ids),
    known ?? noteCounts(tx, room, ids && { relationIds: ids }),
  ]);
  const told = toldTallies(actor, room);
  return rows.map((row): RelationView => {
    const ownImpact = own.get(row.id) ?? { weight: null, seq: 0, isStale: false };
    const isBeyond = row.from.layer === 'beyond' || row.toClaim?.layer === 'beyond';
    const isOwn = isOwnSeat(room, row.authorId);
    const subject = { room, isFromHere: row.roomId === room.id, status: row.status, isOwn };
    return {
      id: row.id,
      kind: row.kind,
      fromClaimId: row.fromClaimId,
      toClaimId: row.toClaimId,
      toRelationId: row.toRelationId,
      status: row.status,
      statusReason: row.reason,
      closing: row.closing,
      revision: row.revision,
      group: row.groupId,
      scheme: row.scheme,
      questionKey: questionOf(row.questionKey),
      layer: isBeyond ? 'beyond' : 'article',
      tally: told.impacts(tallies.get(row.id), ownImpact),
      ownImpact,
      noteCount: notes.byRelation.get(row.id) ?? 0,
      authorAlias: row.author?.alias ?? null,
      isOwn,
      canEdit: can(actor, 'claim:edit', subject),
      canReview: can(actor, 'claim:review', subject),
    };
  });
}
