import type { FailureCode } from '../domain/failure';
import { type ActingPerson, type Deed, type DeedRefusal, refusalOfDeed } from '../domain/room/acts';
import type { Actor } from './actor';
import { can } from './can';
import { actingPerson } from './predicates';
import type { RoomSubject } from './subjects';

/** Why this actor may not do this in the room as it is now, as they are told; null when they may. */
export function refusalToAct(
  actor: Actor,
  room: RoomSubject,
  deed: Deed,
): Extract<FailureCode, DeedRefusal | 'not-allowed'> | null {
  const person: ActingPerson = actingPerson(actor, room);
  const refused = refusalOfDeed(room, deed, person);
  if (refused === 'room-closed') return refused;
  return can(actor, 'room:take-part', room) ? refused : 'not-allowed';
}
