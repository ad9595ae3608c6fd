import { z } from 'zod';
import type { GroupsView, Promoted, SidesView, VoicesView } from '../room/groups';
import { richBlock } from './annotation-answers';

/** What the routes of groups, sides and promotion answer. */

type Schema<T> = z.ZodType<T>;

const count = z.int().min(0);
const choice = z.enum(['agree', 'disagree', 'pass']);
const person = z.object({
  participantId: z.uuid(),
  alias: z.string(),
  sideKey: z.string().nullable(),
  isInside: z.boolean(),
});
const side = z.object({ key: z.string(), name: z.string(), role: z.enum(['a', 'b']) });

export const groups = z
  .object({
    groups: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        name: z.string(),
        isOpen: z.boolean(),
        members: z.array(person),
        counts: z.object({ claims: count, waiting: count, notes: count }),
        claims: z.array(
          z.object({
            id: z.uuid(),
            code: z.string(),
            text: z.string(),
            side: z.enum(['a', 'b', 'n']),
            status: z.enum(['suggested', 'published']),
            authorAlias: z.string().nullable(),
            answers: z
              .object({ kind: z.enum(['supports', 'attacks', 'undercuts']), code: z.string() })
              .nullable(),
            promotedAs: z.string().nullable(),
            createdAt: z.iso.datetime(),
          }),
        ),
        notes: z.array(
          z.object({
            id: z.uuid(),
            body: z.array(richBlock),
            authorAlias: z.string().nullable(),
            place: z.string().nullable(),
            isPromoted: z.boolean(),
            createdAt: z.iso.datetime(),
          }),
        ),
      }),
    ),
    ungrouped: z.array(person),
    hasStances: z.boolean(),
    hasCamps: z.boolean(),
    sides: z.array(side),
  })
  .meta({ id: 'Groups' }) satisfies Schema<GroupsView>;

export const proposal = z.object({ groups: z.array(z.array(z.uuid())) });

export const sides = z.object({ people: z.array(person), sides: z.array(side) }) satisfies Schema<SidesView>;

export const promoted = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  wasThere: z.boolean(),
  along: z.array(z.string()),
  similar: z.array(z.object({ id: z.uuid(), code: z.string(), text: z.string() })),
}) satisfies Schema<Promoted>;

export const voices = z.object({
  votes: z.array(
    z.object({
      claimId: z.uuid(),
      code: z.string(),
      own: choice.nullable(),
      voices: z.record(z.string(), choice),
    }),
  ),
}) satisfies Schema<VoicesView>;
