import 'server-only';
import type { ImpactTally, OwnImpact, OwnVote, VoteTally } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { showsCounts } from '../../domain/room/visibility';
import type { CastVote, RateImpact } from '../../domain/vote/schema';
import { isFarAhead } from '../../domain/vote/sequence';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { contributionSubject } from '../claim/contribution-subject';
import { database } from '../database/client';
import { breaks } from '../database/faults';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { voteStanding } from './standing';
import { impactTallies, ownImpacts } from './tallies';

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

// The event is written only when the row changed; both or neither, in one statement. The lock on the claim waits for whoever
// merges, splits, archives or rewords it at this moment, and then asks again whether it stands: a vote is either there
// before votes are carried over, or refused. Votes do not wait for each other.
const CAST_VOTE = `
  WITH written AS (
    INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "votedAt")
    SELECT $1, c."id", c."revision", $3, $4::"VoteChoice", $5, now()
    FROM "Claim" c JOIN "Room" r ON r."id" = $1
    WHERE c."id" = $2 AND c."status" = 'published' AND c."revision" = $7 AND r."stage" <> 'closed'
      AND NOT EXISTS (SELECT FROM "VoteEvent" e WHERE e."participantId" = $3 AND e."eventId" = $6)
    FOR KEY SHARE OF c
    ON CONFLICT ("roomId", "claimId", "participantId") DO UPDATE
      SET "choice" = excluded."choice", "seq" = excluded."seq", "claimRevision" = excluded."claimRevision", "votedAt" = now(),
        "carriedFromId" = NULL
      WHERE "Vote"."seq" < excluded."seq"
    RETURNING "claimRevision"
  )
  INSERT INTO "VoteEvent" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "eventId")
  SELECT $1, $2, written."claimRevision", $3, $4::"VoteChoice", $5, $6 FROM written
  RETURNING "ordinal"`;

/** Casts, changes or takes back a vote. The same event again changes nothing and is answered with what stands now. */
export async function castVote(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: CastVote,
): Promise<Result<VoteAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await votable(actor, roomId, 'Claim', claimId);
  if (!found.ok) return found;
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));

  const { participantId } = await seatIn(actor, found.value);
  const room = { ...found.value, participantId };
  const isWritten = await writes({
    name: 'cast-vote',
    text: CAST_VOTE,
    values: [room.id, claimId, participantId, input.choice, input.seq, input.eventId, input.revision],
  });
  const { ownVote, tally: counted } = await voteStanding(room, claimId, participantId);
  const hasAnswered = ownVote.choice !== null && !ownVote.isStale;
  const tally = showsCounts({ room, takesPart: true, hasAnswered }) ? counted : null;
  const answer = { ownVote, tally };
  if (isWritten || (await isRecorded('VoteEvent', participantId, input.eventId))) return ok(answer);
  const still = await votable(actor, roomId, 'Claim', claimId);
  return still.ok ? err(failure('out-of-date', { current: answer })) : still;
}

/** The room in which this claim or relation may be voted on by this actor now, or why not. */
async function votable(
  actor: Person,
  roomId: string,
  noun: 'Claim' | 'Relation',
  id: string,
): Promise<Result<RoomContext, Failure>> {
  const room = await roomContext(actor, roomId);
  const subject = room && (await contributionSubject(room, noun, id));
  if (!subject || subject.isMotion || !can(actor, 'claim:read', subject)) return err(failure('not-found'));
  if (subject.room.stage === 'closed') return err(failure('room-closed'));
  if (subject.status === 'archived') return err(failure('claim-archived'));
  if (subject.status !== 'published') return err(failure('claim-not-published'));
  return can(actor, 'vote:cast', subject) ? ok(subject.room) : err(failure('not-allowed'));
}

/**
 * Runs one of the two statements; whether it wrote. It does not when this press was counted before, when something newer
 * stands, or when the claim was closed or reworded meanwhile.
 */
