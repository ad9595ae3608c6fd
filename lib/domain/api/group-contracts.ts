import { z } from 'zod';
import {
  assignSidesInput,
  changeGroupsInput,
  moveToGroupInput,
  promoteInput,
  proposeGroupsInput,
  setCirclesInput,
} from '../room/groups';
import { uuid } from '../text/input';
import { and, get, inRoom, KB, reading, write } from './contract-parts';
import * as answers from './group-answers';

/** Routes of breakout groups, sides and circles, and of what is taken from a group to its class. */
export const groupContracts = {
  groups: get({
    path: 'rooms/{roomId}/groups',
    name: 'listGroups',
    summary: 'The groups of a class with what was done in them, for those who keep it',
    group: 'rooms',
    needsSignIn: true,
    params: inRoom,
    answer: answers.groups,
    failures: [...reading, 'not-signed-in', 'not-allowed'],
  }),

  proposeGroups: write({
    method: 'POST',
    path: 'rooms/{roomId}/groups/proposal',
    name: 'proposeGroups',
    summary: 'How a class could be divided: at random, or by where people stand; nothing is made of it',
    group: 'rooms',
    params: inRoom,
    body: proposeGroupsInput,
    bodyLimit: KB,
    answer: answers.proposal,
    failures: and('too-few-answers'),
  }),

  changeGroups: write({
    method: 'PUT',
    path: 'rooms/{roomId}/groups',
    name: 'changeGroups',
    summary: 'Open groups in a class, rename, close or open them again, or take in who came late',
    group: 'rooms',
    params: inRoom,
    body: changeGroupsInput,
    answer: answers.groups,
    failures: and('not-now', 'after-reveal'),
  }),

  moveToGroup: write({
    method: 'PUT',
    path: 'rooms/{roomId}/groups/{participantId}',
    name: 'moveToGroup',
    summary: 'Move a person of a class to a group, or to none; what they wrote stays theirs',
    group: 'rooms',
    params: z.strictObject({ roomId: uuid, participantId: uuid }),
    body: moveToGroupInput,
    bodyLimit: KB,
    answer: answers.groups,
    failures: and('after-reveal'),
  }),

  promote: write({
    method: 'POST',
    path: 'rooms/{roomId}/promotions',
    name: 'promote',
    summary:
      'Take a claim or note from a room right below to this one; taken again, it is the one that is there',
    group: 'rooms',
    params: inRoom,
    body: promoteInput,
    bodyLimit: KB,
    answer: answers.promoted,
    failures: and(
      'claim-archived',
      'claim-not-published',
      'annotation-removed',
      'relation-repeated',
      'relation-to-itself',
    ),
  }),

  assignSides: write({
    method: 'PUT',
    path: 'rooms/{roomId}/sides',
    name: 'assignSides',
    summary:
      'Give the people of a class sides to argue for: at random, against what they hold, by hand, or none',
    group: 'rooms',
    params: inRoom,
    body: assignSidesInput,
    answer: answers.sides,
    failures: and('too-few-answers'),
  }),

  setCircles: write({
    method: 'PUT',
    path: 'rooms/{roomId}/circles',
    name: 'setCircles',
    summary: 'Say who sits in the inner circle of a fishbowl: half at random, by hand, or the others',
    group: 'rooms',
    params: inRoom,
    body: setCirclesInput,
    answer: answers.sides,
  }),

  voices: get({
    path: 'rooms/{roomId}/voices',
    name: 'readVoices',
    summary: 'One’s own votes beside those that one gave for a side',
    group: 'rooms',
    needsSignIn: true,
    params: inRoom,
    answer: answers.voices,
    failures: [...reading, 'not-signed-in'],
  }),
} as const;
