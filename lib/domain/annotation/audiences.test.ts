import { describe, expect, test } from 'vitest';
import { type AudienceRoom, audiencesOf, draftAudience, firstAudience } from './audiences';
import { isNoMoreOpen } from './visibility';

const commons: AudienceRoom = { kind: 'commons', access: 'public', groupName: null };
const closed: AudienceRoom = { kind: 'commons', access: 'private', groupName: null };
const inClass: AudienceRoom = { kind: 'class', access: 'private', groupName: null };
const inGroup: AudienceRoom = { kind: 'class', access: 'public', groupName: 'Group 2' };
const breakout: AudienceRoom = { kind: 'breakout', access: 'private', groupName: 'Group 2' };

describe('who may read a note', () => {
  test('is offered by what the room is', () => {
    expect(audiencesOf(commons, null)).toEqual(['private', 'teachers', 'room', 'public']);
    expect(audiencesOf(closed, null)).toEqual(['private', 'teachers', 'room']);
    expect(audiencesOf(inClass, null)).toEqual(['private', 'teachers', 'room']);
    expect(audiencesOf(inGroup, null)).toEqual(['private', 'teachers', 'group', 'room', 'public']);
    expect(audiencesOf(breakout, null)).toEqual(['private', 'teachers', 'group', 'room']);
  });

  test('is never wider for an answer than for what it answers', () => {
    expect(audiencesOf(commons, 'room')).toEqual(['private', 'teachers', 'room']);
    expect(audiencesOf(commons, 'teachers')).toEqual(['private', 'teachers']);
    expect(audiencesOf(breakout, 'private')).toEqual(['private']);
  });
});

describe('the audience that a form begins with', () => {
  test('is everyone in the commons, the class in a class, the group in a group', () => {
    const rooms = [commons, closed, inClass, inGroup, breakout];
    expect(rooms.map((room) => firstAudience(room, null, null))).toEqual([
      'public',
      'room',
      'room',
      'room',
      'group',
    ]);
  });

  test('is the one chosen last in this room', () => {
    expect(firstAudience(commons, null, 'private')).toBe('private');
  });

  test('is never wider than usual there, nor than the last one, when that one is gone', () => {
    const openClass: AudienceRoom = { ...inClass, access: 'public' };
    expect(firstAudience(openClass, null, 'group')).toBe('teachers');
    expect(firstAudience(commons, null, 'group')).toBe('teachers');
    expect(firstAudience(closed, null, 'public')).toBe('room');
    expect(firstAudience({ ...breakout, groupName: null }, null, 'public')).toBe('room');
    expect(firstAudience(breakout, null, 'public')).toBe('group');
    expect(firstAudience(breakout, null, 'room')).toBe('room');
  });

  test('never exceeds the last one, nor the usual one unless that was chosen, in any room and for any answer', () => {
    const rooms = (['commons', 'class', 'breakout'] as const).flatMap((kind) =>
      (['public', 'private'] as const).flatMap((access) =>
        ['Group 2', null].map((groupName): AudienceRoom => ({ kind, access, groupName })),
      ),
    );
    const all = ['private', 'teachers', 'group', 'room', 'public'] as const;
    for (const room of rooms) {
      const usual = firstAudience(room, null, null);
      for (const answered of [null, ...all]) {
        const offered = audiencesOf(room, answered);
        for (const last of [null, ...all]) {
          const first = firstAudience(room, answered, last);
          expect(offered).toContain(first);
          if (last !== null) expect(isNoMoreOpen(first, last)).toBe(true);
          if (first !== last) expect(isNoMoreOpen(first, usual)).toBe(true);
        }
      }
    }
  });

  test('of a draft is what it was chosen to be, else as narrow, and no wider than what is usual now', () => {
    expect(draftAudience(commons, null, 'room', 'public')).toEqual({ audience: 'room', gone: null });
    expect(draftAudience(commons, null, null, 'room')).toEqual({ audience: 'room', gone: null });
    const openClass: AudienceRoom = { ...inClass, access: 'public' };
    expect(draftAudience(openClass, null, 'group', 'public')).toEqual({
      audience: 'teachers',
      gone: 'group',
    });
    expect(draftAudience(closed, null, 'public', null)).toEqual({ audience: 'room', gone: 'public' });
    expect(draftAudience(commons, 'teachers', 'public', 'public')).toEqual({
      audience: 'teachers',
      gone: 'public',
    });
    expect(draftAudience(closed, null, 'public', 'private')).toEqual({ audience: 'private', gone: 'public' });
    expect(draftAudience(closed, null, 'public', null, 'public')).toEqual({ audience: 'public', gone: null });
  });

  test('is the widest that an answer may have when the usual one, or the last one, is too wide', () => {
    expect(firstAudience(commons, 'teachers', null)).toBe('teachers');
    expect(firstAudience(commons, 'room', 'public')).toBe('room');
    expect(firstAudience(commons, 'private', 'room')).toBe('private');
  });
});
