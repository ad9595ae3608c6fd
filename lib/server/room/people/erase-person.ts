import 'server-only';
import type { ChangePerson } from '../../../domain/room/people';
import { uniqueKey } from '../../../domain/text/plain-text';
import type { Transaction } from '../../database/client';
import { newSeatCode } from './seat-codes';
import { seatsBelow } from './seats-below';

type Texts = Extract<ChangePerson, { act: 'erase' }>['texts'];

/** Stands in the place of words that went with their author; the same in every language. */
export const REMOVED_WORDS = '[removed]';

/**
 * Takes a person out of what a room and its groups hold: their name, their account's tie, the code of their seat, what was said
 * of their work and typed about them in the audit log, their own edits and answers kept for repeated requests. What they voted stays, under a name drawn anew that
 * leads nowhere and differs in each seat, so that no count changes. What they wrote for others stays or goes, as asked; what they
 * wrote for themselves goes.
 */
export async function erasePerson(
  tx: Transaction,
  roomId: string,
  row: { id: string; userId: string | null },
  texts: Texts,
): Promise<void> {
  const seats = [{ id: row.id, roomId }, ...(await seatsBelow(tx, roomId, row.userId))];
  const own = seats.map(({ id }) => id);
  const voices = await tx.participant.findMany({
    where: { actsForId: { in: own } },
    select: { id: true },
  });
  const all = [...own, ...voices.map(({ id }) => id)];
  if (texts === 'remove') await removeWords(tx, all);
  await tx.auditEntry.updateMany({
    where: { subjectId: { in: all }, reason: { not: null } },
    data: { reason: null },
  });
  await tx.feedback.deleteMany({ where: { participantId: { in: all } } });
  await tx.passageRead.deleteMany({ where: { participantId: { in: all } } });
  await tx.annotationMention.deleteMany({ where: { participantId: { in: all } } });
  if (row.userId !== null) {
    const roomIds = seats.map((seat) => seat.roomId);
    await tx.notification.deleteMany({ where: { userId: row.userId, roomId: { in: roomIds } } });
    await tx.mapEdit.deleteMany({
      where: { userId: row.userId, roomId: { in: roomIds }, undoneBy: null, undoesId: null },
    });
    await tx.mapEdit.deleteMany({ where: { userId: row.userId, roomId: { in: roomIds } } });
    await tx.idempotencyKey.deleteMany({ where: { userId: row.userId } });
  }
  const leftAt = new Date();
  for (const id of all) {
    const alias = `Nobody ${newSeatCode()}`;
    const isOwn = own.includes(id);
    await tx.participant.update({
      where: { id },
      data: {
        alias,
        aliasKey: uniqueKey(alias),
        name: null,
        seenAt: null,
        asksHelpAt: null,
        // Private notes go with the tie to the account: a trigger sees to it.
        ...(isOwn ? { userId: null, seatCodeHash: null, leftAt, role: 'participant', mutedAt: null } : {}),
      },
    });
  }
  if (row.userId !== null) {
    await tx.user.deleteMany({ where: { id: row.userId, isGuest: true, participants: { none: {} } } });
  }
}

/** The words of notes go with their history, as when their author removes them; claims keep their place and their relations. */
async function removeWords(tx: Transaction, seatIds: readonly string[]): Promise<void> {
  const by = { authorId: { in: [...seatIds] } };
  await tx.annotationRevision.deleteMany({ where: { annotation: by } });
  await tx.annotationMention.deleteMany({ where: { annotation: by } });
  await tx.annotationReport.updateMany({
    where: { annotation: by, settledAt: null },
    data: { settledAt: new Date() },
  });
  await tx.annotation.updateMany({
    where: { ...by, removedAt: null },
    data: { removedAt: new Date(), tags: [] },
  });
  // A claim keeps no words of its author in anybody's correction of it, nor where it was taken from a group to the class.
  await tx.claimRevision.updateMany({
    where: { claim: { OR: [by, { promotedFrom: by }] } },
    data: { text: REMOVED_WORDS, shortTitle: null, speaker: null },
  });
  await tx.stance.updateMany({ where: { participantId: { in: [...seatIds] } }, data: { reason: null } });
}
