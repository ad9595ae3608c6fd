import 'server-only';
import type { ImpactTally, OwnImpact, OwnVote, VoteTally } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RoomVoice } from '../../domain/room/plan';
import type { CastVote, RateImpact } from '../../domain/vote/schema';
import { isFarAhead } from '../../domain/vote/sequence';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { refusalToAct } from '../../policy/deeds';
import { contributionSubject } from '../claim/contribution-subject';
import { database } from '../database/client';
import { breaks } from '../database/faults';
import { answersElsewhere } from '../room/answering-room';
import { type RoomContext, roomContext } from '../room/room-context';
import { ownSeats, type SpeakingIn, speakingSeat } from '../room/voice-seat';
import { voteStanding } from './standing';
import { impactTallies, ownImpacts } from './tallies';
import { toldTallies } from './told-tallies';

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
// before votes are carried over, or refused. Votes do not wait for each other. The lock on a class does the same against its
// next step: a vote is there before it, or is refused. The commons has no steps, and so many votes that they need no lock more.
const castVoteText = (lockOfRoom: string) => `
  WITH written AS (
    INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "votedAt")
    SELECT $1, c."id", c."revision", $3, $4::"VoteChoice", $5, now()
    FROM "Claim" c JOIN "Room" r ON r."id" = $1
    WHERE c."id" = $2 AND c."status" = 'published' AND c."revision" = $7 AND r."stage" <> 'closed'
      AND 'vote' = ANY (r."acts") AND r."voice"::text = $8
      AND NOT EXISTS (SELECT FROM "VoteEvent" e WHERE e."participantId" = $3 AND e."eventId" = $6)
    FOR KEY SHARE OF c ${lockOfRoom}
    ON CONFLICT ("roomId", "claimId", "participantId") DO UPDATE
      SET "choice" = excluded."choice", "seq" = excluded."seq", "claimRevision" = excluded."claimRevision", "votedAt" = now(),
        "carriedFromId" = NULL
      WHERE "Vote"."seq" < excluded."seq"
    RETURNING "claimRevision"
  )
  INSERT INTO "VoteEvent" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "eventId")
  SELECT $1, $2, written."claimRevision", $3, $4::"VoteChoice", $5, $6 FROM written
  RETURNING "ordinal"`;
const HOLDING_THE_ROOM = 'FOR SHARE OF r';
const CAST_VOTE = { name: 'cast-vote', text: castVoteText('') };
const CAST_VOTE_IN_CLASS = { name: 'cast-vote-in-class', text: castVoteText(HOLDING_THE_ROOM) };

/** Casts, changes or takes back a vote. The same event again changes nothing and is answered with what stands now. */
export async function castVote(
  actor: Actor,
  roomId: string,
  claimId: string,
  input: CastVote,
): Promise<Result<VoteAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await votable(actor, roomId, 'Claim', claimId, input.voice);
  if (!found.ok) {
    const counted = await countedBefore(actor, roomId, 'VoteEvent', input.eventId, found.error);
    return counted ? ok(await voteAnswer(actor, counted.room, claimId, counted.seatId)) : found;
  }
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));

  const speaking = await speakingSeat(actor, found.value);
  if (!speaking.ok) return speaking;
  const { room, seatId } = speaking.value;
  const isWritten = await writes({
    ...(room.kind === 'commons' ? CAST_VOTE : CAST_VOTE_IN_CLASS),
    values: [room.id, claimId, seatId, input.choice, input.seq, input.eventId, input.revision, room.voice],
  });
  const answer = await voteAnswer(actor, room, claimId, seatId);
  if (isWritten || (await isRecorded('VoteEvent', seatId, input.eventId))) return ok(answer);
  const still = await votable(actor, roomId, 'Claim', claimId, room.voice);
  return still.ok ? err(failure('out-of-date', { current: answer })) : still;
}

async function voteAnswer(
  actor: Person,
  room: RoomContext,
  claimId: string,
  seatId: string,
): Promise<VoteAnswer> {
  const { ownVote, tally } = await voteStanding(room, claimId, seatId);
  return { ownVote, tally: toldTallies(actor, room).votes(tally, ownVote) };
}

/**
 * The room in which this claim or relation may be voted on by this actor now, or why not. What was pressed in one voice is
 * not counted in another when the room has gone on meanwhile.
 */
