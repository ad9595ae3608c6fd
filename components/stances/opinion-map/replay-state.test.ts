import { expect, it } from 'vitest';
import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { type ReplayAct, type ReplayState, replayAfter, stepMs } from './replay-state';
import { emptyMap } from './testing/empty-map';

const map = (version: string): ShownOpinions => ({ ...emptyMap, version });
const frames = [10, 20, 30].map(
  (votes): OpinionFrame => ({ at: '2026-11-02T10:00:00Z', votes, people: 5, dots: [], groups: [] }),
);
const after = (...acts: ReplayAct[]) => acts.reduce<ReplayState>(replayAfter, { status: 'closed' });
const opened: ReplayAct[] = [
  { type: 'open', map: map('1') },
  { type: 'read', version: '1', frames },
];

it('a replay plays from its first frame to its last, and stops there', () => {
  expect(after(...opened)).toMatchObject({ status: 'ready', at: 0, isPlaying: true });
  const passed: ReplayAct = { type: 'passed' };
  expect(after(...opened, passed)).toMatchObject({ at: 1, isPlaying: true });
  expect(after(...opened, passed, passed)).toMatchObject({ at: 2, isPlaying: false });
  expect(after(...opened, passed, passed, { type: 'play' })).toMatchObject({ at: 0, isPlaying: true });
});

it('whoever goes to a frame stays there', () => {
  const there = after(...opened, { type: 'go', at: 1 });
  expect(there).toMatchObject({ at: 1, isPlaying: false });
  expect(replayAfter(there, { type: 'read', version: '2', frames })).toBe(there);
  expect(replayAfter(there, { type: 'failed' })).toBe(there);
  expect(after(...opened, { type: 'go', at: 99 })).toMatchObject({ at: 2 });
});

it('a newer map is replayed when its reader asks for it', () => {
  expect(after(...opened, { type: 'newer', map: map('2') })).toMatchObject({
    status: 'reading',
    map: { version: '2' },
  });
});

it('reading again after trouble is told from reading at first', () => {
  const tried = after({ type: 'open', map: map('1') }, { type: 'failed' }, { type: 'open', map: map('1') });
  expect(tried).toMatchObject({ status: 'reading', isAgain: true });
  expect(after({ type: 'open', map: map('1') })).toMatchObject({ isAgain: false });
});

it.each([
  [3, 3_000],
  [8, 1_714],
  [24, 900],
])('of %i frames each is seen for %i ms', (count, ms) => {
  expect(stepMs(count)).toBe(ms);
});
