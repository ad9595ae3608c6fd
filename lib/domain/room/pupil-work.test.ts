import { expect, test } from 'vitest';
import { nextStep, ownTasks } from './pupil-work';

const done = { passages: 3, annotations: 1, replies: 0, claims: 2 };

test('only what the room asks for is told, and nobody is asked for more than there is', () => {
  const tasks = ownTasks(
    { votes: 40, passages: 10, claims: 1 },
    { done, passageCount: 8 },
    { answered: 5, total: 30 },
  );
  expect(tasks).toEqual([
    { task: 'votes', asked: 30, done: 5 },
    { task: 'passages', asked: 8, done: 3 },
    { task: 'claims', asked: 1, done: 2 },
  ]);
  expect(ownTasks({}, { done, passageCount: 8 }, { answered: 0, total: 0 })).toEqual([]);
});

test('after the last step of a plan comes none', () => {
  const plan = [{ stage: 'read' }, { stage: 'reveal' }] as const;
  expect(nextStep(plan, 0)).toEqual({ stage: 'reveal' });
  expect(nextStep(plan, 1)).toBeNull();
});