async function votable(
  actor: Person,
  roomId: string,
  noun: 'Claim' | 'Relation',
  id: string,
  voice: RoomVoice | undefined,
): Promise<Result<RoomContext, Failure>> {
  const room = await roomContext(actor, roomId);
  const subject = room && (await contributionSubject(room, noun, id));
  if (!subject || subject.isMotion || !can(actor, 'claim:read', subject)) return err(failure('not-found'));
  const untaken = refusalToAct(actor, subject.room, noun === 'Claim' ? 'vote' : 'impact');
  if (untaken === 'answers-in-class') return err(answersElsewhere(subject.room));
  if (untaken) return err(failure(untaken));
  if (voice !== undefined && subject.room.voice !== voice) return err(failure('not-now'));
  if (subject.status === 'archived') return err(failure('claim-archived'));
  if (subject.status !== 'published') return err(failure('claim-not-published'));
  const right = noun === 'Claim' ? 'vote:cast' : 'impact:rate';
  return can(actor, right, subject) ? ok(subject.room) : err(failure('not-allowed'));
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
const rateImpactText = (lockOfRoom: string) => `
  WITH written AS (
    INSERT INTO "Impact" ("roomId", "relationId", "participantId", "weight", "aim", "seq", "ratedAt")
    SELECT $1, x."id", $3, $4, x."aim", $5, now()
    FROM "Relation" x JOIN "Room" r ON r."id" = $1
      JOIN "Claim" lower ON lower."id" = least(x."fromClaimId", x."toClaimId")
      JOIN "Claim" upper ON upper."id" = greatest(x."fromClaimId", x."toClaimId")
    WHERE x."id" = $2 AND x."status" = 'published' AND r."stage" <> 'closed' AND x."aim" <= coalesce($7, x."aim")
      AND 'impact' = ANY (r."acts") AND r."voice"::text = $8
      AND lower."status" = 'published' AND upper."status" = 'published'
      AND NOT EXISTS (SELECT FROM "ImpactEvent" e WHERE e."participantId" = $3 AND e."eventId" = $6)
    FOR KEY SHARE OF lower, upper FOR SHARE OF x ${lockOfRoom}
    ON CONFLICT ("roomId", "relationId", "participantId") DO UPDATE
      SET "weight" = excluded."weight", "aim" = excluded."aim", "seq" = excluded."seq", "ratedAt" = now()
      WHERE "Impact"."seq" < excluded."seq"
    RETURNING "aim"
  )
  INSERT INTO "ImpactEvent" ("roomId", "relationId", "participantId", "weight", "aim", "seq", "eventId")
  SELECT $1, $2, $3, $4, written."aim", $5, $6 FROM written
  RETURNING "ordinal"`;
const RATE_IMPACT = { name: 'rate-impact', text: rateImpactText('') };
const RATE_IMPACT_IN_CLASS = { name: 'rate-impact-in-class', text: rateImpactText(HOLDING_THE_ROOM) };

/** Rates how much a relation would matter, changes that or takes it back; the same event again as for votes. */
export async function rateImpact(
  actor: Actor,
  roomId: string,
  relationId: string,
  input: RateImpact,
): Promise<Result<ImpactAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await votable(actor, roomId, 'Relation', relationId, input.voice);
  if (!found.ok) {
    const counted = await countedBefore(actor, roomId, 'ImpactEvent', input.eventId, found.error);
    return counted ? ok(await impactAnswer(actor, counted.room, relationId)) : found;
  }
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));

  const speaking = await speakingSeat(actor, found.value);
  if (!speaking.ok) return speaking;
  const { room, seatId } = speaking.value;
  const isWritten = await writes({
    ...(room.kind === 'commons' ? RATE_IMPACT : RATE_IMPACT_IN_CLASS),
    values: [
      room.id,
      relationId,
      seatId,
      input.weight,
      input.seq,
      input.eventId,
      input.revision ?? null,
      room.voice,
    ],
  });
  const answer = await impactAnswer(actor, room, relationId);
  if (isWritten || (await isRecorded('ImpactEvent', seatId, input.eventId))) return ok(answer);
  const still = await votable(actor, roomId, 'Relation', relationId, room.voice);
  if (!still.ok) return still;
  return err(
    (await endsStand(relationId)) ? failure('out-of-date', { current: answer }) : failure('claim-archived'),
  );
}

async function impactAnswer(actor: Person, room: RoomContext, relationId: string): Promise<ImpactAnswer> {
  const { prisma } = database();
  const [own, tallies] = await Promise.all([
    ownImpacts(prisma, room, [relationId]),
    impactTallies(prisma, room, [relationId]),
  ]);
  const ownImpact = own.get(relationId) ?? { weight: null, seq: 0, isStale: false };
  return { ownImpact, tally: toldTallies(actor, room).impacts(tallies.get(relationId), ownImpact) };
}

/** Whether the claims that a relation ties together are on the map. */
async function endsStand(relationId: string): Promise<boolean> {
  const { from, toClaim } = await database().prisma.relation.findUniqueOrThrow({
    where: { id: relationId },
    select: { from: { select: { status: true } }, toClaim: { select: { status: true } } },
  });
  return from.status === 'published' && (toClaim === null || toClaim.status === 'published');
}

/**
 * Where a press was counted before the room went on, whose answer was lost on the way: sent again, it is told what stands. Null
 * for what was never counted, and for refusals that are not about the room's step.
 */
async function countedBefore(
  actor: Person,
  roomId: string,
  log: keyof typeof IS_RECORDED,
  eventId: string,
  { code }: Failure,
): Promise<SpeakingIn | null> {
  if (code !== 'not-now' && code !== 'room-closed') return null;
  const room = await roomContext(actor, roomId);
  for (const seatId of room ? ownSeats(room) : [])
    if (room && (await isRecorded(log, seatId, eventId))) return { room, seatId };
  return null;
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
