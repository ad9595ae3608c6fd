import { describe, expect, test } from 'vitest';
import { maintainsBy } from '../domain/room/roles';
import { type Actor, makeActor } from './actor';
import { can } from './can';
import type { AnnotationSubject, ContributionSubject, RoomSubject } from './subjects';

const person = makeActor.person({ userId: 'u', sessionId: 's', isAdministrator: false });
const administrator = makeActor.person({ userId: 'a', sessionId: 's', isAdministrator: true });
const visitor = makeActor.visitor();

const commons: RoomSubject = {
  kind: 'commons',
  stage: 'explore',
  acts: ['note', 'claim', 'vote', 'impact', 'stance'],
  speakers: 'all',
  namesCanBeRevealed: false,
  isInside: false,
  isMuted: false,
  claimsNeedApproval: true,
  notesNeedApproval: false,
  isPublic: true,
  isInDebate: false,
  role: null,
  rolesAbove: [],
};
const classroom: RoomSubject = { ...commons, kind: 'class' };

/** Who, as a non-programmer would say it, with the rooms' facts that make them so. */
const people: Record<string, { actor: Actor; inCommons: RoomSubject; inClass: RoomSubject }> = {
  visitor: { actor: visitor, inCommons: commons, inClass: classroom },
  newcomer: { actor: person, inCommons: commons, inClass: classroom },
  'class participant': { actor: person, inCommons: commons, inClass: { ...classroom, role: 'participant' } },
  'class observer': { actor: person, inCommons: commons, inClass: { ...classroom, role: 'observer' } },
  'class teacher': { actor: person, inCommons: commons, inClass: { ...classroom, role: 'teacher' } },
  // Who keeps the commons has no part in a class that others hold on its debate.
  'debate owner': { actor: person, inCommons: { ...commons, role: 'owner' }, inClass: classroom },
  administrator: { actor: administrator, inCommons: commons, inClass: classroom },
};

const contribution = (room: RoomSubject, more: Partial<ContributionSubject> = {}): ContributionSubject => ({
  room,
  isFromHere: true,
  status: 'published',
  isOwn: false,
  ...more,
});

const aNote = (room: RoomSubject, more: Partial<AnnotationSubject> = {}): AnnotationSubject => ({
  room,
  isFromHere: true,
  visibility: 'room',
  status: 'published',
  isOwn: false,
  isEditors: false,
  answersOwn: false,
  isInGroup: false,
  maintainsHome: maintainsBy([room.role, ...room.rolesAbove]),
  isHeldBack: false,
  isRemoved: false,
  isLocked: false,
  isMark: false,
  ...more,
});

/** The table to review: who may do what, in the commons (first) and in a class (second). */
const table: Record<
  string,
  [ask: (who: (typeof people)[string]) => [boolean, boolean], expected: Record<string, string>]
