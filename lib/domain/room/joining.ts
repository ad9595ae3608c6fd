import { z } from 'zod';
import { line } from '../text/input';
import { LONGEST_TYPED_CODE } from './codes';

/** Coming into a room by its code, or back to one's seat by the seat's. */

export const LONGEST_TYPED_NAME = 80;
/** Seats of people in one room. */
export const MOST_PEOPLE = 500;

/** As typed: anything that cannot be a code is answered like a code that no room has. */
const typedCode = z.string().max(LONGEST_TYPED_CODE);

export const lookInput = z.strictObject({ code: typedCode });

export const joinInput = z.strictObject({
  code: typedCode,
  /** Left out by people with an account, and when a seat code gives the seat back. */
  name: line(LONGEST_TYPED_NAME).optional(),
  /** One of those drawn for the room. */
  alias: z.string().max(40).optional(),
  /** Somebody else at this device than the guest who has a seat: they get one of their own. */
  asSomebodyElse: z.boolean().default(false),
});
export type JoinInput = z.infer<typeof joinInput>;

/** What a code opens, told before anything is typed or given. */
export const lookAnswer = z.object({
  room: z.object({
    name: z.string(),
    /** Aliases of those who own it, e.g. one: "Class 10B, with Osprey". */
    ownedBy: z.array(z.string()),
    debate: z.string(),
    language: z.string(),
    people: z.int(),
    /** Those who teach can look up typed names; said to everybody before they come in. */
    namesCanBeRevealed: z.boolean(),
    /** Vote counts show before the reveal. */
    showsCountsEarly: z.boolean(),
  }),
  /** Free in the room a moment ago: the one that joining takes. Of a seat that is taken, its own. */
  alias: z.string(),
  /** A seat code: the person has been here before, or is on the room's list. */
  isSeat: z.boolean(),
  /** The seat that the reader has in the room already. */
  ownAlias: z.string().nullable(),
  /** The reader's session is a guest's, who may be somebody else at the same device. */
  isGuest: z.boolean(),
  /** The reader has an account: a name is not asked for. */
  hasAccount: z.boolean(),
  /** Going on takes this browser from the reader's account to the guest whose seat it is. */
  leavesAccount: z.boolean(),
});
export type LookAnswer = z.infer<typeof lookAnswer>;

export const joinAnswer = z.object({
  roomId: z.string(),
  slug: z.string(),
  alias: z.string(),
  /** Gives the seat back on another device; said this once. Null for people with an account and for who came back. */
  seatCode: z.string().nullable(),
  /** They had a seat here already. */
  isBack: z.boolean(),
});
export type JoinAnswer = z.infer<typeof joinAnswer>;
