import { describe, expect, test } from 'vitest';
import { makeActor } from './actor';
import { can } from './can';
import type { PersonSubject, RoomSubject } from './subjects';

const person = makeActor.person({ userId: 'u', sessionId: 's', isAdministrator: false });
const guest = makeActor.person({ userId: 'g', sessionId: 's', isAdministrator: false, isGuest: true });

const classroom: RoomSubject = {
  kind: 'class',
  stage: 'explore',
  acts: ['note', 'claim', 'vote', 'impact', 'stance'],
  speakers: 'all',
  namesCanBeRevealed: false,
  isInside: false,
  isMuted: false,
  claimsNeedApproval: true,
  notesNeedApproval: false,
  isPublic: true,
  isInDebate: true,
  role: null,
  rolesAbove: [],
};

/** Somebody of the class, as a reader in that role meets them. */
const whom = (
  reader: RoomSubject['role'],
  role: PersonSubject['role'],
  more: Partial<PersonSubject> = {},
): PersonSubject => ({
  room: { ...classroom, role: reader },
  role,
  isSelf: false,
  isLastOwner: false,
  isWithoutAccount: false,
  ...more,
});

describe('the people of a class', () => {
  test.each([
    ['owner', 'owner', 'no no yes'],
    ['owner', 'teacher', 'no yes yes'],
    ['owner', 'participant', 'yes yes yes'],
    ['teacher', 'owner', 'no no no'],
    ['teacher', 'teacher', 'no no yes'],
    ['teacher', 'participant', 'yes yes yes'],
    ['assistant', 'teacher', 'no no no'],
    ['assistant', 'participant', 'yes yes no'],
    ['participant', 'participant', 'no no no'],
    ['observer', 'participant', 'no no no'],
    [null, 'participant', 'no no no'],
  ] as const)('%s: a %s is muted, taken out, made an observer: %s', (reader, role, expected) => {
    const subject = whom(reader, role);
    const found = [
      can(person, 'person:mute', subject),
      can(person, 'person:remove', subject),
      can(person, 'person:change-role', { ...subject, to: 'observer' }),
    ];
    expect(found.map((may) => (may ? 'yes' : 'no')).join(' ')).toBe(expected);
  });

  test('nobody mutes or takes out themselves, and the last owner neither leaves nor steps down', () => {
    const self = whom('owner', 'owner', { isSelf: true, isLastOwner: true });
    expect(can(person, 'person:mute', self)).toBe(false);
    expect(can(person, 'person:remove', self)).toBe(false);
    expect(can(person, 'person:leave', self)).toBe(false);
    expect(can(person, 'person:erase', self)).toBe(false);
    expect(can(person, 'person:change-role', { ...self, to: 'teacher' })).toBe(false);
    expect(can(person, 'person:leave', { ...self, isLastOwner: false })).toBe(true);
  });

  test('who has no account helps and watches, but does not teach', () => {
    const one = whom('owner', 'participant', { isWithoutAccount: true });
    const may = (to: PersonSubject['role']) => can(person, 'person:change-role', { ...one, to });
    expect([may('assistant'), may('observer'), may('teacher'), may('owner')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(can(person, 'person:reset-code', one)).toBe(true);
    expect(can(person, 'person:reset-code', { ...one, isWithoutAccount: false })).toBe(false);
  });
});

describe('a guest', () => {
  const commons: RoomSubject = { ...classroom, kind: 'commons' };

  test('has no say in the commons, and the one of their seat in a class', () => {
    expect(can(guest, 'claim:add', commons)).toBe(false);
    expect(can(person, 'claim:add', commons)).toBe(true);
    expect(can(guest, 'claim:add', { ...classroom, role: 'participant' })).toBe(true);
  });

  test('begins no debate and no class, and has no password to change', () => {
    expect(can(guest, 'debate:create', null)).toBe(false);
    expect(can(guest, 'class:open', commons)).toBe(false);
    expect(can(guest, 'account:change', { userId: 'g' })).toBe(false);
    expect(can(guest, 'account:keep-seats', { userId: 'g' })).toBe(true);
    expect(can(person, 'account:keep-seats', { userId: 'u' })).toBe(false);
  });
});
