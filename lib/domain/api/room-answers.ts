import { z } from 'zod';
import { type OwnRoom, ROOM_STATES } from '../room/own-room';
import { PLAN_STAGES, ROOM_ACTS, ROOM_SPEAKERS, ROOM_VOICES } from '../room/plan';
import type { RoomFrame } from '../room/view';

/** What the API answers of rooms, as schemas for the OpenAPI document. */

const count = z.int().min(0);
const moment = z.iso.datetime();
const role = z.enum(['owner', 'teacher', 'assistant', 'participant', 'observer']);
const stage = z.enum([...PLAN_STAGES, 'closed']);

export const planStep = z
  .object({
    stage: z.enum(PLAN_STAGES),
    title: z.string().nullable(),
    task: z.string().nullable(),
    minutes: z.int().nullable(),
    until: moment.nullable(),
    movesOn: z.boolean(),
    acts: z.array(z.enum(ROOM_ACTS)),
    voice: z.enum(ROOM_VOICES),
    speakers: z.enum(ROOM_SPEAKERS),
  })
  .meta({ id: 'PlanStep' });

const quotas = z.object({
  votes: count.exactOptional(),
  annotations: count.exactOptional(),
  claims: count.exactOptional(),
  replies: count.exactOptional(),
  passages: count.exactOptional(),
});

export const roomFrame = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    kind: z.enum(['commons', 'class', 'breakout']),
    name: z.string(),
    debate: z.object({ slug: z.string(), title: z.string(), language: z.string() }),
    parent: z.object({ slug: z.string(), name: z.string() }).nullable(),
    plan: z.array(planStep),
    step: count,
    stage,
    round: z.int(),
    acts: z.array(z.enum(ROOM_ACTS)),
    voice: z.enum(ROOM_VOICES),
    speakers: z.enum(ROOM_SPEAKERS),
    clock: z.object({
      startedAt: moment,
      endsAt: moment.nullable(),
      leftMs: count.nullable(),
      now: moment,
    }),
    spentSeconds: z.record(z.string(), count),
    settings: z.object({
      claimsNeedApproval: z.boolean(),
      notesNeedApproval: z.boolean(),
      notesBeforeOthers: count,
      showsCountsEarly: z.boolean(),
      namesCanBeRevealed: z.boolean(),
      hasOpenDoors: z.boolean(),
      quotas,
    }),
    revealedAt: moment.nullable(),
    conclusion: z.string().nullable(),
    closedAt: moment.nullable(),
    archivedAt: moment.nullable(),
    retainUntil: moment.nullable(),
    seat: z
      .object({
        participantId: z.uuid(),
        alias: z.string(),
        role,
        sideKey: z.string().nullable(),
        isInside: z.boolean(),
        isMuted: z.boolean(),
        asksHelp: z.boolean(),
        joinedAt: moment,
      })
      .nullable(),
    can: z.object({
      maintain: z.boolean(),
      configure: z.boolean(),
      revealNames: z.boolean(),
      grade: z.boolean(),
      remove: z.boolean(),
    }),
  })
  .meta({ id: 'RoomFrame' }) satisfies z.ZodType<RoomFrame>;

export const openedRoom = z.object({ roomId: z.uuid(), slug: z.string(), joinCode: z.string() });

export const ownRoom = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  debate: z.object({ title: z.string(), language: z.string() }),
  role,
  alias: z.string(),
  stage,
  at: planStep.pick({ stage: true, title: true, task: true, voice: true, speakers: true }).nullable(),
  state: z.enum(ROOM_STATES),
  people: count,
  code: z.object({ text: z.string(), until: moment }).nullable(),
  closedAt: moment.nullable(),
  retainUntil: moment.nullable(),
}) satisfies z.ZodType<OwnRoom>;
