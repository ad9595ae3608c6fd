import 'server-only';
import { createHmac } from 'node:crypto';
import type { DebateView } from '../../domain/debate/view';
import { isRevealed } from '../../domain/room/visibility';
import { claimsToAsk, openingOrder } from '../../domain/vote/queue-order';
import { authSecret } from '../account/auth-secret';
import { database } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { claimPriorities } from '../stance/opinion/claim-priorities';

/** How much more likely a claim that came while the class votes is to be next than one that was there from the start. */
const LATE_WEIGHT = 4;

/**
 * The order in which a page of the vote asks this reader: ids of all claims, the next one first. Only the order leaves the
 * server, and what it is drawn with is known to nobody.
 *
 * Where votes are open, in the commons and from the reveal on, a claim comes the sooner the less certain it is, and the more it
 * divides (`claimPriorities`).
 *
 * Before the reveal no vote of anybody else is looked at. An order that followed from how often claims have been voted on would tell it to
 * whoever opens the page again and again, or to a class that compares its first claims; while one person has voted, it would tell
 * on what. So this page is the same however others vote, and claims are asked about equally often by two things that anybody may
 * know. People are taken in pairs, as they came in: one meets last what the other meets first, so that half of a vote asks for
 * every claim equally often. And a claim that came while the class votes, which those before it have not met, comes sooner.
 */
export async function voteOrder(room: RoomContext, debate: DebateView, userId: string): Promise<string[]> {
  const claims = claimsToAsk(debate.claims);
  if (!isRevealed(room)) {
    const [late, place] = await Promise.all([lateClaims(room), placeIn(room)]);
    return openingOrder(claims, {
      seed: seedOf(room, place === null ? userId : `pair ${Math.floor(place / 2)}`),
      isMirrored: place !== null && place % 2 === 1,
      weightOf: (id) => (late.has(id) ? LATE_WEIGHT : 1),
    });
  }
  const priorities = await claimPriorities(room, debate.motion.id);
  // Nothing is less certain than a claim that nobody has answered.
  const most = Math.max(1, ...(priorities?.values() ?? []));
  return openingOrder(claims, {
    seed: seedOf(room, userId),
    weightOf: (id) => (priorities === null ? 1 : (priorities.get(id) ?? most)),
  });
}

/** The same for the same person as long as they answer in the same voice. */
const seedOf = (room: RoomContext, who: string): string =>
  createHmac('sha256', authSecret()).update(`vote order/${room.id}/${room.voice}/${who}`).digest('base64url');

/** How many took a seat in the room before the reader; null without a seat. */
async function placeIn({ id, participantId }: RoomContext): Promise<number | null> {
  if (participantId === null) return null;
  const { rows } = await database().pool.query<{ place: number }>({
    name: 'vote-order-place',
    text: `SELECT count(*)::int AS "place" FROM "Participant"
      WHERE "roomId" = $1 AND "actsForId" IS NULL AND NOT "isEditor" AND "role" = 'participant' AND "id" < $2`,
    values: [id, participantId],
  });
  return rows[0]?.place ?? null;
}

/** Claims that were written since the room came to its step. */
async function lateClaims({ id, debateId }: RoomContext): Promise<ReadonlySet<string>> {
  const { rows } = await database().pool.query<{ id: string }>({
    name: 'vote-order-late',
    text: `SELECT c."id" FROM "Claim" c JOIN "Room" r ON r."id" = $1
      WHERE c."debateId" = $2 AND c."createdAt" > r."stageStartedAt"`,
    values: [id, debateId],
  });
  return new Set(rows.map((row) => row.id));
}
