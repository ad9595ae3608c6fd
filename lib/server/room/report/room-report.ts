import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { reportNumbers, stanceNumbers } from '../../../domain/room/report/report';
import { hiddenCells } from '../../../domain/room/report/small-cells';
import type { ReportGroup, ReportMotion, ReportPerson, RoomReport } from '../../../domain/room/report/view';
import { roomSlug } from '../../../domain/room/room-slug';
import { isRevealed, showsTurnout } from '../../../domain/room/visibility';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import type { Transaction } from '../../database/client';
import { longReading } from '../../database/long-reading';
import { sharedReading } from '../../shared-reading';
import { COUNTED } from '../counted';
import { type RoomContext, roomBySlug, roomContext } from '../room-context';
import { voicesCompared } from '../voices';
import { lateFirstStances, stancesStated, voteCounts, votedClaims, votesCastAfter } from './report-facts';
import {
  countedPeople,
  passagesReadBy,
  type WritingSeat,
  type WrittenPiece,
  whoCame,
  writingSeats,
  writtenBy,
} from './report-people';

/**
 * The report of a class to this reader; a group has none, because its people answer in the class. Before the reveal it holds nothing that anybody thinks, whoever asks: those
 * who keep the room see who did how much, others an empty report.
 * @param motionCode the motion that stances are about; the first one unless given
 */
export async function roomReport(
  actor: Actor,
  named: { slug: string } | { roomId: string },
  motionCode?: string,
): Promise<Result<RoomReport, Failure>> {
  const room = 'slug' in named ? await roomBySlug(actor, named.slug) : await roomContext(actor, named.roomId);
  if (room?.kind !== 'class') return err(failure('not-found'));
  const teaches = can(actor, 'room:maintain', room);
  const read = () =>
    // One moment for all of it: numbers that are read one after the other would not add up while people vote.
    longReading((tx) => reportIn(tx, room, teaches, motionCode));
  const key = [room.id, room.stage, room.step, motionCode ?? '', teaches].join(' ');
  const found = await shared(key, read);
  if (!found.ok) return found;
  const { counted, report } = found.value;
  return ok({
    ...report,
    can: {
      maintain: teaches,
      configure: can(actor, 'room:configure', room),
      revealNames: can(actor, 'room:reveal-names', room),
      grade: can(actor, 'room:grade', room),
    },
    ownId: room.participantId !== null && counted.has(room.participantId) ? room.participantId : null,
  });
}

/** What is the same for all readers of one kind. */
interface SharedReport {
  report: Omit<RoomReport, 'can' | 'ownId'>;
  /** The people counted. */
  counted: ReadonlySet<string>;
}

/** A class opens its report in one moment: what is the same for all of them is computed once. */
const shared = sharedReading<Result<SharedReport, Failure>>();

