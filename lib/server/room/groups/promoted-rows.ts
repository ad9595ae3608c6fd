import 'server-only';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { nextRelationPosition } from '../../claim/relation-writing';
import type { Transaction } from '../../database/client';
import type { Tracker } from '../../edit/track';
import type { RoomContext } from '../room-context';
import { voiceSeatOf } from '../voice-seat';

/**
 * Copies what a room below has into this one. The map is locked by the caller, so that what was found not to be there is not
 * made by somebody else meanwhile.
 */

/** One act of taking, with what it makes. */
export interface Taking {
  tx: Transaction;
  room: RoomContext;
  tracker: Tracker;
  /** Claims of the room below that are being copied, on the way to what they answer. */
  underway: Set<string>;
  /** Claims that were made, in the order in which they came. */
  made: { id: string; code: string; authorId: string | null }[];
}

/** A claim of this room or above it, as the room below knows it. */
interface Copy {
  id: string;
  code: string;
}

/** The seat that wrote this, in the room that it is taken to; null for somebody with no seat there. */
export async function authorIn({ tx, room }: Taking, seatId: string | null): Promise<string | null> {
  // Aliases differ from room to room: only groups have those of their class.
  if (seatId === null || room.kind === 'commons') return null;
  const seat = await tx.participant.findUnique({
    where: { id: seatId },
    select: {
      roomId: true,
      userId: true,
      side: true,
      actsForId: true,
      actsFor: { select: { userId: true } },
    },
  });
  if (seat?.roomId === room.id) return seatId;
  const userId = seat?.userId ?? seat?.actsFor?.userId;
  if (!seat || !userId) return null;
  const own = await tx.participant.findUnique({
    where: { roomId_userId: { roomId: room.id, userId } },
    select: { id: true, alias: true, roomId: true },
  });
  if (!own || seat.actsForId === null || seat.side === null) return own?.id ?? null;
  return (await voiceSeatOf(tx, own, seat.side)).id;
}

/** The claim itself where this room sees it, else what it became here; null when it was not taken here. */
async function claimHere({ tx, room }: Taking, claimId: string): Promise<Copy | null> {
  return tx.claim.findFirst({
    where: {
      debateId: room.debateId,
      OR: [
        { id: claimId, roomId: { in: room.path } },
        { promotedFromId: claimId, roomId: room.id },
      ],
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true, code: true },
  });
}

const lineShape = {
  id: true,
  kind: true,
  fromClaimId: true,
  toClaimId: true,
  toRelationId: true,
  scheme: true,
  questionKey: true,
  authorId: true,
  roomId: true,
} as const;

interface Line {
  id: string;
  kind: 'supports' | 'attacks' | 'undercuts';
  fromClaimId: string;
  toClaimId: string | null;
  toRelationId: string | null;
  roomId: string;
}

/** The line itself where this room sees it, else the one that says the same between what its ends became here. */
async function lineHere(taking: Taking, lineId: string): Promise<string | null> {
  const { tx, room } = taking;
  const line = await tx.relation.findUnique({ where: { id: lineId }, select: lineShape });
  if (!line) return null;
  if (room.path.includes(line.roomId)) return line.id;
  return (await sameLine(taking, line))?.id ?? null;
}

/** A line's ends in this room, and the line that ties them already; null while one of them is not here. */
async function sameLine(
  taking: Taking,
  line: Line,
): Promise<{ id: string | null; from: string; toClaim: string | null; toLine: string | null } | null> {
  const { tx, room } = taking;
  const from = (await claimHere(taking, line.fromClaimId))?.id;
  const toClaim = line.toClaimId && ((await claimHere(taking, line.toClaimId))?.id ?? null);
  const toLine = line.toRelationId && (await lineHere(taking, line.toRelationId));
  if (!from || (!toClaim && !toLine)) return null;
  const known = await tx.relation.findFirst({
    where: {
      debateId: room.debateId,
      roomId: { in: room.path },
      fromClaimId: from,
      toClaimId: toClaim,
      toRelationId: toLine,
      status: { in: ['suggested', 'published'] },
    },
    select: { id: true },
  });
  return { id: known?.id ?? null, from, toClaim, toLine };
}

