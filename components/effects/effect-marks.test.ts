import { expect, test } from 'vitest';
import { claimOf } from '@/lib/domain/debate/testing/plain-debate';
import type { DebateView } from '@/lib/domain/debate/view';
import type { EffectsView } from '@/lib/domain/stance/opinion/claim-effects';
import { effectMarks, markCounts } from './effect-marks';

type Seen = Parameters<typeof effectMarks>[0];

const claims = ['D1', 'D2', 'D3', 'H1'].map((code) => claimOf(code));
const member = { alias: 'Ash', role: 'participant' } as DebateView['viewer'];
const seen = (kind: 'commons' | 'class', viewer: DebateView['viewer'], more: Partial<Seen> = {}): Seen => ({
  claims,
  viewer,
  room: { kind } as DebateView['room'],
  ...more,
});
const told = (claimId: string, effect: 'divides' | 'unites' | 'untouched' | null) => ({
  claimId,
  effect,
  counts: null,
  byGroup: [],
});
const view: EffectsView = {
  state: 'shown',
  isBehind: false,
  isWaiting: false,
  counts: { people: 28, claims: 3, votes: 80 },
  groups: [],
  claims: [told('D1', 'divides'), told('D2', 'unites'), told('D3', null)],
};

test('before the map is there no claim is marked', () => {
  for (const none of [null, { state: 'hidden' }, { state: 'placing', people: 9, votes: 20 }] as const)
    expect(effectMarks(seen('class', member), none).size).toBe(0);
});

test('in a class a claim of which nothing is told has too few votes', () => {
  const marks = effectMarks(seen('class', member), view);
  expect([...marks.values()]).toEqual(['divides', 'unites', 'few', 'few']);
});

test('in the commons whoever takes part is asked to vote on a claim first; a visitor is not', () => {
  expect(effectMarks(seen('commons', member), view).get('H1')).toBe('answer');
  expect(effectMarks(seen('commons', null), view).get('H1')).toBe('few');
});

test('a claim that is closed or suggested carries no mark', () => {
  const closed = [claimOf('D1', { status: 'archived' }), claimOf('D2', { status: 'suggested' })];
  expect(effectMarks(seen('class', member, { claims: closed }), view).size).toBe(0);
});

test('marks are counted by kind, of the claims that are shown', () => {
  expect(markCounts(effectMarks(seen('class', member), view), claims.slice(0, 3))).toEqual({
    divides: 1,
    unites: 1,
    untouched: 0,
    few: 1,
    answer: 0,
  });
});
