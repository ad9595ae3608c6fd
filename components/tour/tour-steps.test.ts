import { expect, test } from 'vitest';
import type { TourPlace } from '@/lib/domain/tour/view';
import { isSameTour, moveStep, type StepDraft, stepsBySide } from './tour-steps';

const step = (key: string, claimId: string | null = key): StepDraft => ({ key, claimId, words: key });
const steps = ['a', 'b', 'c'].map((key) => step(key));
const keys = (drafts: readonly StepDraft[]) => drafts.map(({ key }) => key).join('');

test('a step moves up and down, and stays at either end', () => {
  expect(keys(moveStep(steps, 0, 1))).toBe('bac');
  expect(keys(moveStep(steps, 2, 0))).toBe('cab');
  expect(keys(moveStep(steps, 0, -1))).toBe('abc');
  expect(keys(moveStep(steps, 2, 3))).toBe('abc');
});

test('a tour is the same when places and words are, in their order', () => {
  expect(
    isSameTour(
      steps,
      steps.map((one) => ({ ...one, key: `new ${one.key}` })),
    ),
  ).toBe(true);
  expect(isSameTour(steps, moveStep(steps, 0, 1))).toBe(false);
  expect(isSameTour(steps, steps.slice(1))).toBe(false);
  expect(isSameTour(steps, [{ ...step('a'), words: 'other' }, ...steps.slice(1)])).toBe(false);
});

test('steps are counted by side, motions and open steps aside', () => {
  const place = (id: string, side: TourPlace['side']): [string, TourPlace] => [
    id,
    { id, code: id, isMotion: false, side, text: id, shortTitle: null, speaker: null },
  ];
  const places = new Map([place('a', 'a'), place('b', 'b'), place('c', 'n')]);
  expect(stepsBySide([...steps, step('d', null), step('e', 'b')], places)).toEqual({ a: 1, b: 2, n: 1 });
});
