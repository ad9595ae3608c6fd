import { z } from 'zod';
import { joinAnswer, joinInput, lookAnswer, lookInput } from '../room/joining';
import {
  addPersonInput,
  addRosterInput,
  changePersonInput,
  ownSeatAnswer,
  ownSeatInput,
  revealedNames,
  revealInput,
  roomPeople,
  rosterSlips,
  seatCodeAnswer,
} from '../room/people';
import { uuid } from '../text/input';
import { and, get, inRoom, KB, none, reading, write } from './contract-parts';

const onPerson = z.strictObject({ roomId: uuid, participantId: uuid });
const codeAnswer = z.object({ code: z.string(), url: z.string(), until: z.string() });

/** Routes of coming into a room, and of those who are in it. */
export const peopleContracts = {
  lookAtCode: write({
    method: 'POST',
    path: 'joining/look',
    name: 'lookAtCode',
    summary: 'What a join code or a seat code opens, with an alias that is free there',
    group: 'rooms',
    needsSignIn: false,
    params: none,
    body: lookInput,
    bodyLimit: 4 * KB,
    answer: lookAnswer,
    failures: and('code-unknown', 'doors-shut', 'too-many-attempts'),
  }),

  joinRoom: write({
    method: 'POST',
    path: 'joining',
    name: 'joinRoom',
    summary: 'Take a seat in a room by its code, or get a seat back by its own; signs a guest in',
    group: 'rooms',
    needsSignIn: false,
    params: none,
    body: joinInput,
    bodyLimit: 8 * KB,
    answer: joinAnswer,
    status: 201,
    isIdempotent: true,
    failures: and(
      'code-unknown',
      'doors-shut',
      'too-many-people',
      'too-many-attempts',
      'idempotency-mismatch',
    ),
  }),

  makeJoinCode: write({
    method: 'POST',
    path: 'rooms/{roomId}/join-code',
    name: 'makeJoinCode',
    summary: 'Make a new join code for a room; the one before it stops working',
    group: 'rooms',
    params: inRoom,
    body: z.strictObject({
      /** How long it works. */
      hours: z
        .int()
        .min(1)
        .max(24 * 400)
        .optional(),
    }),
    bodyLimit: KB,
    answer: codeAnswer,
    failures: and(),
  }),

  closeJoinCode: write({
    method: 'DELETE',
    path: 'rooms/{roomId}/join-code',
    name: 'closeJoinCode',
    summary: 'Take a room’s join code away',
    group: 'rooms',
    params: inRoom,
    body: null,
    answer: null,
    status: 204,
    failures: and(),
  }),

  people: get({
    path: 'rooms/{roomId}/people',
    name: 'people',
    summary: 'Who is in a room, under their aliases, for those who keep it',
    group: 'rooms',
    needsSignIn: true,
    params: inRoom,
    answer: roomPeople,
    failures: [...reading, 'not-signed-in', 'not-allowed'],
  }),

  addPerson: write({
    method: 'POST',
    path: 'rooms/{roomId}/people',
    name: 'addPerson',
    summary: 'Give a colleague with an account a seat and a role',
    group: 'rooms',
    params: inRoom,
    body: addPersonInput,
    bodyLimit: 4 * KB,
    answer: z.object({ participantId: z.string(), alias: z.string() }),
    status: 201,
  }),

  changePerson: write({
    method: 'PATCH',
    path: 'rooms/{roomId}/people/{participantId}',
    name: 'changePerson',
    summary: 'Change a role, mute, remove, let back in, or erase a person',
    group: 'rooms',
    params: onPerson,
    body: changePersonInput,
    bodyLimit: 8 * KB,
    answer: null,
    status: 204,
  }),

  resetSeatCode: write({
    method: 'POST',
    path: 'rooms/{roomId}/people/{participantId}/seat-code',
    name: 'resetSeatCode',
    summary: 'Make a new code for one seat; the one before it stops working',
    group: 'rooms',
    params: onPerson,
    body: none,
    bodyLimit: KB,
    answer: seatCodeAnswer,
  }),

  addRoster: write({
    method: 'POST',
    path: 'rooms/{roomId}/roster',
    name: 'addRoster',
    summary: 'Make a seat with a code for each name of a list',
    group: 'rooms',
    params: inRoom,
    body: addRosterInput,
    bodyLimit: 256 * KB,
    answer: rosterSlips,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-people', 'idempotency-mismatch'),
  }),

  resetRoster: write({
    method: 'POST',
    path: 'rooms/{roomId}/roster/codes',
    name: 'resetRoster',
    summary: 'Make new codes for all seats of a list that nobody has taken',
    group: 'rooms',
    params: inRoom,
    body: none,
    bodyLimit: KB,
    answer: rosterSlips,
  }),

  revealNames: write({
    method: 'POST',
    path: 'rooms/{roomId}/names',
    name: 'revealNames',
    summary: 'Look up the names that people typed; logged, and told to everybody in the room',
    group: 'rooms',
    params: inRoom,
    body: revealInput,
    bodyLimit: 8 * KB,
    answer: revealedNames,
  }),

  changeOwnSeat: write({
    method: 'PATCH',
    path: 'rooms/{roomId}/seat',
    name: 'changeOwnSeat',
    summary: 'Draw another alias, make a new code for your seat, leave, or erase yourself from a room',
    group: 'rooms',
    params: inRoom,
    body: ownSeatInput,
    bodyLimit: 4 * KB,
    answer: ownSeatAnswer,
    failures: and('name-taken-here', 'not-now'),
  }),
} as const;
