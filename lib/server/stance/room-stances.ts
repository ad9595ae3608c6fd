import 'server-only';
import type { OwnStance } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { toldStances } from '../../domain/room/report/report';
import type { ReportMotion } from '../../domain/room/report/view';
import { showsStances, showsTurnout } from '../../domain/room/visibility';
import { answeredAgain, type PlacedPair, placedAgain } from '../../domain/stance/answered-again';
import { answerCounts, type RoomStances, type ShownStances } from '../../domain/stance/room-stances';
import type { StancePair, StanceReply } from '../../domain/stance/shift';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database, type Transaction } from '../database/client';
import { answeringRoom } from '../room/answering-room';
import { lateFirstStances, stancesStated, votedClaims } from '../room/report/report-facts';
import { countedPeople } from '../room/report/report-people';
import { motionsOf, roundsOf } from '../room/report/room-report';
import { type RoomContext, roomContext } from '../room/room-context';
import { sharedReading } from '../shared-reading';
import { ownStances, statementsAgain } from './stance-queries';

/**
 * Where the people of a room stand on a motion, as this reader may see it. Of a class the numbers of its report, hidden until
 * the same moment, also for its groups, whose people answer there; of the commons where each stands now.
 * @param motionCode the motion that stances are about; the first one unless given
 */
export async function roomStances(
  actor: Actor,
  roomId: string,
  motionCode?: string,
): Promise<Result<RoomStances, Failure>> {
  const found = await roomContext(actor, roomId);
  if (!found) return err(failure('not-found'));
  const room = answeringRoom(found);
  const { prisma } = database();
  const motions = await motionsOf(prisma, room);
  const motion = motionCode ? motions.find(({ code }) => code === motionCode) : motions[0];
  if (!motion) return err(failure('not-found'));
  const { own, hasAnswered } = await ownPair(prisma, room, motion.id);
  if (!showsStances({ room, takesPart: actor.kind === 'person', hasAnswered })) {
    const maintains = can(actor, 'room:maintain', room);
    return ok({
      state: 'hidden',
      until: room.kind === 'commons' ? 'own-answer' : 'reveal',
      motion,
      own,
      turnout:
        room.kind === 'class' && showsTurnout({ room, maintains })
          ? await turnoutOf(prisma, room, motion.id)
          : null,
    });
  }
  // Who asks in the same moment gets the same reading, as of the report.
  const key = [room.id, room.stage, room.step, motion.id].join(' ');
  const { counted, pairs, ...shown } = await shared(key, () =>
    prisma.$transaction((tx) => shownIn(tx, room, motion), {
      isolationLevel: 'RepeatableRead',
      maxWait: 5000,
      timeout: 8000,
    }),
  );
  const seatId = room.participantId ?? '';
  const ownAgain = (shown.again && pairs.get(seatId)) ?? null;
  return ok({ ...shown, own, isOwnAmong: counted.has(seatId), ownAgain });
}

type Shared = Omit<ShownStances, 'own' | 'isOwnAmong' | 'ownAgain'> & {
  counted: ReadonlySet<string>;
  pairs: ReadonlyMap<string, StancePair>;
};

const shared = sharedReading<Shared>();

async function shownIn(tx: Transaction, room: RoomContext, motion: ReportMotion): Promise<Shared> {
  const people = (await countedPeople(tx, room)).map(({ id }) => id);
  const facts = { people, stances: await stancesStated(tx, room, motion.id, people) };
  const { dots, ...stances } = toldStances(facts);
  const asked = await roundsOf(tx, room);
  const pairs = room.kind === 'commons' ? await pairsAgain(tx, room, motion.id, people) : new Map();
  const named = new Set(
    [stances.movedBy.for, stances.movedBy.against].flatMap(
      ({ ranks }) => ranks?.flatMap(({ items }) => items.map(({ claimId }) => claimId)) ?? [],
    ),
  );
  const claims = named.size === 0 ? [] : await votedClaims(tx, room);
  return {
    counted: new Set(people),
    pairs,
    again: answeredAgain([...pairs.values()]),
    state: 'shown',
    motion,
    // A round that was asked and that nobody answered is a round.
    rounds: asked.second !== null || facts.stances.some(({ round }) => round === 2) ? 2 : 1,
    asked,
    stances: { ...stances, answers: dots && answerCounts(dots) },
    late: await lateFirstStances(tx, room, motion.id, people),
    claims: claims
      .filter(({ id }) => named.has(id))
      .map(({ id, code, side, text }) => ({ claimId: id, code, side, text })),
  };
}

/** Who of these people placed themselves at two different times, by seat. */
async function pairsAgain(
  tx: Transaction,
  room: RoomContext,
  motionId: string,
  people: readonly string[],
): Promise<Map<string, PlacedPair>> {
  const { statements, since } = await statementsAgain(tx, room, motionId, people);
  return placedAgain(statements, since);
}

const replyOf = (stance: OwnStance | null): StanceReply =>
  stance === null || stance.answer === 'withdrawn' ? null : (stance.value ?? 'unsure');

async function ownPair(
  tx: Transaction,
  room: RoomContext,
  motionId: string,
): Promise<{ own: StancePair | null; hasAnswered: boolean }> {
  if (room.participantId === null) return { own: null, hasAnswered: false };
  const { ownStance, firstStance, hasStated } = await ownStances(tx, room, motionId);
  const isSecond = room.round === 2;
  const own = {
    first: replyOf(isSecond ? firstStance : ownStance),
    second: replyOf(isSecond ? ownStance : null),
  };
  return { own, hasAnswered: hasStated };
}

/** How many of the people counted have said where they stand, by round. */
async function turnoutOf(tx: Transaction, room: RoomContext, motionId: string) {
  const people = (await countedPeople(tx, room)).map(({ id }) => id);
  const stated = await stancesStated(tx, room, motionId, people);
  const inRound = (wanted: 1 | 2) => stated.filter(({ round }) => round === wanted).length;
  return { people: people.length, first: inRound(1), second: inRound(2) };
}