/** The claim of a room below in this room: the one that was taken here before, else a copy of it with what it hangs on. */
export async function takeClaim(taking: Taking, claimId: string): Promise<Result<Copy, Failure>> {
  const { tx, room } = taking;
  const known = await claimHere(taking, claimId);
  if (known) return ok(known);
  if (taking.underway.has(claimId)) return err(failure('claim-not-published'));
  taking.underway.add(claimId);
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { current: true, citations: { orderBy: { position: 'asc' } } },
  });
  if (claim.status === 'archived') return err(failure('claim-archived'));
  if (claim.status !== 'published') return err(failure('claim-not-published'));
  const tied = await takeWhatItAnswers(taking, claim.id, claim.roomId);
  if (!tied.ok) return tied;

  const { debateId } = room;
  const { nextCode } = await tx.debate.update({
    where: { id: debateId },
    data: { nextCode: { increment: 1 } },
    select: { nextCode: true },
  });
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { position: true } });
  const copy = { id: uuidv7(), code: `C${nextCode - 1}` };
  const authorId = await authorIn(taking, claim.authorId);
  taking.tracker.makes('claim', [copy.id]);
  await tx.claim.create({
    data: {
      ...copy,
      debateId,
      roomId: room.id,
      authorId,
      sideId: claim.sideId,
      layer: claim.layer,
      status: 'published',
      promotedFromId: claim.id,
      position: (_max.position ?? 0) + 1,
    },
  });
  const { text, shortTitle, evidence, speaker } = claim.current;
  await tx.claimRevision.create({
    data: { claimId: copy.id, number: 1, text, shortTitle, evidence, speaker, authorId },
  });
  await tx.citation.createMany({
    data: claim.citations.map(({ sourceVersionId, start, end, exact, prefix, suffix, position }) => ({
      debateId,
      roomId: room.id,
      claimId: copy.id,
      sourceVersionId,
      start,
      end,
      exact,
      prefix,
      suffix,
      position,
      authorId,
    })),
  });
  taking.made.push({ ...copy, authorId });
  await takeLines(taking, claim.id, claim.roomId);
  return ok(copy);
}

/** A claim that answers nothing which is here would hang in the air: then what it answers comes along, up to what is here. */
async function takeWhatItAnswers(
  taking: Taking,
  claimId: string,
  fromRoomId: string,
): Promise<Result<null, Failure>> {
  const { tx } = taking;
  const lines = await tx.relation.findMany({
    where: { fromClaimId: claimId, roomId: fromRoomId, status: 'published' },
    select: lineShape,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  for (const { toClaimId, toRelationId } of lines) {
    if (toClaimId && (await claimHere(taking, toClaimId))) return ok(null);
    if (toRelationId && (await lineHere(taking, toRelationId))) return ok(null);
  }
  for (const { toClaimId, toRelationId } of lines) {
    const met = toRelationId
      ? await tx.relation.findUnique({ where: { id: toRelationId }, select: { fromClaimId: true } })
      : null;
    const next = toClaimId ?? met?.fromClaimId;
    if (!next) continue;
    const taken = await takeClaim(taking, next);
    if (taken.ok) return ok(null);
  }
  return err(failure('claim-not-published'));
}

/** The lines of a claim whose ends are both here by now, in either direction. */
async function takeLines(taking: Taking, claimId: string, fromRoomId: string): Promise<void> {
  const { tx, room } = taking;
  const lines = await tx.relation.findMany({
    where: {
      roomId: fromRoomId,
      status: 'published',
      OR: [{ fromClaimId: claimId }, { toClaimId: claimId }, { toRelation: { fromClaimId: claimId } }],
    },
    select: lineShape,
    // Lines before those that undercut them.
    orderBy: [{ toRelationId: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { id: 'asc' }],
  });
  for (const line of lines) {
    const ends = await sameLine(taking, line);
    if (!ends || ends.id !== null) continue;
    const id = uuidv7();
    taking.tracker.makes('relation', [id]);
    await tx.relation.create({
      data: {
        id,
        debateId: room.debateId,
        roomId: room.id,
        fromClaimId: ends.from,
        toClaimId: ends.toClaim,
        toRelationId: ends.toLine,
        kind: line.kind,
        scheme: line.scheme,
        questionKey: line.questionKey,
        status: 'published',
        position: await nextRelationPosition(tx, room.debateId),
        authorId: await authorIn(taking, line.authorId),
      },
    });
  }
}

/** What a note is tied to, in this room; its claim comes along where it was not here. */
export async function takeTie(
  taking: Taking,
  { claimId, relationId }: { claimId: string | null; relationId: string | null },
): Promise<Result<{ claimId: string | null; relationId: string | null }, Failure>> {
  if (claimId !== null) {
    const claim = await takeClaim(taking, claimId);
    return claim.ok ? ok({ claimId: claim.value.id, relationId: null }) : claim;
  }
  if (relationId === null) return ok({ claimId: null, relationId: null });
  const line = await lineHere(taking, relationId);
  return line ? ok({ claimId: null, relationId: line }) : err(failure('claim-not-published'));
}