async function reportIn(
  tx: Transaction,
  room: RoomContext,
  teaches: boolean,
  motionCode: string | undefined,
): Promise<Result<SharedReport, Failure>> {
  const motions = await motionsOf(tx, room);
  const motion = motionCode ? motions.find(({ code }) => code === motionCode) : motions[0];
  if (motionCode && !motion) return err(failure('not-found'));
  const frame = await frameOf(tx, room);
  const people = await countedPeople(tx, room);
  const ids = people.map(({ id }) => id);
  const base = {
    ...frame,
    motion: motion ?? null,
    motions,
    teaches,
    at: new Date().toISOString(),
  };
  const isOpen = isRevealed(room);
  const counted = new Set(ids);
  if (!showsTurnout({ room, maintains: teaches })) {
    return ok({ counted, report: { ...base, participation: null, people: null, results: null } });
  }

  const claims = await votedClaims(tx, room);
  const claimIds = claims.map(({ id }) => id);
  const votes = await voteCounts(tx, room, ids, claimIds);
  const stances = motion ? await stancesStated(tx, room, motion.id, ids) : [];
  const came = whoCame(people);
  const seats = await writingSeats(
    tx,
    room,
    came.map(({ id }) => id),
  );
  const contributions = await writtenBy(tx, seats);
  const facts = { people: ids, ...votes, stances, contributions };
  const { claims: results, participation, ...numbers } = reportNumbers(facts, { teaches });
  const details = new Map(claims.map((claim) => [claim.id, claim]));
  const report: SharedReport['report'] = {
    ...base,
    participation,
    people: teaches ? personRows(came, { ...facts, passages: await passagesReadBy(tx, seats) }) : null,
    results: isOpen
      ? {
          ...numbers,
          claims: results.flatMap((result) => {
            const claim = details.get(result.claimId);
            if (!claim) return [];
            const { id: _, ...words } = claim;
            return [{ ...result, ...words }];
          }),
          rounds: await roundsOf(tx, room),
          late: motion ? await lateFirstStances(tx, room, motion.id, ids) : null,
          afterReveal: await afterReveal(tx, room, ids, claimIds),
          groups: await groupsOf(tx, room, { seats, facts, contributions }),
          voices: await voicesCompared(tx, room),
        }
      : null,
  };
  return ok({ counted, report });
}

type Base = Pick<RoomReport, 'room' | 'debate' | 'sides'>;

async function frameOf(tx: Transaction, room: RoomContext): Promise<Base> {
  const { debate, ...row } = await tx.room.findUniqueOrThrow({
    where: { id: room.id },
    select: {
      createdAt: true,
      closedAt: true,
      conclusion: true,
      debate: {
        select: {
          slug: true,
          title: true,
          question: true,
          language: true,
          sides: { orderBy: { position: 'asc' } },
        },
      },
    },
  });
  const { sides, ...named } = debate;
  return {
    room: {
      id: room.id,
      slug: room.slug,
      name: room.name,
      kind: room.kind,
      stage: room.stage,
      openedAt: row.createdAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      conclusion: row.conclusion,
    },
    debate: named,
    sides: sides.map(({ key, name, position, speaks }) => ({
      key,
      name,
      role: position === 0 ? 'a' : 'b',
      speaks,
    })),
  };
}

/** The motions in the room's sight, in the author's order. */
export async function motionsOf(tx: Transaction, room: RoomContext): Promise<ReportMotion[]> {
  const rows = await tx.claim.findMany({
    where: { debateId: room.debateId, roomId: { in: room.path }, isMotion: true, status: 'published' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, current: { select: { text: true } } },
  });
  return rows.map(({ id, code, current }) => ({ id, code, text: current.text }));
}

/** When each round of stances was asked for: the first time that the class was at such a step. */
export async function roundsOf(
  tx: Transaction,
  room: RoomContext,
): Promise<{ first: string | null; second: string | null }> {
  const steps = await tx.roomStep.findMany({
    where: { roomId: room.id, stage: { in: ['first_stance', 'second_stance'] } },
    orderBy: { number: 'asc' },
    select: { stage: true, startedAt: true },
  });
  const began = (stage: string) =>
    steps.find((step) => step.stage === stage)?.startedAt.toISOString() ?? null;
  return { first: began('first_stance'), second: began('second_stance') };
}

/** The votes that were given with the result in mind: a class may go back to voting after its reveal. */
async function afterReveal(
  tx: Transaction,
  room: RoomContext,
  personIds: readonly string[],
  claimIds: readonly string[],
): Promise<{ since: string; votes: number } | null> {
  const { revealedAt } = await tx.room.findUniqueOrThrow({
    where: { id: room.id },
    select: { revealedAt: true },
  });
  if (revealedAt === null) return null;
  const votes = await votesCastAfter(tx, room, personIds, claimIds, revealedAt);
  return votes === 0 ? null : { since: revealedAt.toISOString(), votes };
}

type Facts = Parameters<typeof reportNumbers>[0];

