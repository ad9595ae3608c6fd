import 'server-only';
import type { VoteChoice } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { VoicesView } from '../../domain/room/groups';
import { FEWEST_FOR_DISTRIBUTION } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { database, type Transaction } from '../database/client';
import { answeringRoom } from './answering-room';
import { countedSeat } from './counted';
import { type RoomContext, roomContext } from './room-context';
import { ownSeats } from './voice-seat';

/** What people voted for a side, beside what they voted for themselves. */

type VoteOfReader = VoicesView['votes'][number];

/** The reader's own, by claim; claims on which they voted for no side are left out. */
export async function ownVoices(actor: Actor, roomId: string): Promise<Result<VoicesView, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await roomContext(actor, roomId);
  if (!found) return err(failure('not-found'));
  const room = answeringRoom(found);
  const rows = await database().prisma.vote.findMany({
    where: {
      roomId: room.id,
      participantId: { in: ownSeats(room) },
      choice: { not: null },
      carriedFromId: null,
      revision: { claim: { status: 'published', roomId: { in: room.path } } },
    },
    select: {
      choice: true,
      claimId: true,
      revision: { select: { claim: { select: { code: true } } } },
      participant: { select: { actsForId: true, side: { select: { key: true } } } },
    },
    orderBy: [{ revision: { claim: { position: 'asc' } } }, { claimId: 'asc' }],
  });
  const votes = new Map<string, VoteOfReader>();
  for (const { claimId, revision, choice, participant } of rows) {
    if (choice === null) continue;
    const fresh: VoteOfReader = { claimId, code: revision.claim.code, own: null, voices: {} };
    const vote = votes.get(claimId) ?? fresh;
    if (participant.actsForId === null) vote.own = choice;
    else if (participant.side) vote.voices[participant.side.key] = choice;
    votes.set(claimId, vote);
  }
  return ok({ votes: [...votes.values()].filter(({ voices }) => Object.keys(voices).length > 0) });
}

/** Of people who voted on a claim both for a side and for themselves. */
export interface VoicesCompared {
  claimId: string;
  code: string;
  sideKey: string;
  /** How many they are; null for fewer than five, of whom nothing is said. */
  people: number | null;
  /** Voted the same both times. */
  same: number | null;
  own: Record<VoteChoice, number> | null;
  voice: Record<VoteChoice, number> | null;
}

interface PairRow {
  claimId: string;
  code: string;
  sideKey: string;
  own: VoteChoice;
  voice: VoteChoice;
  count: number;
}

const NONE: Record<VoteChoice, number> = { agree: 0, disagree: 0, pass: 0 };

/**
 * The room's votes for sides beside its own, matched person by person, on the words that stand. For reports: whoever calls
 * this decides who may see it; cells of fewer than five people say nothing.
 */
export async function voicesCompared(
  tx: Pick<Transaction, '$queryRaw'>,
  { id, path }: Pick<RoomContext, 'id' | 'path'>,
): Promise<VoicesCompared[]> {
  const rows = await tx.$queryRaw<PairRow[]>`
    WITH counted AS (
      SELECT v."claimId", v."participantId", v."choice" FROM "Vote" v
        JOIN "Claim" c ON c."id" = v."claimId" AND c."status" = 'published'
        JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
        JOIN "ClaimRevision" "then" ON "then"."claimId" = c."id" AND "then"."number" = v."claimRevision"
      WHERE v."roomId" = ${id}::uuid AND v."choice" IS NOT NULL AND v."carriedFromId" IS NULL
        AND "then"."meaning" = now."meaning" AND c."roomId" = ANY (${path}::uuid[])
    )
    SELECT c."id" AS "claimId", c."code", s."key" AS "sideKey", own."choice"::text AS "own", voice."choice"::text AS "voice",
      count(*)::int AS "count"
    FROM "Participant" p JOIN "Side" s ON s."id" = p."sideId"
      JOIN counted voice ON voice."participantId" = p."id"
      JOIN "Participant" self ON self."id" = p."actsForId" AND ${countedSeat('self')}
      JOIN counted own ON own."participantId" = p."actsForId" AND own."claimId" = voice."claimId"
      JOIN "Claim" c ON c."id" = own."claimId"
    WHERE p."roomId" = ${id}::uuid AND p."actsForId" IS NOT NULL
    GROUP BY c."id", s."key", s."position", own."choice", voice."choice"
    ORDER BY c."position", c."id", s."position"`;
  const found = new Map<string, VoicesCompared & { people: number }>();
  for (const { claimId, code, sideKey, own, voice, count } of rows) {
    const key = `${claimId}/${sideKey}`;
    const known = found.get(key) ?? { claimId, code, sideKey, people: 0, same: 0, own: NONE, voice: NONE };
    found.set(key, {
      ...known,
      people: known.people + count,
      same: (known.same ?? 0) + (own === voice ? count : 0),
      own: withMore(known.own, own, count),
      voice: withMore(known.voice, voice, count),
    });
  }
  return [...found.values()].map((one) =>
    one.people < FEWEST_FOR_DISTRIBUTION ? { ...one, people: null, same: null, own: null, voice: null } : one,
  );
}

const withMore = (
  counts: Record<VoteChoice, number> | null,
  choice: VoteChoice,
  more: number,
): Record<VoteChoice, number> => ({ ...(counts ?? NONE), [choice]: (counts ?? NONE)[choice] + more });
