import { expect, test } from 'vitest';
import type { OpinionDot, OpinionFrame } from '@/lib/domain/stance/opinion/opinion-view';
import { marksOf } from './marks';
import { walkOver } from './walk';

const dot = (group: number | null, isUnsettled = false, stance: number | null = null): OpinionDot => ({
  x: 0,
  y: 0,
  group,
  isUnsettled,
  stance,
});
const group = { id: 0, letter: 'A', people: 5 };
const shown = {
  dots: [dot(0, false, 40), dot(0, false, -20), dot(null, true)],
  groups: [group],
} as unknown as Parameters<typeof marksOf>[0];
/** Then the first was between groups, the second had not come, and the third was in none. */
const frame: Pick<OpinionFrame, 'dots' | 'groups'> = {
  dots: [
    { x: 0, y: 0, group: null, isUnsettled: true },
    null,
    { x: 0, y: 0, group: null, isUnsettled: false },
  ],
  groups: [group],
};

test('dots of a replay have the marks of its frame, and those who have not come are not counted', () => {
  expect(marksOf(shown, null, 'groups', null)).toEqual({
    marks: ['person', 'person', 'unsettled'],
    counts: { person: 2, unsettled: 1 },
  });
  const { marks, counts } = marksOf(shown, frame, 'groups', null);
  expect([marks[0], marks[2]]).toEqual(['unsettled', 'few']);
  expect(counts).toEqual({ unsettled: 1, few: 1 });
});

test('without groups in a frame nobody is pale or between two', () => {
  expect(marksOf(shown, { ...frame, groups: [] }, 'groups', null).counts).toEqual({ person: 2 });
});

test('stances and votes are those of today in every frame', () => {
  expect(marksOf(shown, frame, 'stance', null).counts).toEqual({ for: 1, untold: 1 });
  expect(marksOf(shown, frame, 'votes', ['agree', 'pass', null]).counts).toEqual({ agree: 1, untold: 1 });
});

test('keys walk over those who are there, group by group of the frame', () => {
  expect(walkOver(frame.dots, frame.groups).map(({ kind, dots }) => [kind, dots])).toEqual([
    ['between', [0]],
    ['few', [2]],
  ]);
});
