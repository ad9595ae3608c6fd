import { describe, expect, test } from 'vitest';
import { type AudienceRoom, audiencesOf, firstAudience } from './audiences';

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

  test('is the widest that an answer may have when the usual one, or the last one, is too wide', () => {
    expect(firstAudience(commons, 'teachers', null)).toBe('teachers');
    expect(firstAudience(commons, 'room', 'public')).toBe('room');
    expect(firstAudience(commons, 'private', 'room')).toBe('private');
  });
});
