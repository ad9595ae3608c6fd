import { expect, test } from 'vitest';
import { answered, EMPTY_QUEUE, lastVote, putOff, resumed, shownClaim, undone } from './queue-state';

const claim = (id: string) => ({ id, ownVote: { choice: null, isStale: false } as const });
const ALL = [claim('x'), claim('y'), claim('z')];

test('the claim on the card stays there when another one comes before it', () => {
  const state = { ...EMPTY_QUEUE, shownId: 'x' };
  expect(shownClaim([claim('new'), ...ALL], state)?.id).toBe('x');
  expect(shownClaim([claim('y')], state)?.id).toBe('y');
  expect(shownClaim([], state)).toBeNull();
});

test('an answer leads to the next claim, and taken back to the same one', () => {
  const next = answered(EMPTY_QUEUE, ALL, claim('x'), 'agree');
  expect(next.shownId).toBe('y');
  expect(lastVote(next)).toMatchObject({ claimId: 'x', choice: 'agree' });
  const back = undone(next);
  expect(back?.vote).toEqual({ claimId: 'x', choice: null });
  expect(back?.state).toEqual({ shownId: 'x', later: [], past: [] });
});

test('what was said of earlier words is not said again by taking an answer back', () => {
  const stale = { id: 'x', ownVote: { choice: 'pass', isStale: true } as const };
  expect(undone(answered(EMPTY_QUEUE, [stale], stale, 'agree'))?.vote?.choice).toBeNull();
  const changed = { id: 'x', ownVote: { choice: 'pass', isStale: false } as const };
  expect(undone(answered(EMPTY_QUEUE, [changed], changed, 'agree'))?.vote?.choice).toBe('pass');
});

test('what is put off comes back by itself or by a step back', () => {
  const state = putOff(putOff(EMPTY_QUEUE, ALL, 'x'), ALL, 'y');
  expect(state.later).toEqual(['x', 'y']);
  expect(lastVote(state)).toBeNull();
  expect(undone(state)).toMatchObject({ state: { shownId: 'y', later: ['x'] }, vote: null });
  expect(answered(state, ALL, claim('x'), 'pass').later).toEqual(['y']);
  expect(undone(EMPTY_QUEUE)).toBeNull();
});

test('what was put off on an earlier page stays put off, before what is put off since', () => {
  expect(resumed(EMPTY_QUEUE, ['y', 'x'])).toEqual({ shownId: null, later: ['y', 'x'], past: [] });
  const since = putOff(answered(EMPTY_QUEUE, ALL, claim('x'), 'agree'), ALL.slice(1), 'y');
  expect(resumed(since, ['z', 'y', 'x']).later).toEqual(['z', 'y']);
  expect(resumed(since, ['z']).shownId).toBe(since.shownId);
  const back = undone(since)?.state;
  expect(back && resumed(back, ['z']).past).toHaveLength(1);
});
