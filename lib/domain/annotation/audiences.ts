import type { DebateAccess, RoomKind, Visibility } from '../debate/view';
import { isNoMoreOpen } from './visibility';

/** The room in which a note is written, as far as that decides who could read it. */
export interface AudienceRoom {
  kind: RoomKind;
  /** Of its debate. */
  access: DebateAccess;
  /** The breakout group that the writer may write for; null when they sit in none. */
  groupName: string | null;
}

const ALL = ['private', 'teachers', 'group', 'room', 'public'] as const satisfies readonly Visibility[];

/** In a private debate everyone who reads it takes part in it: "public" would say nothing more than "room". */
function isOffered(one: Visibility, { kind, access, groupName }: AudienceRoom): boolean {
  if (one === 'public') return access === 'public';
  if (one === 'group') return kind !== 'commons' && groupName !== null;
  return true;
}

/**
 * The audiences that a note may be given in a room, from the fewest readers to the most.
 * @param answered who reads the note that this one answers; null for a note of its own
 */
export const audiencesOf = (room: AudienceRoom, answered: Visibility | null): Visibility[] =>
  ALL.filter((one) => isOffered(one, room) && (answered === null || isNoMoreOpen(one, answered)));

/** What is usual in each kind of room, the first that is offered. */
const USUAL: Readonly<Record<RoomKind, readonly Visibility[]>> = {
  commons: ['public', 'room'],
  class: ['room'],
  breakout: ['group', 'room'],
};

/** The widest of the audiences, from the fewest readers to the most, that none of these limits is narrower than. */
const widestWithin = (offered: readonly Visibility[], limits: readonly Visibility[]): Visibility =>
  offered.findLast((one) => limits.every((limit) => isNoMoreOpen(one, limit))) ?? 'private';

const usualIn = (room: AudienceRoom): Visibility =>
  USUAL[room.kind].find((one) => isOffered(one, room)) ?? 'private';

/**
 * The audience that a form begins with: what the person last chose in this room if it is offered, else the widest that is
 * offered and wider neither than that nor than what is usual in the room.
 */
export function firstAudience(
  room: AudienceRoom,
  answered: Visibility | null,
  lastChosen: Visibility | null,
): Visibility {
  const offered = audiencesOf(room, answered);
  if (lastChosen !== null && offered.includes(lastChosen)) return lastChosen;
  return widestWithin(offered, lastChosen === null ? [usualIn(room)] : [usualIn(room), lastChosen]);
}

/**
 * The audience of what is being written. A draft may come from before the room, or the note above it, was closed to some:
 * then it is for no more people than it was to be, and the form says so.
 * @param chosen in this form or its draft; null before that
 * @param kept what a note that is edited has already, which may stay
 * @returns `gone`: what was chosen and cannot be any more
 */
export function draftAudience(
  room: AudienceRoom,
  answered: Visibility | null,
  chosen: Visibility | null,
  lastChosen: Visibility | null,
  kept: Visibility | null = null,
): { audience: Visibility; gone: Visibility | null } {
  const first = firstAudience(room, answered, lastChosen);
  if (chosen === null) return { audience: first, gone: null };
  const offered = audiencesOf(room, answered);
  if (chosen === kept || offered.includes(chosen)) return { audience: chosen, gone: null };
  return { audience: widestWithin(offered, [usualIn(room), chosen, first]), gone: chosen };
}
