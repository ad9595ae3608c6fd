import { describe, expect, it } from 'vitest';
import { type ActingRoom, mayAct, refusalOfDeed } from './acts';
import { ROOM_ACTS } from './plan';

const room: ActingRoom = { kind: 'class', stage: 'explore', acts: ['note', 'claim'], speakers: 'all' };
const pupil = { maintains: false, isInside: false, isMuted: false };
const teacher = { ...pupil, maintains: true };

describe('what a room takes', () => {
  it('is what its step says, whatever the stage', () => {
    for (const act of ROOM_ACTS) {
      expect(refusalOfDeed({ ...room, acts: [act] }, act, pupil)).toBeNull();
      expect(refusalOfDeed({ ...room, acts: [] }, act, pupil)).toBe('not-now');
    }
  });

  it('is nothing once it is closed, from anybody', () => {
    for (const deed of [...ROOM_ACTS, 'private-note'] as const) {
      expect(refusalOfDeed({ ...room, stage: 'closed' }, deed, teacher)).toBe('room-closed');
    }
  });

  it('is always what nobody else reads, while it is open', () => {
    const silent: ActingRoom = { ...room, acts: [], speakers: 'inside' };
    expect(mayAct(silent, 'private-note', { ...pupil, isMuted: true })).toBe(true);
  });

  it('is words from those who keep it at any step, but their votes and stances at theirs alone', () => {
    const silent: ActingRoom = { ...room, acts: [] };
    expect(ROOM_ACTS.filter((act) => mayAct(silent, act, teacher))).toEqual(['note', 'claim']);
  });

  it('is words from the circle whose turn it is, and votes from both', () => {
    const inside = { ...pupil, isInside: true };
    const all: ActingRoom = { ...room, acts: ROOM_ACTS };
    expect(refusalOfDeed({ ...all, speakers: 'inside' }, 'claim', pupil)).toBe('not-speaking');
    expect(refusalOfDeed({ ...all, speakers: 'inside' }, 'claim', inside)).toBeNull();
    expect(refusalOfDeed({ ...all, speakers: 'outside' }, 'note', inside)).toBe('not-speaking');
    expect(refusalOfDeed({ ...all, speakers: 'outside' }, 'note', pupil)).toBeNull();
    expect(refusalOfDeed({ ...all, speakers: 'inside' }, 'vote', pupil)).toBeNull();
  });

  it('is no words from who is muted, and their votes', () => {
    const all: ActingRoom = { ...room, acts: ROOM_ACTS };
    const muted = { ...pupil, isMuted: true };
    expect(ROOM_ACTS.filter((act) => mayAct(all, act, muted))).toEqual(['vote', 'impact', 'stance']);
    expect(refusalOfDeed(all, 'note', muted)).toBe('muted');
  });
});