/** What each of these people did, in their order. */
export function personRows(
  people: readonly { id: string; alias: string }[],
  {
    votesBy,
    contributions,
    passages,
  }: Pick<Facts, 'votesBy' | 'contributions'> & { passages: ReadonlyMap<string, number> },
): ReportPerson[] {
  const counts = new Map<string, { claim: number; note: number; reply: number }>();
  for (const { person, kind } of contributions) {
    const own = counts.get(person) ?? { claim: 0, note: 0, reply: 0 };
    own[kind] += 1;
    counts.set(person, own);
  }
  return people.map(({ id, alias }) => {
    const { claim = 0, note = 0, reply = 0 } = counts.get(id) ?? {};
    return {
      id,
      alias,
      votes: votesBy[id] ?? 0,
      claims: claim,
      notes: note,
      replies: reply,
      passages: passages.get(id) ?? 0,
    };
  });
}

/**
 * The groups of a class. Their stances are those that their people stated in the class. Nobody is told a number of fewer than
 * five of them, nor one that it could be worked out from; those who teach no more than others, because they know who sits where.
 * The seat of somebody who was erased leads to no person any more: from then on nothing is told of where groups stand.
 */
async function groupsOf(
  tx: Transaction,
  room: RoomContext,
  {
    seats,
    facts,
    contributions,
  }: {
    seats: readonly WritingSeat[];
    facts: Facts;
    contributions: readonly WrittenPiece[];
  },
): Promise<ReportGroup[]> {
  const groups = await tx.room.findMany({
    where: { parentId: room.id, kind: 'breakout' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      key: true,
      name: true,
      archivedAt: true,
      participants: { where: COUNTED, select: { id: true, userId: true } },
    },
  });
  const promoted = await tx.$queryRaw<{ roomId: string; count: number }[]>`
    SELECT o."roomId", count(*)::int AS "count" FROM "Claim" c JOIN "Claim" o ON o."id" = c."promotedFromId"
    WHERE c."roomId" = ${room.id}::uuid AND c."status" = 'published' GROUP BY o."roomId"`;
  const slug = room.slug.split('~')[0] ?? room.slug;
  const rows = groups.map((group) => {
    // People of a group that was closed have gone on to others.
    const sitting = group.archivedAt === null ? group.participants : [];
    const here = new Set(sitting.map(({ id }) => id));
    const people = seats.filter(({ seatId, isVoice }) => here.has(seatId) && !isVoice);
    const members = people.map(({ personId }) => personId);
    const { shift } = stanceNumbers({
      people: members,
      stances: facts.stances.filter(({ person }) => members.includes(person)),
    });
    const count = (isCounted: (kind: string) => boolean) =>
      contributions.filter(({ roomId, kind }) => roomId === group.id && isCounted(kind)).length;
    return {
      id: group.id,
      slug: roomSlug(slug, group.key),
      name: group.name,
      people: sitting.length,
      claims: count((kind) => kind === 'claim'),
      notes: count((kind) => kind !== 'claim'),
      promoted: promoted.find(({ roomId }) => roomId === group.id)?.count ?? 0,
      pairs: shift.pairs,
      mean: shift.mean,
    };
  });
  // The class's shift is known, so whoever is in no group is a cell too.
  const grouped = rows.reduce((sum, { pairs }) => sum + pairs, 0);
  const seated = rows.reduce((sum, { people }) => sum + people, 0);
  const all = stanceNumbers(facts).shift.pairs;
  const isAnyErased = groups.some(
    ({ archivedAt, participants }) =>
      archivedAt === null && participants.some(({ userId }) => userId === null),
  );
  const hidden = hiddenCells([
    ...rows.map(({ people, pairs }) => ({ people, answers: pairs })),
    { people: Math.max(0, facts.people.length - seated), answers: Math.max(0, all - grouped) },
  ]);
  return rows.map((row, index) =>
    isAnyErased || hidden.has(index) ? { ...row, pairs: null, mean: null } : row,
  );
}
