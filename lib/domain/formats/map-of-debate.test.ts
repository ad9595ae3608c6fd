import { expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '../debate/testing/plain-debate';
import { mapOfDebate } from './map-of-debate';
import { soundMap } from './sound-map';

const claims = [
  claimOf('D1', { tally: { agree: 3, disagree: 1, pass: 2 }, speaker: 'A minister', evidence: 'reported' }),
  claimOf('D2'),
  claimOf('H1', { layer: 'beyond' }),
  claimOf('C9', { status: 'suggested' }),
];
const debate = debateOf(claims, [
  relationOf('D1', 'supports', 'M', { id: 'one', group: 'a long id', tally: { mean: 3, count: 2 } }),
  relationOf('D2', 'supports', 'M', { id: 'two', group: 'a long id' }),
  relationOf('H1', 'undercuts', { line: 'one' }, { id: 'three', group: 'left alone' }),
  relationOf('C9', 'attacks', 'D1', { id: 'four' }),
  relationOf('H1', 'attacks', 'D2', { id: 'five', status: 'archived' }),
]);

test('a debate becomes a sound map of what is published, with codes for ids', () => {
  const map = soundMap.parse(mapOfDebate([debate], []));
  expect(map.claims.map(({ id, isMotion, side }) => [id, isMotion, side])).toEqual([
    ['M', true, null],
    ['D1', false, 'one'],
    ['D2', false, 'one'],
    ['H1', false, 'other'],
  ]);
  expect(map.claims[1]).toMatchObject({ votes: { agree: 3, disagree: 1, pass: 2 }, speaker: 'A minister' });
  expect(map.claims[2]?.votes).toBeUndefined();
  expect(map.relations).toEqual([
    { id: 'r1', from: 'D1', to: 'M', kind: 'supports', group: 'g1', impact: { mean: 3, count: 2 } },
    { id: 'r2', from: 'D2', to: 'M', kind: 'supports', group: 'g1' },
    { id: 'r3', from: 'H1', to: 'r1', kind: 'undercuts' },
  ]);
});

test('the parts of several motions are joined, and what they share is there once', () => {
  const motion = { ...debate.motion, id: 'N', code: 'M2', text: 'It is otherwise.' };
  const other = {
    ...debateOf([claims[0] ?? claimOf('D1')], [relationOf('D1', 'attacks', 'N', { id: 'six' })]),
    motion,
  };
  const map = soundMap.parse(mapOfDebate([debate, other], []));
  expect(map.claims.map(({ id }) => id)).toEqual(['M', 'M2', 'D1', 'D2', 'H1']);
  expect(map.relations.at(-1)).toMatchObject({ from: 'D1', to: 'M2', kind: 'attacks' });
});

test('an id that a claim has already is not given to a line', () => {
  const map = mapOfDebate([debateOf([claimOf('r1')], [relationOf('r1', 'supports', 'M')])], []);
  expect(soundMap.parse(map).relations[0]?.id).not.toBe('r1');
});
