import { describe, expect, it } from 'vitest';
import type { RoomStage } from '../debate/view';
import { USUAL_ACTS } from './plan';
import {
  showsCounts,
  showsOwnCheck,
  showsOwnStance,
  showsStances,
  showsTurnout,
  tellsCount,
} from './visibility';

const STAGES: RoomStage[] = ['read', 'first_stance', 'explore', 'vote', 'second_stance', 'reveal', 'closed'];
const aClass = { kind: 'class', voice: 'own', showsCountsEarly: false } as const;
const commons = { kind: 'commons', stage: 'explore', voice: 'own', showsCountsEarly: false } as const;
const answered = { takesPart: true, hasAnswered: true };
const silent = { takesPart: true, hasAnswered: false };
const where = (shows: (stage: RoomStage) => boolean) => STAGES.filter(shows);

describe('a class', () => {
  it('shows counts and stances from the reveal on, to nobody before', () => {
    for (const shows of [showsCounts, showsStances]) {
      expect(where((stage) => shows({ room: { ...aClass, stage }, ...answered }))).toEqual([
        'reveal',
        'closed',
      ]);
      expect(where((stage) => shows({ room: { ...aClass, stage }, ...silent }))).toEqual([
        'reveal',
        'closed',
      ]);
    }
  });

  it('can open counts earlier to who has voted, in their own voice, and stances never', () => {
    const early = { ...aClass, showsCountsEarly: true };
    expect(where((stage) => showsCounts({ room: { ...early, stage }, ...answered }))).toEqual(STAGES);
    expect(where((stage) => showsCounts({ room: { ...early, stage }, ...silent }))).toEqual([
      'reveal',
      'closed',
    ]);
    const voiced = { ...early, voice: 'assigned' } as const;
    expect(showsCounts({ room: { ...voiced, stage: 'vote' }, ...answered })).toBe(false);
    expect(showsStances({ room: { ...early, stage: 'vote' }, ...answered })).toBe(false);
  });

  it('tells a count of fewer than five to who keeps it alone; the commons tells it to all', () => {
    const told = (room: typeof commons | (typeof aClass & { stage: RoomStage }), maintains: boolean) =>
      [0, 1, 4, 5].filter((answers) => tellsCount({ room, ...answered, maintains, answers }));
    expect(told({ ...aClass, stage: 'reveal' }, false)).toEqual([0, 5]);
    expect(told({ ...aClass, stage: 'reveal' }, true)).toEqual([0, 1, 4, 5]);
    expect(told({ ...aClass, stage: 'vote' }, true)).toEqual([]);
    expect(told(commons, false)).toEqual([0, 1, 4, 5]);
  });

  it('tells how many have answered to those who keep it, and to all from the reveal on', () => {
    expect(where((stage) => showsTurnout({ room: { ...aClass, stage }, maintains: true }))).toEqual(STAGES);
    expect(where((stage) => showsTurnout({ room: { ...aClass, stage }, maintains: false }))).toEqual([
      'reveal',
      'closed',
    ]);
  });

  it('puts the first stance away with its step, until the second has been placed', () => {
    const first = (stage: RoomStage, hasSecond = false, isLate = false) => {
      const round = stage === 'second_stance' || stage === 'reveal' || stage === 'closed' ? 2 : 1;
      const room = { ...aClass, stage, round, acts: USUAL_ACTS[stage] };
      return showsOwnStance({ room, round: 1, hasSecond, isLate });
    };
    expect(where((stage) => first(stage))).toEqual(['first_stance', 'reveal', 'closed']);
    expect(first('second_stance', true)).toBe(true);
    expect(first('explore', false, true)).toBe(true);
  });

  it('keeps the check of one’s own votes until then too', () => {
    expect(where((stage) => showsOwnCheck({ room: { ...aClass, stage }, hasSecond: false }))).toEqual([
      'reveal',
      'closed',
    ]);
    expect(showsOwnCheck({ room: { ...aClass, stage: 'second_stance' }, hasSecond: true })).toBe(true);
  });
});

describe('the commons', () => {
  it('shows counts and stances to visitors, and to others once they have answered', () => {
    for (const shows of [showsCounts, showsStances]) {
      expect(shows({ room: commons, takesPart: false, hasAnswered: false })).toBe(true);
      expect(shows({ room: commons, ...answered })).toBe(true);
      expect(shows({ room: commons, ...silent })).toBe(false);
    }
  });

  it('shows people their stance and check at any time', () => {
    const room = { ...commons, acts: [], round: 1 };
    expect(showsOwnStance({ room, round: 1, hasSecond: false, isLate: false })).toBe(true);
    expect(showsOwnCheck({ room, hasSecond: false })).toBe(true);
  });
});
