import 'server-only';
import { readPoints } from '../../../domain/room/feedback/rubric';
import type { FeedbackView } from '../../../domain/room/feedback/view';
import type { Transaction } from '../../database/client';

const SHAPE = {
  id: true,
  participantId: true,
  claimId: true,
  annotationId: true,
  words: true,
  grade: true,
  points: true,
  revision: true,
  releasedAt: true,
  updatedAt: true,
} as const;

/** Feedback on these people in a room, oldest first. */
export async function feedbackOn(
  tx: Transaction,
  roomId: string,
  personIds: readonly string[],
  { onlyReleased }: { onlyReleased: boolean },
): Promise<FeedbackView[]> {
  const rows = await tx.feedback.findMany({
    where: {
      roomId,
      participantId: { in: [...personIds] },
      ...(onlyReleased ? { releasedAt: { not: null } } : {}),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: SHAPE,
  });
  return rows.map(({ claimId, annotationId, points, releasedAt, updatedAt, ...row }) => ({
    ...row,
    contributionId: claimId ?? annotationId,
    points: readPoints(points),
    releasedAt: releasedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  }));
}

/** The one feedback on a person's work, or on one piece of it. */
export async function feedbackAbout(
  tx: Transaction,
  roomId: string,
  participantId: string,
  contributionId: string | null,
): Promise<FeedbackView | null> {
  const all = await feedbackOn(tx, roomId, [participantId], { onlyReleased: false });
  return all.find((one) => one.contributionId === contributionId) ?? null;
}
