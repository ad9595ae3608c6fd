import { expect, it } from 'vitest';
import type { OpinionDot, OpinionGroup } from '@/lib/domain/stance/opinion/opinion-view';
import { markOf } from './marks';
import { numberOf, placeOf, walkedTo, walkOver } from './walk';

const dot = (group: number | null, isUnsettled = false): OpinionDot => ({
  x: 0,
  y: 0,
  group,
  isUnsettled,
  stance: null,
});
const group = (id: number, letter: string): OpinionGroup => ({
  id,
  letter,
  people: 2,
  unsettled: 0,
  isSmall: true,
  center: { x: 0, y: 0 },
  outline: [],
  stance: null,
  representative: [],
});
const dots = [dot(7), dot(null), dot(3), dot(7), dot(null, true)];
const walk = walkOver(dots, [group(3, 'A'), group(7, 'B')]);

it('the way over the map goes by letters, then to those between groups and to those with too few votes', () => {
  expect(walk.map(({ kind, letter, dots: at }) => [kind, letter, at])).toEqual([
    ['group', 'A', [2]],
    ['group', 'B', [0, 3]],
    ['between', null, [4]],
    ['few', null, [1]],
  ]);
  expect(walkOver(dots, []).map(({ kind }) => kind)).toEqual(['all']);
});

it('up and down change the group, left and right the person', () => {
  const first = walkedTo(walk, null, 'ArrowRight');
  expect(first).toEqual({ part: 0, person: 0 });
  const second = walkedTo(walk, first, 'ArrowDown');
  expect(second).toEqual({ part: 1, person: 0 });
  expect(walkedTo(walk, second, 'ArrowRight')).toEqual({ part: 1, person: 1 });
  expect(walkedTo(walk, second, 'ArrowLeft')).toEqual({ part: 1, person: 1 });
  expect(walkedTo(walk, first, 'ArrowUp')).toEqual({ part: 3, person: 0 });
  expect(walkedTo(walk, first, 'a')).toBeNull();
});

it.each([
  ['a member', dot(3), true, 'person'],
  ['a member who is unsettled', dot(3, true), true, 'unsettled'],
  ['between two groups', dot(null, true), true, 'unsettled'],
  ['too few votes', dot(null), true, 'few'],
  ['anybody where there are no groups', dot(null), false, 'person'],
])('%s has a mark of their own', (_, who, hasGroups, mark) => {
  expect(markOf(who, 'groups', hasGroups, null)).toBe(mark);
});

it('a stance of 0 is neither for nor against, and no stance is neither of the three', () => {
  const marks = [40, 0, -40, null].map((stance) => markOf({ ...dot(3), stance }, 'stance', true, null));
  expect(marks).toEqual(['for', 'between', 'against', 'untold']);
});

it('nobody is said not to have voted before the votes are known', () => {
  const marks = (['agree', null, undefined] as const).map((vote) => markOf(dot(3), 'votes', true, vote));
  expect(marks).toEqual(['agree', 'untold', 'person']);
});

it('a person is found again on another way, and counted along it', () => {
  expect(placeOf(walk, 3)).toEqual({ part: 1, person: 1 });
  expect(placeOf(walk, null)).toBeNull();
  expect(placeOf(walkOver([dot(7), null], [group(7, 'B')]), 1)).toBeNull();
  expect([2, 0, 3, 4, 1].map((person) => numberOf(walk, person))).toEqual([1, 2, 3, 4, 5]);
  expect(numberOf(walk, null)).toBe(0);
});
