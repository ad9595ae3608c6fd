import { expect, test } from 'vitest';
import { keptText } from './marked-text';
import { planVersion } from './version-plan';

const OLD = 'The bell of the old tower rings at noon and the town listens.';
const NEW = 'At noon the town listens while the bell of its old tower rings.';
const OTHER = 'Nobody has mended the bridge over the river since the flood.';

const planned = (marked: string, isOriginal: boolean) => {
  const newest = keptText(`## In Short\n\n${OLD}\n\n## Roads\n\n${OTHER}`, 'en');
  const task = { language: 'en', knownKeys: ['p1', 'p2'], passageKeys: null, groups: [] };
  const plan = planVersion({ ...task, marked, newest, isOriginal });
  if ('wrong' in plan) throw new Error(plan.wrong);
  return plan.passages.map(({ key, heading }) => [key, heading]);
};

test.each([true, false])('a version has its own headings alone (original: %s)', (isOriginal) => {
  expect(planned(`## What Rings\n\n${NEW}\n\n${OTHER}`, isOriginal)).toEqual([
    ['p1', 'What Rings'],
    ['p2', null],
  ]);
});