> = {
  'read the room': [
    (who) => [can(who.actor, 'room:read', who.inCommons), can(who.actor, 'room:read', who.inClass)],
    {
      visitor: 'yes no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes yes',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  'add a claim': [
    (who) => [can(who.actor, 'claim:add', who.inCommons), can(who.actor, 'claim:add', who.inClass)],
    {
      visitor: 'no no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes no',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes no',
    },
  ],
  'say which paragraphs were read': [
    (who) => [
      can(who.actor, 'passage:mark-read', { ...who.inCommons, role: 'participant' }),
      can(who.actor, 'passage:mark-read', who.inClass),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no yes',
      'class observer': 'no no',
      'class teacher': 'no no',
      'debate owner': 'no no',
      administrator: 'no no',
    },
  ],
  'publish at once': [
    (who) => [
      can(who.actor, 'claim:publish-at-once', who.inCommons),
      can(who.actor, 'claim:publish-at-once', who.inClass),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "review others' claims": [
    (who) => [
      can(who.actor, 'claim:review', contribution(who.inCommons, { status: 'suggested' })),
      can(who.actor, 'claim:review', contribution(who.inClass, { status: 'suggested' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "read others' suggestions": [
    (who) => [
      can(who.actor, 'claim:read', contribution(who.inCommons, { status: 'suggested' })),
      can(who.actor, 'claim:read', contribution(who.inClass, { status: 'suggested' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  'vote on a published claim': [
    (who) => [
      can(who.actor, 'vote:cast', contribution(who.inCommons)),
      can(who.actor, 'vote:cast', contribution(who.inClass)),
    ],
    {
      visitor: 'no no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes no',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes no',
    },
  ],
  'write a note': [
    (who) => [can(who.actor, 'annotation:add', who.inCommons), can(who.actor, 'annotation:add', who.inClass)],
    {
      visitor: 'no no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes no',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes no',
    },
  ],
  'give a source a new text': [
    (who) => [can(who.actor, 'source:write', who.inCommons), can(who.actor, 'source:write', who.inClass)],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no no',
      'debate owner': 'yes no',
      administrator: 'yes no',
    },
  ],
  "decide where a citation, and where another's private note, stands": [
    (who) => {
      const anchor = { room: who.inCommons, isOwn: false, isSeen: false } as const;
      return [
        can(who.actor, 'anchor:decide', { ...anchor, of: 'citation' }),
        can(who.actor, 'anchor:decide', { ...anchor, of: 'note' }),
      ];
    },
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no no',
      'debate owner': 'yes no',
      administrator: 'yes no',
    },
  ],
  "read another's private note": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons, { visibility: 'private' })),
      can(who.actor, 'annotation:read', aNote(who.inClass, { visibility: 'private' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no no',
      'debate owner': 'no no',
      administrator: 'no no',
    },
  ],
  "read another's note for the teachers": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons, { visibility: 'teachers' })),
      can(who.actor, 'annotation:read', aNote(who.inClass, { visibility: 'teachers' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'no no',
    },
  ],
  "read another's note for another group": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons, { visibility: 'group' })),
      can(who.actor, 'annotation:read', aNote(who.inClass, { visibility: 'group' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'no no',
    },
  ],
  "read another's note for the room": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons)),
      can(who.actor, 'annotation:read', aNote(who.inClass)),
    ],
    {
      visitor: 'no no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes yes',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "read another's public note": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons, { visibility: 'public' })),
      can(who.actor, 'annotation:read', aNote(who.inClass, { visibility: 'public' })),
    ],
    {
      visitor: 'yes no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes yes',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "read another's note that waits": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons, { status: 'waiting' })),
      can(who.actor, 'annotation:read', aNote(who.inClass, { status: 'waiting' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "read another's note that is held back": [
    (who) => [
      can(who.actor, 'annotation:read', aNote(who.inCommons, { isHeldBack: true, visibility: 'public' })),
      can(who.actor, 'annotation:read', aNote(who.inClass, { isHeldBack: true, visibility: 'public' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "hide another's note": [
    (who) => [
      can(who.actor, 'annotation:moderate', aNote(who.inCommons)),
      can(who.actor, 'annotation:moderate', aNote(who.inClass)),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'yes yes',
    },
  ],
  "hide another's note for the teachers": [
    (who) => [
      can(who.actor, 'annotation:moderate', aNote(who.inCommons, { visibility: 'teachers' })),
      can(who.actor, 'annotation:moderate', aNote(who.inClass, { visibility: 'teachers' })),
    ],
    {
      visitor: 'no no',
      newcomer: 'no no',
      'class participant': 'no no',
      'class observer': 'no no',
      'class teacher': 'no yes',
      'debate owner': 'yes no',
      administrator: 'no no',
    },
  ],
  "mark another's note as helpful": [
    (who) => [
      can(who.actor, 'annotation:react', aNote(who.inCommons)),
      can(who.actor, 'annotation:react', aNote(who.inClass)),
    ],
    {
      visitor: 'no no',
      newcomer: 'yes no',
      'class participant': 'yes yes',
      'class observer': 'yes no',
      'class teacher': 'yes yes',
      'debate owner': 'yes no',
      administrator: 'yes no',
    },
  ],
};

describe('role x permission', () => {
  for (const [permission, [ask, expected]] of Object.entries(table)) {
    for (const [name, who] of Object.entries(people)) {
      test(`${name}: ${permission}?`, () => {
        expect(
          ask(who)
            .map((yes) => (yes ? 'yes' : 'no'))
            .join(' '),
        ).toBe(expected[name]);
      });
    }
  }
});

describe('a private debate', () => {
  const closed: RoomSubject = { ...commons, isPublic: false };
  const rights = (actor: Actor, room: RoomSubject) =>
    (['room:read', 'claim:add', 'annotation:add', 'debate:publish'] as const)
      .map((permission) => (can(actor, permission, room) ? 'y' : 'n'))
      .join('');

  test('is for those with a seat in it, and for administrators to read', () => {
    expect(rights(visitor, closed)).toBe('nnnn');
    expect(rights(person, closed)).toBe('nnnn');
    expect(rights(person, { ...closed, isInDebate: true })).toBe('ynnn');
    expect(rights(person, { ...closed, isInDebate: true, role: 'observer' })).toBe('ynnn');
    expect(rights(person, { ...closed, isInDebate: true, role: 'participant' })).toBe('yyyn');
    expect(rights(person, { ...closed, isInDebate: true, role: 'owner' })).toBe('yyyy');
    expect(rights(administrator, closed)).toBe('ynny');
  });
  test('is opened by its owner, from the commons alone', () => {
    expect(rights(person, { ...commons, role: 'teacher' })).toBe('yyyn');
    expect(can(person, 'debate:publish', { ...classroom, role: 'owner' })).toBe(false);
  });
});

describe('what the state of a thing decides', () => {
  test('a closed room takes no votes, claims or notes, from anyone', () => {
    for (const who of Object.values(people)) {
      const closed: RoomSubject = { ...who.inCommons, stage: 'closed' };
      expect(can(who.actor, 'vote:cast', contribution(closed))).toBe(false);
      expect(can(who.actor, 'claim:add', closed)).toBe(false);
      expect(can(who.actor, 'annotation:add', closed)).toBe(false);
    }
  });
  test('an archived or suggested claim takes no votes', () => {
    for (const status of ['archived', 'suggested', 'declined'] as const) {
      expect(can(person, 'vote:cast', contribution(commons, { status }))).toBe(false);
    }
  });
  test('who maintains a class sees and changes nothing that waits in the commons above it', () => {
    const teacher: RoomSubject = { ...classroom, role: 'teacher' };
    const fromAbove = contribution(teacher, { isFromHere: false, status: 'suggested' });
    expect(can(person, 'claim:read', fromAbove)).toBe(false);
    expect(can(person, 'claim:review', fromAbove)).toBe(false);
    expect(can(person, 'claim:edit', contribution(teacher, { isFromHere: false }))).toBe(false);
    const above = aNote(teacher, { isFromHere: false, maintainsHome: false, visibility: 'teachers' });
    expect(can(person, 'annotation:read', above)).toBe(false);
    expect(can(person, 'annotation:moderate', { ...above, visibility: 'room' })).toBe(false);
  });
  test('authors edit their own suggestion, not what is published', () => {
    expect(can(person, 'claim:edit', contribution(commons, { isOwn: true, status: 'suggested' }))).toBe(true);
    expect(can(person, 'claim:edit', contribution(commons, { isOwn: true }))).toBe(false);
  });
  test('a removed note cannot be edited, hidden or liked, not even by its author', () => {
    const removed = aNote({ ...commons, role: 'owner' }, { isOwn: true, isRemoved: true, isMark: true });
    for (const permission of ['edit', 'remove', 'resolve', 'react', 'moderate'] as const) {
      expect(can(person, `annotation:${permission}`, removed)).toBe(false);
    }
  });
  test('what answers a person reaches them, whoever it is for, unless it is private, held back or hidden', () => {
    const reads = (more: Partial<AnnotationSubject>) =>
      can(person, 'annotation:read', aNote(commons, { answersOwn: true, visibility: 'teachers', ...more }));
    expect(reads({})).toBe(true);
    expect(reads({ visibility: 'group' })).toBe(true);
    expect(reads({ visibility: 'private' })).toBe(false);
    expect(reads({ isHeldBack: true })).toBe(false);
    expect(reads({ status: 'hidden' })).toBe(false);
  });
  test('who sits in a group reads what is for it, and no note for the teachers', () => {
    const reads = (visibility: AnnotationSubject['visibility']) =>
      can(person, 'annotation:read', aNote(commons, { isInGroup: true, visibility }));
    expect([reads('group'), reads('teachers'), reads('private')]).toEqual([true, false, false]);
  });
  test('what came with the debate is not held back', () => {
    const note = aNote(commons, { isHeldBack: true, isEditors: true, visibility: 'public' });
    expect(can(visitor, 'annotation:read', note)).toBe(true);
  });
  test('a hidden note is found by who would read it, as a gap, and read by its author and maintainers', () => {
    const hidden = { status: 'hidden' } as const;
    expect(can(person, 'annotation:find', aNote(commons, hidden))).toBe(true);
    expect(can(person, 'annotation:read', aNote(commons, hidden))).toBe(false);
    expect(can(person, 'annotation:read', aNote(commons, { ...hidden, isOwn: true }))).toBe(true);
    expect(can(person, 'annotation:react', aNote(commons, hidden))).toBe(false);
  });
  test('a mark is resolved by who set it and by maintainers; what is no mark by nobody', () => {
    const mark = aNote(commons, { isMark: true });
    const resolves = (actor: Actor, more: object = {}) =>
      can(actor, 'annotation:resolve', { ...mark, ...more });
    expect(resolves(person)).toBe(false);
    expect(resolves(person, { isOwn: true })).toBe(true);
    expect(resolves(person, { room: { ...commons, role: 'owner' } })).toBe(true);
    expect(resolves(administrator)).toBe(true);
    expect(resolves(person, { isOwn: true, isMark: false })).toBe(false);
    expect(resolves(person, { room: { ...classroom, role: 'teacher' }, isFromHere: false })).toBe(false);
  });
  test('where a note stands is its author’s to say', () => {
    const anchor = { room: commons, of: 'note', isOwn: true, isSeen: false } as const;
    expect(can(person, 'anchor:decide', anchor)).toBe(true);
    expect(can(person, 'anchor:decide', { ...anchor, isOwn: false, isSeen: true })).toBe(false);
  });
  test('an account is its own person’s alone', () => {
    expect(can(person, 'account:read', { userId: 'u' })).toBe(true);
    expect(can(administrator, 'account:read', { userId: 'u' })).toBe(false);
    expect(can(visitor, 'account:change', { userId: 'u' })).toBe(false);
  });
});
