import { expect, test } from 'vitest';
import { claimEffects } from './claim-effects';
import type { OpinionClaim } from './opinion-view';

const claim = (claimId: string, rest: Partial<OpinionClaim> = {}): OpinionClaim => ({
  claimId,
  code: claimId,
  side: 'a',
  text: 'Mines stay for decades.',
  counts: { agree: 6, disagree: 5, pass: 0 },
  byGroup: [{ agree: 6, disagree: 0, pass: 0 }, null],
  consensus: 0.4,
  separation: 0.8,
  effect: 'divides',
  ...rest,
});

test('nothing is said of a claim whose counts the reader is not told', () => {
  const said = claimEffects([claim('one'), claim('two', { effect: null })], (id) => id === 'two');
  expect(said.map(({ claimId, effect }) => [claimId, effect])).toEqual([['two', null]]);
});

test('only what the mark and its words need goes along', () => {
  expect(Object.keys(claimEffects([claim('one')], () => true)[0] ?? {}).sort()).toEqual([
    'byGroup',
    'claimId',
    'counts',
    'effect',
  ]);
});
