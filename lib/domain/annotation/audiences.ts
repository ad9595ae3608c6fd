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

/**
 * The audience that a form begins with: what the person last chose in this room if it is offered, else what is usual there,
 * else the widest that is offered.
 */
export function firstAudience(
  room: AudienceRoom,
  answered: Visibility | null,
  lastChosen: Visibility | null,
): Visibility {
  const offered = audiencesOf(room, answered);
  const wanted = lastChosen === null ? USUAL[room.kind] : [lastChosen];
  return wanted.find((one) => offered.includes(one)) ?? offered.at(-1) ?? 'private';
}
