import type { DebateAccess, RoomKind, Visibility } from '../debate/view';
import { isNoMoreOpen } from './visibility';

/** Where a note is written, as far as that decides who could read it. */
export interface NotePlace {
  roomKind: RoomKind;
  access: DebateAccess;
}

/**
 * The audiences that a note may be given here, from the fewest readers to the most. In the commons of a private debate
 * everyone who may read the debate takes part in it: "public" would say nothing more than "room" there.
 */
const OFFERED: Readonly<Record<RoomKind, readonly Visibility[]>> = {
  commons: ['private', 'teachers', 'room', 'public'],
  class: ['private', 'teachers', 'room'],
  breakout: ['private', 'teachers', 'group', 'room'],
};

/** @param answered who reads the note that this one answers; null for a note of its own */
export function audiencesOf({ roomKind, access }: NotePlace, answered: Visibility | null): Visibility[] {
  return OFFERED[roomKind].filter(
    (one) => (one !== 'public' || access === 'public') && (answered === null || isNoMoreOpen(one, answered)),
  );
}

const PREFERRED: Readonly<Record<RoomKind, readonly Visibility[]>> = {
  commons: ['public', 'room'],
  class: ['room'],
  breakout: ['group'],
};

/**
 * The audience that a form begins with: what the person last chose in this room if it is offered, else the room's own, else the
 * widest that is offered.
 */
export function firstAudience(
  place: NotePlace,
  answered: Visibility | null,
  lastChosen: Visibility | null,
): Visibility {
  const offered = audiencesOf(place, answered);
  const wanted = lastChosen === null ? PREFERRED[place.roomKind] : [lastChosen];
  return wanted.find((one) => offered.includes(one)) ?? offered.at(-1) ?? 'private';
}
