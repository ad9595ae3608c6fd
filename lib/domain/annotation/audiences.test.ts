import { describe, expect, test } from 'vitest';
import { audiencesOf, firstAudience, type NotePlace } from './audiences';

const commons: NotePlace = { roomKind: 'commons', access: 'public' };
const closed: NotePlace = { roomKind: 'commons', access: 'private' };
const inClass: NotePlace = { roomKind: 'class', access: 'private' };
const breakout: NotePlace = { roomKind: 'breakout', access: 'private' };

describe('who may read a note', () => {
  test('is offered by what the room is', () => {
    expect(audiencesOf(commons, null)).toEqual(['private', 'teachers', 'room', 'public']);
    expect(audiencesOf(closed, null)).toEqual(['private', 'teachers', 'room']);
    expect(audiencesOf(inClass, null)).toEqual(['private', 'teachers', 'room']);
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
    expect([commons, closed, inClass, breakout].map((place) => firstAudience(place, null, null))).toEqual([
      'public',
      'room',
      'room',
      'group',
    ]);
  });

  test('is the one chosen last in this room', () => {
    expect(firstAudience(commons, null, 'private')).toBe('private');
  });

  test('is the widest that an answer may have when the usual one is too wide', () => {
    expect(firstAudience(commons, 'teachers', null)).toBe('teachers');
    expect(firstAudience(commons, 'room', 'public')).toBe('room');
    expect(firstAudience(commons, 'private', 'room')).toBe('private');
  });
});
