import { z } from 'zod';
import { line, prose } from '../text/input';
import { LIMITS } from '../text/limits';
import { LONGEST_TYPED_NAME } from './joining';

/** The people of a room, as those who keep it see and change them. */

export const PERSON_ROLES = ['owner', 'teacher', 'assistant', 'participant', 'observer'] as const;

/** How somebody is there: with an account, as a guest, on the list without having come, or with their account gone. */
export const PERSON_KINDS = ['account', 'guest', 'place', 'gone'] as const;

/** What the reader may do about one person, as the policy says. */
export const personRights = z.object({
  mute: z.boolean(),
  remove: z.boolean(),
  /** Roles that the reader may give them; empty when none. */
  roles: z.array(z.enum(PERSON_ROLES)),
  resetCode: z.boolean(),
  erase: z.boolean(),
});
export type PersonRights = z.infer<typeof personRights>;

export const roomPerson = z.object({
  participantId: z.string(),
  /** Null for a place on the list: who it is shows by name until they come, and by alias from then on. */
  alias: z.string().nullable(),
  placeName: z.string().nullable(),
  role: z.enum(PERSON_ROLES),
  kind: z.enum(PERSON_KINDS),
  joinedAt: z.string(),
  seenAt: z.string().nullable(),
  /** They left or were taken out then. */
  leftAt: z.string().nullable(),
  isMuted: z.boolean(),
  isSelf: z.boolean(),
  can: personRights,
});
export type RoomPerson = z.infer<typeof roomPerson>;

export const roomPeople = z.object({ people: z.array(roomPerson) });

const reason = prose(LIMITS.reviewReason);
export const TEXT_FATES = ['keep', 'remove'] as const;
/** Of what an erased person wrote for others: its words stay under a name that leads nowhere, or go. */
const texts = z.enum(TEXT_FATES);

export const changePersonInput = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('role'), role: z.enum(PERSON_ROLES) }),
  z.strictObject({ act: z.literal('mute'), reason }),
  z.strictObject({ act: z.literal('unmute') }),
  z.strictObject({ act: z.literal('remove'), reason: reason.optional() }),
  z.strictObject({ act: z.literal('return') }),
  z.strictObject({ act: z.literal('erase'), texts }),
]);
export type ChangePerson = z.infer<typeof changePersonInput>;

/** A colleague with an account, by the name that they sign in with. */
export const addPersonInput = z.strictObject({
  name: line(LIMITS.userName),
  role: z.enum(['teacher', 'assistant', 'observer']),
});
export type AddPerson = z.infer<typeof addPersonInput>;

/** Most names of one list. */
export const MOST_NAMES = 300;

export const addRosterInput = z.strictObject({
  names: z.array(line(LONGEST_TYPED_NAME)).min(1).max(MOST_NAMES),
});

/** A name of the list with the code that opens its seat, said this once. */
export const rosterSlip = z.object({ name: z.string(), code: z.string() });
export type RosterSlip = z.infer<typeof rosterSlip>;
export const rosterSlips = z.object({ slips: z.array(rosterSlip) });

/** The new code of one seat; whose it is shows by name or by alias, as in the list. */
export const seatCodeAnswer = z.object({
  code: z.string(),
  alias: z.string().nullable(),
  name: z.string().nullable(),
});

export const revealInput = z.strictObject({ reason });
export const revealedNames = z.object({
  names: z.array(z.object({ participantId: z.string(), name: z.string() })),
});

export const ownSeatInput = z.discriminatedUnion('act', [
  /** Another alias, while nothing hangs on this one. */
  z.strictObject({ act: z.literal('draw-alias') }),
  /** Those who keep the room say how it calls them. */
  z.strictObject({ act: z.literal('take-alias'), alias: line(40) }),
  z.strictObject({ act: z.literal('reset-code') }),
  z.strictObject({ act: z.literal('leave') }),
  z.strictObject({ act: z.literal('erase'), texts }),
]);
export type OwnSeatChange = z.infer<typeof ownSeatInput>;

export const ownSeatAnswer = z.object({
  alias: z.string().nullable(),
  /** The seat's new code, said this once. */
  seatCode: z.string().nullable(),
});
export type OwnSeatAnswer = z.infer<typeof ownSeatAnswer>;

/** When somebody who teaches looked up names, told to everybody in the room. */
export interface NamesReveal {
  /** ISO 8601 */
  at: string;
  /** Alias of who did. */
  by: string | null;
  reason: string;
}
