import { z } from 'zod';
import type { Criterion } from '../room/feedback/rubric';
import type { FeedbackDesk, FeedbackView, OwnFeedback } from '../room/feedback/view';
import type { ToldShift } from '../room/report/told';
import type { RoomReport } from '../room/report/view';
import type { WrittenContribution } from '../room/report/written';
import type { AnsweredAgain } from '../stance/answered-again';
import { FLOW_BANDS } from '../stance/flow';
import type { MovedBy } from '../stance/moved-by';
import type { RoomStances } from '../stance/room-stances';
import { voteTally } from './answers';

/** What the routes of reports and feedback answer. */

const count = z.int().min(0);
const moment = z.iso.datetime();
const side = z.enum(['a', 'b', 'n']);
const direction = z.enum(['for', 'against']);

const roundCounts = z.object({ placed: count, unsure: count, none: count });

const meanShift = z.object({
  first: z.number(),
  second: z.number(),
  shift: z.number(),
  decimals: z.union([z.literal(0), z.literal(1)]),
  least: z.number(),
  most: z.number(),
  direction: direction.nullable(),
});

const shift: z.ZodType<ToldShift> = z.object({
  people: count,
  pairs: count.nullable(),
  first: roundCounts.nullable(),
  second: roundCounts.nullable(),
  onlyFirst: count,
  onlySecond: count,
  stayed: count,
  towardsFor: count,
  towardsAgainst: count,
  mean: meanShift.nullable(),
});

const movedBy: z.ZodType<MovedBy> = z.object({
  direction,
  movers: count,
  ranks: z.array(z.object({ items: z.array(z.object({ claimId: z.uuid(), namedBy: count })) })).nullable(),
  left: count,
  namedOnce: count,
});

const stanceReply = z.union([z.int().min(-100).max(100), z.literal('unsure')]).nullable();
const ranked = z.array(z.object({ items: z.array(voteTally.extend({ claimId: z.uuid() })) }));
const motion = z.object({ id: z.uuid(), code: z.string(), text: z.string() });

const participation = z.object({
  people: count,
  voted: count,
  wroteClaims: count,
  wroteNotes: count,
  claims: count,
  notes: count,
  replies: count,
});

const person = z.object({
  id: z.uuid(),
  alias: z.string(),
  votes: count,
  claims: count,
  notes: count,
  replies: count,
  passages: count,
});

const stancePair = z.object({ first: stanceReply, second: stanceReply });
const stanceFigures = z.object({
  shift,
  bands: z.array(z.enum(FLOW_BANDS)),
  flow: z.array(z.array(count)).nullable(),
  movedBy: z.object({ for: movedBy, against: movedBy }),
});
const rounds = z.object({ first: moment.nullable(), second: moment.nullable() });
const late = z.object({ people: count, stated: count.nullable() }).nullable();

const results = z.object({
  stances: stanceFigures.extend({ dots: z.array(stancePair).nullable() }),
  commonGround: ranked,
  mostContested: ranked,
  votes: z.object({ count, claims: count, hiddenClaims: count }),
  claims: z.array(
    z.object({
      claimId: z.uuid(),
      code: z.string(),
      side,
      text: z.string(),
      evidence: z.enum(['quoted', 'reported', 'asserted', 'inferred', 'beyond']),
      isFromRoom: z.boolean(),
      counts: voteTally.nullable(),
    }),
  ),
  rounds,
  late,
  afterReveal: z.object({ since: moment, votes: count }).nullable(),
  groups: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      people: count,
      claims: count,
      notes: count,
      promoted: count,
      pairs: count.nullable(),
      mean: meanShift.nullable(),
    }),
  ),
  voices: z.array(
    z.object({
      claimId: z.uuid(),
      code: z.string(),
      sideKey: z.string(),
      people: count.nullable(),
      same: count.nullable(),
      own: voteTally.nullable(),
      voice: voteTally.nullable(),
    }),
  ),
});

