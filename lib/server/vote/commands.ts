import 'server-only';
import type { ImpactTally, OwnImpact, OwnVote, VoteTally } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { showsCounts } from '../../domain/room/visibility';
import type { CastVote, RateImpact } from '../../domain/vote/schema';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { contributionSubject } from '../claim/contribution-subject';
import { database } from '../database/client';
import { roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { impactTallies, ownImpacts, ownVotes, voteTallies } from './tallies';

/**
 * Votes and impacts. Each is one SQL statement that writes the current answer and its event together and is acknowledged
 * after its commit. `seq` decides between writes of one person, so a late retry changes nothing.
 */

export interface VoteAnswer {
  ownVote: OwnVote;
  tally: VoteTally | null;
}

export interface ImpactAnswer {
  ownImpact: OwnImpact;
  tally: ImpactTally | null;
}

/** A clock a day ahead is the most that a client's `seq` may claim: else one bad clock would block every later vote. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1000;
const isFarAhead = (seq: number, now: number): boolean => seq > now + MOST_AHEAD_MS;

// The event is written only when the row changed; both or neither, in one statement. Whether the claim still stands is
// asked in the same statement, so a claim archived a moment ago takes no vote.
const CAST_VOTE = `
  WITH written AS (
    INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "votedAt")
    SELECT $1, c."id", c."revision", $3, $4::"VoteChoice", $5, now()
    FROM "Claim" c JOIN "Room" r ON r."id" = $1
    WHERE c."id" = $2 AND c."status" = 'published' AND c."revision" = $7 AND r."stage" <> 'closed'
      AND NOT EXISTS (SELECT FROM "VoteEvent" e WHERE e."participantId" = $3 AND e."eventId" = $6)
    ON CONFLICT ("roomId", "claimId", "participantId") DO UPDATE
      SET "choice" = excluded."choice", "seq" = excluded."seq", "claimRevision" = excluded."claimRevision", "votedAt" = now()
      WHERE "Vote"."seq" < excluded."seq"
    RETURNING "claimRevision"
  )
  INSERT INTO "VoteEvent" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "eventId")
  SELECT $1, $2, written."claimRevision", $3, $4::"VoteChoice", $5, $6 FROM written
  RETURNING "ordinal"`;

/** Casts, changes or takes back a vote. The same event again is answered as it was the first time. */
export async function castVote(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: CastVote,
): Promise<Result<VoteAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  const claim = room && (await contributionSubject(room, 'Claim', claimId));
  if (!room || !claim || claim.isMotion || !can(actor, 'claim:read', claim)) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (claim.status === 'archived') return err(failure('claim-archived'));
  if (claim.status !== 'published') return err(failure('claim-not-published'));
  if (!can(actor, 'vote:cast', claim)) return err(failure('not-allowed'));
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));

  const { participantId } = await seatIn(actor, room);
  const { pool, prisma } = database();
  const { rowCount } = await pool.query({
    name: 'cast-vote',
    text: CAST_VOTE,
    values: [room.id, claimId, participantId, input.choice, input.seq, input.eventId, input.revision],
  });
  const seated = { ...room, participantId };
  const [own, tallies] = await Promise.all([
    ownVotes(prisma, seated, [claimId]),
    voteTallies(prisma, seated, [claimId]),
  ]);
  const ownVote = own.get(claimId) ?? { choice: null, seq: 0, isStale: false };
  const hasAnswered = ownVote.choice !== null && !ownVote.isStale;
  const tally = showsCounts({ room, takesPart: true, hasAnswered })
    ? (tallies.get(claimId) ?? { agree: 0, disagree: 0, pass: 0 })
    : null;
  const answer = { ownVote, tally };
  // Not written: either this very press was counted before (the same answer again), or something newer stands.
  if (rowCount || (await isRecorded('VoteEvent', participantId, input.eventId))) return ok(answer);
  return err(failure('out-of-date', { current: answer }));
}

const RATE_IMPACT = `
  WITH written AS (
    INSERT INTO "Impact" ("roomId", "relationId", "participantId", "weight", "seq", "ratedAt")
    SELECT $1, x."id", $3, $4, $5, now()
    FROM "Relation" x JOIN "Room" r ON r."id" = $1
    WHERE x."id" = $2 AND x."status" = 'published' AND r."stage" <> 'closed'
      AND NOT EXISTS (SELECT FROM "ImpactEvent" e WHERE e."participantId" = $3 AND e."eventId" = $6)
    ON CONFLICT ("roomId", "relationId", "participantId") DO UPDATE
      SET "weight" = excluded."weight", "seq" = excluded."seq", "ratedAt" = now()
      WHERE "Impact"."seq" < excluded."seq"
    RETURNING 1
  )
  INSERT INTO "ImpactEvent" ("roomId", "relationId", "participantId", "weight", "seq", "eventId")
  SELECT $1, $2, $3, $4, $5, $6 FROM written
  RETURNING "ordinal"`;

/** Rates how much a relation would matter, changes that or takes it back. */
export async function rateImpact(
  actor: Actor,
  roomId: string,
  relationId: string,
  input: RateImpact,
): Promise<Result<ImpactAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  const relation = room && (await contributionSubject(room, 'Relation', relationId));
  if (!room || !relation || !can(actor, 'claim:read', relation)) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (relation.status === 'archived') return err(failure('claim-archived'));
  if (relation.status !== 'published') return err(failure('claim-not-published'));
  if (!can(actor, 'vote:cast', relation)) return err(failure('not-allowed'));
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));

  const { participantId } = await seatIn(actor, room);
  const { pool, prisma } = database();
  const { rowCount } = await pool.query({
    name: 'rate-impact',
    text: RATE_IMPACT,
    values: [room.id, relationId, participantId, input.weight, input.seq, input.eventId],
  });
  const seated = { ...room, participantId };
  const [own, tallies] = await Promise.all([
    ownImpacts(prisma, seated, [relationId]),
    impactTallies(prisma, seated, [relationId]),
  ]);
  const ownImpact = own.get(relationId) ?? { weight: null, seq: 0 };
  const shows = showsCounts({ room, takesPart: true, hasAnswered: ownImpact.weight !== null });
  const answer = { ownImpact, tally: shows ? (tallies.get(relationId) ?? null) : null };
  if (rowCount || (await isRecorded('ImpactEvent', participantId, input.eventId))) return ok(answer);
  return err(failure('out-of-date', { current: answer }));
}

const IS_RECORDED = {
  VoteEvent: 'SELECT FROM "VoteEvent" WHERE "participantId" = $1 AND "eventId" = $2',
  ImpactEvent: 'SELECT FROM "ImpactEvent" WHERE "participantId" = $1 AND "eventId" = $2',
} as const;

async function isRecorded(
  log: keyof typeof IS_RECORDED,
  participantId: string,
  eventId: string,
): Promise<boolean> {
  const { rowCount } = await database().pool.query(IS_RECORDED[log], [participantId, eventId]);
  return Boolean(rowCount);
}
