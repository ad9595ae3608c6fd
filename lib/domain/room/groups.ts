import { z } from 'zod';
import { line, uuid } from '../text/input';
import { LIMITS } from '../text/limits';
import type { RichText } from '../text/rich-text';
import { GROUPING_WAYS, MOST_GROUPS, SIDING_WAYS } from './grouping';

/** Breakout groups of a class, the sides and circles of its people, and what is taken from a group to the class. */

/** Most people of a room that are grouped or given sides by hand in one request. */
const MOST_PEOPLE = 500;

const people = z.array(uuid).max(MOST_PEOPLE);
const groupName = line(LIMITS.roomName);

/** How many groups, and how people would be divided: nothing is made of it. */
export const proposeGroupsInput = z.strictObject({
  by: z.enum(GROUPING_WAYS),
  count: z.int().min(1).max(MOST_GROUPS),
});

/** Seats are those of the class. */
export const changeGroupsInput = z.discriminatedUnion('action', [
  /** Those that are open are closed first. Whoever is in none of them is in no group. */
  z.strictObject({
    action: z.literal('open'),
    groups: z
      .array(z.strictObject({ name: groupName, participantIds: people }))
      .min(1)
      .max(MOST_GROUPS),
  }),
  z.strictObject({ action: z.literal('rename'), groupId: uuid, name: groupName }),
  /** All of them without an id. */
  z.strictObject({ action: z.literal('close'), groupId: uuid.optional() }),
  z.strictObject({ action: z.literal('reopen'), groupId: uuid }),
  /** Whoever is in no group goes to the smallest one. */
  z.strictObject({ action: z.literal('add-late') }),
]);

export const moveToGroupInput = z.strictObject({ groupId: uuid.nullable() });

export const promoteInput = z
  .strictObject({ claimId: uuid.optional(), annotationId: uuid.optional() })
  .refine(({ claimId, annotationId }) => (claimId === undefined) !== (annotationId === undefined));

export const assignSidesInput = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(SIDING_WAYS) }),
  /** The others keep the side that they have. */
  z.strictObject({
    by: z.literal('hand'),
    seats: z
      .array(z.strictObject({ participantId: uuid, side: z.string().max(80).nullable() }))
      .max(MOST_PEOPLE),
  }),
  /** Those who have none get one, the side with fewer people first; the others keep theirs. */
  z.strictObject({ by: z.literal('rest') }),
  z.strictObject({ by: z.literal('clear') }),
]);

export const setCirclesInput = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('random') }),
  z.strictObject({ by: z.literal('hand'), inside: people }),
  /** Who was inside is outside, and the other way round. */
  z.strictObject({ by: z.literal('swap') }),
]);

export type ProposeGroups = z.infer<typeof proposeGroupsInput>;
export type ChangeGroups = z.infer<typeof changeGroupsInput>;
export type MoveToGroup = z.infer<typeof moveToGroupInput>;
export type Promote = z.infer<typeof promoteInput>;
export type AssignSides = z.infer<typeof assignSidesInput>;
export type SetCircles = z.infer<typeof setCirclesInput>;

/** Somebody who takes part in a class; the seat is that in the class. */
export interface GroupPerson {
  participantId: string;
  alias: string;
  /** Key of the side that they were given to argue for. */
  sideKey: string | null;
  isInside: boolean;
}

/** A claim of a group, with what the class has of it. */
export interface GroupClaim {
  id: string;
  code: string;
  text: string;
  side: 'a' | 'b' | 'n';
  status: 'suggested' | 'published';
  authorAlias: string | null;
  /** Code of what it supports, attacks or undercuts first, in the map. */
  answers: { kind: 'supports' | 'attacks' | 'undercuts'; code: string } | null;
  /** Code of the claim that it became in the class. */
  promotedAs: string | null;
  createdAt: string;
}

export interface GroupNote {
  id: string;
  body: RichText;
  authorAlias: string | null;
  /** The paragraph, or the code of the claim, that it is about; null for a relation or a whole source. */
  place: string | null;
  isPromoted: boolean;
  createdAt: string;
}

export interface GroupView {
  id: string;
  /** Names the group in addresses. */
  slug: string;
  name: string;
  isOpen: boolean;
  members: GroupPerson[];
  /** What was done in the group, by whoever was in it. */
  counts: { claims: number; waiting: number; notes: number };
  claims: GroupClaim[];
  notes: GroupNote[];
}

/** The groups of a class, for those who keep it. */
export interface GroupsView {
  /** Those that are open first. */
  groups: GroupView[];
  /** In no open group. */
  ungrouped: GroupPerson[];
  /** Enough people have said where they stand to be mixed by it. */
  hasStances: boolean;
  /** Enough to have those together who think alike, or to argue against what they think. */
  hasCamps: boolean;
  sides: { key: string; name: string; role: 'a' | 'b' }[];
}

/** Who argues for which side and who sits in the inner circle, for those who keep the class. */
export interface SidesView {
  people: GroupPerson[];
  sides: GroupsView['sides'];
}

/** What is to be seen of a claim of the class that is like one that was taken to it. */
export interface Promoted {
  /** The claim or note in the class. */
  id: string;
  /** Code of the claim; null for a note. */
  code: string | null;
  /** It had been taken there before. */
  wasThere: boolean;
  /** Codes of claims that had to come along: what it answers, or is about, was not there either. */
  along: string[];
  /** Claims that the class had already and that say something like it. */
  similar: { id: string; code: string; text: string }[];
}

/** The reader's own votes beside those that they gave for a side. */
export interface VoicesView {
  votes: {
    claimId: string;
    code: string;
    own: 'agree' | 'disagree' | 'pass' | null;
    /** By key of the side that was argued. */
    voices: Record<string, 'agree' | 'disagree' | 'pass'>;
  }[];
}
