import { opinionLensQuery, opinionQuery, opinionTimelineQuery } from '../stance/opinion/schema';
import { get, inRoom, reading } from './contract-parts';
import * as answers from './opinion-answers';

/** Routes of a room's opinion map. */
export const opinionContracts = {
  opinions: get({
    path: 'rooms/{roomId}/opinions',
    name: 'readOpinions',
    summary:
      'The opinion map of a room from the reveal on: nameless people by their votes, groups, what divides and what all share; own place for who asks; of a breakout group that of its class',
    group: 'votes',
    params: inRoom,
    query: opinionQuery,
    answer: answers.opinionView,
    failures: [...reading, 'invalid-input'],
  }),

  opinionEffects: get({
    path: 'rooms/{roomId}/opinions/effects',
    name: 'readOpinionEffects',
    summary:
      'Which claims divide the groups of the opinion map and which unite them, with the counts by group; in a breakout group those of its class',
    group: 'votes',
    params: inRoom,
    query: opinionQuery,
    answer: answers.opinionEffects,
    failures: [...reading, 'invalid-input'],
  }),

  opinionLens: get({
    path: 'rooms/{roomId}/opinions/votes',
    name: 'readOpinionLens',
    summary:
      'The votes of the people of an opinion map on one claim, in the order of its dots; nothing of fewer than five',
    group: 'votes',
    params: inRoom,
    query: opinionLensQuery,
    answer: answers.opinionLens,
    failures: [...reading, 'invalid-input', 'not-now', 'out-of-date'],
  }),

  opinionTimeline: get({
    path: 'rooms/{roomId}/opinions/timeline',
    name: 'readOpinionTimeline',
    summary:
      'How an opinion map came to be: at most 24 frames of its dots, in its axes, with the groups as they stood; nobody comes or moves alone',
    group: 'votes',
    params: inRoom,
    query: opinionTimelineQuery,
    answer: answers.opinionTimeline,
    failures: [...reading, 'invalid-input', 'not-now', 'out-of-date'],
  }),
} as const;
