import { uuidv7 } from 'uuidv7';
import type { VoteChoice } from '../../domain/debate/view';
import { uniqueKey } from '../../domain/text/plain-text';
import { database } from '../database/client';

/** Answers of people of a class whose accounts play no part in a test. */

let made = 0;

/** Seats of people who take part; their ids. */
export async function someSeats(roomId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    made += 1;
    const alias = `Bittern ${made}`;
    const { id } = await database().prisma.participant.create({
      data: { roomId, alias, aliasKey: uniqueKey(alias) },
    });
    ids.push(id);
  }
  return ids;
}

/** A vote on each claim by each of these seats. */
export async function theyVote(
  roomId: string,
  claimIds: readonly string[],
  seats: readonly string[],
  choice: VoteChoice = 'agree',
): Promise<void> {
  await database().prisma.vote.createMany({
    data: claimIds.flatMap((claimId) =>
      seats.map((participantId) => ({ roomId, claimId, participantId, claimRevision: 1, choice, seq: 1n })),
    ),
  });
}

/** The same weight for a relation by each of these seats. */
export async function theyRate(
  roomId: string,
  relationId: string,
  seats: readonly string[],
  weight: number,
): Promise<void> {
  await database().prisma.impact.createMany({
    data: seats.map((participantId) => ({ roomId, relationId, participantId, weight, seq: 1n })),
  });
}

/** What these seats answer now, as a vote writes it: the answer and its event. Null takes it back. */
export async function theyVoteNow(
  roomId: string,
  claimId: string,
  seats: readonly string[],
  choice: VoteChoice | null,
): Promise<void> {
  const { prisma } = database();
  for (const participantId of seats) {
    const vote = { roomId, claimId, participantId };
    const { seq } = await prisma.vote.upsert({
      where: { roomId_claimId_participantId: vote },
      create: { ...vote, claimRevision: 1, choice, seq: 1n },
      update: { choice, seq: { increment: 1n } },
    });
    await prisma.voteEvent.create({ data: { ...vote, claimRevision: 1, choice, seq, eventId: uuidv7() } });
  }
}
