import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import type { RoomContext } from './room-context';

/**
 * Votes, impacts and stances of the people of a group are those that they give in their class: there is one place for what
 * somebody thinks, and every number is made from it. A group takes none; what some have from before counts nowhere.
 */

/** The room to read answers in, with the actor's own seats there: the class of a group, else the room itself. */
export const answeringRoom = (room: RoomContext): RoomContext =>
  room.answersIn === null
    ? room
    : {
        ...room,
        id: room.answersIn.roomId,
        kind: 'class',
        stage: room.answersIn.stage,
        round: room.answersIn.round,
        participantId: room.answersIn.participantId,
        voiceSeats: room.answersIn.voiceSeats,
        path: room.path.slice(0, -1),
        homes: room.homes.slice(0, -1),
      };

/** What somebody is told who answers in a group: the class that takes it, as `current`. */
export function answersElsewhere({ answersIn }: Pick<RoomContext, 'answersIn'>): Failure {
  const current = answersIn && { roomId: answersIn.roomId, slug: answersIn.slug, name: answersIn.name };
  return failure('answers-in-class', { current });
}
