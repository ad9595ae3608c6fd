import 'server-only';
import type { VoteChoice } from '../../../domain/debate/view';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { type Criterion, readRubric } from '../../../domain/room/feedback/rubric';
import { pairsOf } from '../../../domain/room/report/facts';
import type { OwnAnswers, PersonSheet } from '../../../domain/room/report/sheet';
import type { ReportMotion } from '../../../domain/room/report/view';
import { isRevealed } from '../../../domain/room/visibility';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { database, type Transaction } from '../../database/client';
import { feedbackOn } from '../feedback/feedback-rows';
import { type RoomContext, roomBySlug } from '../room-context';
import { stancesStated, voteCounts, votedClaims, votesCast } from './report-facts';
import { countedPeople, passagesReadBy, whoCame, writingSeats, writtenBy } from './report-people';
import { motionsOf, personRows } from './room-report';
import { writtenWords } from './written-words';

export interface ReportSheets {
  sheets: PersonSheet[];
  rubric: Criterion[];
  roomName: string;
  /** Of the debate. */
  language: string;
  /** The reader's own seat. */
  ownId: string | null;
}

/**
 * What people did in a room, a sheet for each. Those who keep the room see every sheet, with feedback if they grade; a person sees
 * their own, with what was released. What a person thinks stands on their own sheet, for themself, from the reveal on: whoever
 * teaches reads votes and stances as numbers of the room, never by alias.
 * @param wanted the id of a seat, or `all` for whoever keeps the room
 */
export async function reportSheets(
  actor: Actor,
  slug: string,
  wanted: string,
): Promise<Result<ReportSheets, Failure>> {
  const room = await roomBySlug(actor, slug);
  if (room?.kind !== 'class') return err(failure('not-found'));
  const maintains = can(actor, 'room:maintain', room);
  const isOwn = wanted === room.participantId;
  if (!maintains && !isOwn) return err(failure('not-found'));
  return database().prisma.$transaction(
    async (tx) => {
      const all = whoCame(await countedPeople(tx, room));
      const people = wanted === 'all' ? all : all.filter(({ id }) => id === wanted);
      if (wanted !== 'all' && people.length === 0) return err(failure('not-found'));
      const { rubric, debate } = await tx.room.findUniqueOrThrow({
        where: { id: room.id },
        select: { rubric: true, debate: { select: { language: true } } },
      });
      return ok({
        sheets: await sheetsOf(tx, room, people, { grades: can(actor, 'room:grade', room), isOwn }),
        rubric: readRubric(rubric),
        roomName: room.name,
        language: debate.language,
        ownId: room.participantId,
      });
    },
    { isolationLevel: 'RepeatableRead', maxWait: 3000, timeout: 8000 },
  );
}

async function sheetsOf(
  tx: Transaction,
  room: RoomContext,
  people: readonly { id: string; alias: string }[],
  { grades, isOwn }: { grades: boolean; isOwn: boolean },
): Promise<PersonSheet[]> {
  const ids = people.map(({ id }) => id);
  const claims = await votedClaims(tx, room);
  const { votesBy } = await voteCounts(
    tx,
    room,
    ids,
    claims.map(({ id }) => id),
  );
  const seats = await writingSeats(tx, room, ids);
  const contributions = await writtenBy(tx, seats);
  const written = await writtenWords(tx, contributions);
  const feedback = grades || isOwn ? await feedbackOn(tx, room.id, ids, { onlyReleased: !grades }) : [];
  const rows = personRows(people, { votesBy, contributions, passages: await passagesReadBy(tx, seats) });
  const [motion] = await motionsOf(tx, room);
  const own = isOwn && isRevealed(room) ? await ownAnswers(tx, room, claims, motion) : null;
  return rows.map((person) => ({
    person,
    contributions: written
      .filter((piece) => piece.person === person.id)
      .map(({ person: _, ...piece }) => piece),
    feedback: feedback.filter(({ participantId }) => participantId === person.id),
    own: person.id === room.participantId ? own : null,
  }));
}

async function ownAnswers(
  tx: Transaction,
  room: RoomContext,
  claims: Awaited<ReturnType<typeof votedClaims>>,
  motion: ReportMotion | undefined,
): Promise<OwnAnswers | null> {
  const { participantId } = room;
  if (participantId === null) return null;
  const stances = motion ? await stancesStated(tx, room, motion.id, [participantId]) : [];
  const [pair] = pairsOf({ people: [participantId], stances });
  const cast = await votesCast(
    tx,
    room,
    [participantId],
    claims.map(({ id }) => id),
  );
  const choices = new Map<string, VoteChoice>(cast.map(({ claimId, choice }) => [claimId, choice]));
  const named = ({ code, side, text }: (typeof claims)[number]) => ({ code, side, text });
  return {
    first: pair?.first ?? null,
    second: pair?.second ?? null,
    reasons: (pair?.reasons ?? []).flatMap((id) => claims.filter((claim) => claim.id === id).map(named)),
    votes: claims.flatMap((claim) => {
      const choice = choices.get(claim.id);
      return choice ? [{ ...named(claim), choice }] : [];
    }),
  };
}
