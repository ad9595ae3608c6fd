import { z } from 'zod';
import type { EffectsView } from '../stance/opinion/claim-effects';
import type { OpinionLens, OpinionTimeline, OpinionView } from '../stance/opinion/opinion-view';
import { voteTally } from './answers';

/** What the routes of opinion maps answer. */

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const choice = z.enum(['agree', 'disagree', 'pass']);
const clear = z.enum(['agree', 'disagree']);
const point = z.object({ x: z.number(), y: z.number() });
const motion = z.object({ id: z.uuid(), code: z.string(), text: z.string() });
const ranked = z.array(z.object({ items: z.array(z.object({ claimId: z.uuid() })) }));
const end = z.array(z.object({ claimId: z.uuid(), choice: clear }));

const effect = z.enum(['divides', 'unites', 'untouched']);
const counts = z.object({ people: count, claims: count, votes: count });

const claim = z.object({
  claimId: z.uuid(),
  code: z.string(),
  side: z.enum(['a', 'b', 'n']),
  text: z.string(),
  counts: voteTally.nullable(),
  byGroup: z.array(voteTally.nullable()),
  consensus: share.nullable(),
  separation: share.nullable(),
  effect: effect.nullable(),
});

const group = z.object({
  id: count,
  letter: z.string(),
  people: count,
  unsettled: count.nullable(),
  isSmall: z.boolean(),
  center: point,
  outline: z.array(point),
  stance: z.object({ mean: z.int(), people: count }).nullable(),
  representative: z.array(z.object({ claimId: z.uuid(), choice: clear })),
});

const ownPlace = point.extend({
  dot: count.nullable(),
  group: count.nullable(),
  isUnsettled: z.boolean(),
  between: z.tuple([count, count]).nullable(),
  confidence: share.nullable(),
  pulls: z.array(point.extend({ claimId: z.uuid(), choice })),
  wouldMove: z.array(z.object({ claimId: z.uuid(), choice, group: count })),
});

export const opinionView: z.ZodType<OpinionView> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('too-few'), people: count, fewest: count, motion }),
  z.object({ state: z.literal('placing'), people: count, votes: count, motion }),
  z.object({
    state: z.literal('shown'),
    motion,
    version: z.string(),
    isBehind: z.boolean(),
    hidesStances: z.boolean(),
    isWaiting: z.boolean(),
    counts,
    dots: z.array(
      point.extend({
        group: count.nullable(),
        isUnsettled: z.boolean(),
        stance: z.int().min(-100).max(100).nullable(),
      }),
    ),
    groups: z.array(group),
    unsettled: count,
    ungrouped: count,
    alike: count,
    axes: z.object({
      explained: z.tuple([share, share]),
      ends: z.object({ left: end, right: end, up: end, down: end }),
    }),
    claims: z.array(claim),
    commonGround: ranked,
    cruxes: ranked,
    bridges: z.array(
      z.object({
        groups: z.tuple([count, count]),
        people: count.nullable(),
        claimIds: z.array(z.uuid()),
      }),
    ),
    own: ownPlace.nullable(),
  }),
]);

export const opinionLens: z.ZodType<OpinionLens> = z.object({
  version: z.string(),
  claimId: z.uuid(),
  votes: z.array(choice.nullable()).nullable(),
});

export const opinionEffects: z.ZodType<EffectsView> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('too-few'), people: count, fewest: count }),
  z.object({ state: z.literal('placing'), people: count, votes: count }),
  z.object({
    state: z.literal('shown'),
    isBehind: z.boolean(),
    isWaiting: z.boolean(),
    counts,
    groups: z.array(z.object({ letter: z.string(), people: count })),
    claims: z.array(
      z.object({
        claimId: z.uuid(),
        effect: effect.nullable(),
        counts: voteTally.nullable(),
        byGroup: z.array(voteTally.nullable()),
      }),
    ),
  }),
]);

const frame = z.object({
  at: z.iso.datetime(),
  votes: count,
  people: count,
  dots: z.array(point.extend({ group: count.nullable(), isUnsettled: z.boolean() }).nullable()),
  groups: z.array(z.object({ id: count, letter: z.string(), people: count })),
});

export const opinionTimeline: z.ZodType<OpinionTimeline> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('placing') }),
  z.object({ state: z.literal('shown'), version: z.string(), frames: z.array(frame) }),
]);