export const roomReport: z.ZodType<RoomReport> = z
  .object({
    room: z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      kind: z.enum(['commons', 'class', 'breakout']),
      stage: z.enum(['read', 'first_stance', 'explore', 'vote', 'second_stance', 'reveal', 'closed']),
      openedAt: moment,
      closedAt: moment.nullable(),
      conclusion: z.string().nullable(),
    }),
    debate: z.object({ slug: z.string(), title: z.string(), question: z.string(), language: z.string() }),
    motion: motion.nullable(),
    motions: z.array(motion),
    sides: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        role: z.enum(['a', 'b']),
        speaks: z.enum(['for', 'against']),
      }),
    ),
    teaches: z.boolean(),
    can: z.object({
      maintain: z.boolean(),
      configure: z.boolean(),
      revealNames: z.boolean(),
      grade: z.boolean(),
    }),
    ownId: z.uuid().nullable(),
    participation: participation.nullable(),
    people: z.array(person).nullable(),
    at: moment,
    results: results.nullable(),
  })
  .meta({ id: 'RoomReport' });

const placedCounts = z.array(z.object({ value: z.int().min(-100).max(100), people: count }));

const answeredAgain: z.ZodType<AnsweredAgain> = z.object({
  shift,
  first: placedCounts,
  newest: placedCounts,
  flow: z.object({ bands: z.array(z.array(z.enum(FLOW_BANDS))), counts: z.array(z.array(count)) }).nullable(),
});

export const roomStances: z.ZodType<RoomStances> = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('hidden'),
      until: z.enum(['reveal', 'own-answer']),
      motion,
      own: stancePair.nullable(),
      turnout: z.object({ people: count, first: count, second: count }).nullable(),
    }),
    z.object({
      state: z.literal('shown'),
      motion,
      own: stancePair.nullable(),
      isOwnAmong: z.boolean(),
      rounds: z.union([z.literal(1), z.literal(2)]),
      again: answeredAgain.nullable(),
      ownAgain: stancePair.nullable(),
      asked: rounds,
      stances: stanceFigures.extend({ answers: z.array(stancePair.extend({ people: count })).nullable() }),
      late,
      claims: z.array(z.object({ claimId: z.uuid(), code: z.string(), side, text: z.string() })),
    }),
  ])
  .meta({ id: 'RoomStances' });

export const csvFiles = z.object({
  files: z.array(z.object({ name: z.string(), mediaType: z.literal('text/csv'), text: z.string() })),
});

export const namesLink = z.object({ until: z.int(), signature: z.string() });

const contributionKind = z.enum(['claim', 'note', 'reply']);

const contribution: z.ZodType<WrittenContribution> = z.object({
  id: z.uuid(),
  kind: contributionKind,
  words: z.string(),
  claim: z.string(),
  quote: z.string(),
  room: z.string(),
  isInGroup: z.boolean(),
  isVoice: z.boolean(),
  isWaiting: z.boolean(),
  at: moment,
});

const feedbackShape = {
  id: z.uuid(),
  participantId: z.uuid(),
  contributionId: z.uuid().nullable(),
  words: z.string(),
  grade: z.string().nullable(),
  points: z.record(z.string(), z.number()),
  revision: z.int(),
  releasedAt: moment.nullable(),
  updatedAt: moment,
};
export const feedback: z.ZodType<FeedbackView> = z.object(feedbackShape).meta({ id: 'Feedback' });

export const rubric: z.ZodType<Criterion[]> = z.array(
  z.object({ key: z.string(), name: z.string(), mostPoints: z.int() }),
);

export const feedbackDesk: z.ZodType<FeedbackDesk> = z.object({
  room: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  rubric,
  people: z.array(
    z.object({
      id: z.uuid(),
      alias: z.string(),
      contributions: z.array(contribution),
      feedback: z.array(feedback),
    }),
  ),
});

export const ownFeedback: z.ZodType<OwnFeedback> = z.object({
  rubric,
  feedback: z.array(
    z.object({
      ...feedbackShape,
      about: z.object({ kind: contributionKind, words: z.string(), claim: z.string() }).nullable(),
    }),
  ),
});