async function writes(statement: { name: string; text: string; values: unknown[] }): Promise<boolean> {
  try {
    return Boolean((await database().pool.query(statement)).rowCount);
  } catch (error) {
    // One event sent twice at the same moment under two numbers: one of them was counted, and that is enough.
    if (breaks(error, 'VoteEvent_participantId_eventId_key')) return false;
    if (breaks(error, 'ImpactEvent_participantId_eventId_key')) return false;
    throw error;
  }
}

// Locked as for a vote: first the claims at both ends, in the order of their ids as everywhere, then the line itself, which
// changes without its claims when it is moved or closed.
const RATE_IMPACT = `
  WITH written AS (
    INSERT INTO "Impact" ("roomId", "relationId", "participantId", "weight", "aim", "seq", "ratedAt")
    SELECT $1, x."id", $3, $4, x."aim", $5, now()
    FROM "Relation" x JOIN "Room" r ON r."id" = $1
      JOIN "Claim" lower ON lower."id" = least(x."fromClaimId", x."toClaimId")
      JOIN "Claim" upper ON upper."id" = greatest(x."fromClaimId", x."toClaimId")
    WHERE x."id" = $2 AND x."status" = 'published' AND r."stage" <> 'closed' AND x."aim" <= coalesce($7, x."aim")
      AND lower."status" = 'published' AND upper."status" = 'published'
      AND NOT EXISTS (SELECT FROM "ImpactEvent" e WHERE e."participantId" = $3 AND e."eventId" = $6)
    FOR KEY SHARE OF lower, upper FOR SHARE OF x
    ON CONFLICT ("roomId", "relationId", "participantId") DO UPDATE
      SET "weight" = excluded."weight", "aim" = excluded."aim", "seq" = excluded."seq", "ratedAt" = now()
      WHERE "Impact"."seq" < excluded."seq"
    RETURNING "aim"
  )
  INSERT INTO "ImpactEvent" ("roomId", "relationId", "participantId", "weight", "aim", "seq", "eventId")
  SELECT $1, $2, $3, $4, written."aim", $5, $6 FROM written
  RETURNING "ordinal"`;

/** Rates how much a relation would matter, changes that or takes it back; the same event again as for votes. */
export async function rateImpact(
  actor: Actor,
  roomId: string,
  relationId: string,
  input: RateImpact,
): Promise<Result<ImpactAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await votable(actor, roomId, 'Relation', relationId);
  if (!found.ok) return found;
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));

  const { participantId } = await seatIn(actor, found.value);
  const room = { ...found.value, participantId };
  const isWritten = await writes({
    name: 'rate-impact',
    text: RATE_IMPACT,
    values: [
      room.id,
      relationId,
      participantId,
      input.weight,
      input.seq,
      input.eventId,
      input.revision ?? null,
    ],
  });
  const { prisma } = database();
  const [own, tallies] = await Promise.all([
    ownImpacts(prisma, room, [relationId]),
    impactTallies(prisma, room, [relationId]),
  ]);
  const ownImpact = own.get(relationId) ?? { weight: null, seq: 0, isStale: false };
  const hasAnswered = ownImpact.weight !== null && !ownImpact.isStale;
  const shows = showsCounts({ room, takesPart: true, hasAnswered });
  const answer = { ownImpact, tally: shows ? (tallies.get(relationId) ?? null) : null };
  if (isWritten || (await isRecorded('ImpactEvent', participantId, input.eventId))) return ok(answer);
  const still = await votable(actor, roomId, 'Relation', relationId);
  if (!still.ok) return still;
  return err(
    (await endsStand(relationId)) ? failure('out-of-date', { current: answer }) : failure('claim-archived'),
  );
}

/** Whether the claims that a relation ties together are on the map. */
async function endsStand(relationId: string): Promise<boolean> {
  const { from, toClaim } = await database().prisma.relation.findUniqueOrThrow({
    where: { id: relationId },
    select: { from: { select: { status: true } }, toClaim: { select: { status: true } } },
  });
  return from.status === 'published' && (toClaim === null || toClaim.status === 'published');
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
