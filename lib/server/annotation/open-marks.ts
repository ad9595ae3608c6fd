import 'server-only';
import type { ReviewMark } from '../../domain/debate/view';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

export type OpenMarks = { mark: ReviewMark; count: number }[];

/** Marks in sight of the room that nobody has resolved, counted by claim and kind. */
export async function openMarks(
  tx: Transaction,
  room: Pick<RoomContext, 'path'>,
  claimIds?: readonly string[],
): Promise<ReadonlyMap<string, OpenMarks>> {
  const rows = await tx.annotation.groupBy({
    by: ['claimId', 'mark'],
    where: {
      roomId: { in: room.path },
      mark: { not: null },
      resolvedAt: null,
      removedAt: null,
      claimId: claimIds ? { in: [...claimIds] } : { not: null },
    },
    _count: true,
    orderBy: [{ claimId: 'asc' }, { mark: 'asc' }],
  });
  const marks = new Map<string, OpenMarks>();
  for (const { claimId, mark, _count: count } of rows) {
    if (!claimId || !mark) continue;
    const known = marks.get(claimId);
    if (known) known.push({ mark, count });
    else marks.set(claimId, [{ mark, count }]);
  }
  return marks;
}
