import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  type ActivityItem,
  type BoardTurnout,
  type RoomProgress,
  type SpotlightView,
  type WaitingClaim,
} from '../room/board';
import type { PresenterView } from '../room/presenter';
import * as answers from './answers';
import { roomFrame } from './room-answers';

/** What the routes answer to those who keep a room. */

const count = z.int().min(0);
const moment = z.iso.datetime();
const side = z.enum(['a', 'b', 'n']);

export const asked = z.object({
  votes: z.exactOptional(count),
  passages: z.exactOptional(count),
  annotations: z.exactOptional(count),
  replies: z.exactOptional(count),
  claims: z.exactOptional(count),
});

export const turnout = z.object({
  people: count,
  done: count,
  votes: count,
  voters: count,
  firstStances: count,
  secondStances: count,
}) satisfies z.ZodType<BoardTurnout>;

export const spotlight = z.object({
  claimId: z.uuid(),
  code: z.string(),
  text: z.string(),
  side,
}) satisfies z.ZodType<SpotlightView>;

const activityItem = z.object({
  id: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  at: moment,
  alias: z.string().nullable(),
  place: z
    .union([
      z.object({ type: z.literal('claim'), code: z.string() }),
      z.object({ type: z.literal('passage'), label: z.string() }),
    ])
    .nullable(),
}) satisfies z.ZodType<ActivityItem>;

export const progress = z
  .object({
    now: moment,
    stageStartedAt: moment,
    asked,
    people: z.array(
      z.object({
        participantId: z.uuid(),
        alias: z.string(),
        joinedAt: moment,
        lastActiveAt: moment.nullable(),
        seenAt: moment.nullable(),
        asksHelpAt: moment.nullable(),
        isMuted: z.boolean(),
        isHere: z.boolean(),
        isInside: z.boolean(),
        hasSide: z.boolean(),
        counts: z.object({
          votes: count,
          passages: count,
          annotations: count,
          replies: count,
          claims: count,
        }),
      }),
    ),
    observers: count,
    turnout,
    groups: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        name: z.string(),
        people: count,
        notes: count,
        claims: count,
        waiting: z.object({ claims: count, notes: count, reported: count }),
      }),
    ),
    waiting: z.object({ claims: count, notes: count, reported: count, hidden: count }),
    spotlight: spotlight.nullable(),
    activity: z.array(activityItem),
  })
  .meta({ id: 'RoomProgress' }) satisfies z.ZodType<RoomProgress>;

export const waitingClaim = z.object({
  claim: answers.claim,
  line: z
    .object({ kind: z.enum(['supports', 'attacks', 'undercuts']), toCode: z.string(), toSide: side })
    .nullable(),
  group: z.object({ slug: z.string(), name: z.string() }).nullable(),
}) satisfies z.ZodType<WaitingClaim>;

const reply = z.union([z.int().min(-100).max(100), z.literal('unsure')]).nullable();
const round = z.object({ placed: count, unsure: count, none: count });
const ranks = <T extends z.ZodType>(item: T) => z.array(z.object({ items: z.array(item) }));
const counts = z.object({ claimId: z.uuid(), agree: count, disagree: count, pass: count });
const direction = z.enum(['for', 'against']);
const movedBy = z.object({
  direction,
  movers: count,
  ranks: ranks(z.object({ claimId: z.uuid(), namedBy: count })).nullable(),
  left: count,
  namedOnce: count,
});

export const presenter = z
  .object({
    frame: roomFrame,
    motion: z.object({ code: z.string(), text: z.string() }).nullable(),
    sides: z.object({ a: z.string(), b: z.string() }),
    forSide: z.enum(['a', 'b']),
    join: z.object({ code: z.string(), url: z.string(), until: moment }).nullable(),
    asked,
    turnout,
    rings: z.array(z.number().min(0).max(1)),
    spotlight: spotlight.nullable(),
    reveal: z
      .object({
        shift: z.object({
          people: count,
          pairs: count.nullable(),
          first: round.nullable(),
          second: round.nullable(),
          onlyFirst: count,
          onlySecond: count,
          stayed: count,
          towardsFor: count,
          towardsAgainst: count,
          mean: z
            .object({
              first: z.number(),
              second: z.number(),
              shift: z.number(),
              decimals: z.union([z.literal(0), z.literal(1)]),
              least: z.number(),
              most: z.number(),
              direction: direction.nullable(),
            })
            .nullable(),
        }),
        dots: z.array(z.object({ first: reply, second: reply })).nullable(),
        movedBy: z.object({ for: movedBy, against: movedBy }),
        shared: ranks(counts),
        divided: ranks(counts),
        rounds: z.object({ first: moment.nullable(), second: moment.nullable() }),
        claims: z.record(z.string(), z.object({ code: z.string(), side, text: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: 'PresenterView' }) satisfies z.ZodType<PresenterView>;
