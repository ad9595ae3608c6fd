import { describe, expect, test } from 'vitest';
import type { AddAnnotation } from '../../domain/annotation/schema';
import type { Visibility } from '../../domain/debate/view';
import { type Actor, makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { search } from '../search/queries';
import { aClaim, aClass, aDebate, aParticipant, aPerson, aSeat } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { annotationThreads } from './annotation-views';
import { addAnnotation, editAnnotation, removeAnnotation, resolveAnnotation } from './commands';
import { moderateAnnotation, setRoomSettings } from './moderation-commands';
import { auditOf, moderationOf } from './moderation-queries';
import { markHelpful, reportAnnotation } from './reaction-commands';
import { annotationRevisions } from './revisions';

const { prisma } = testDatabase();
const visitor = makeActor.visitor();
const HIDE = { status: 'hidden', reason: 'It names a pupil.' } as const;
const SHOW = { status: 'published' } as const;

const aScene = async (settings: { notesNeedApproval?: boolean } = {}) => {
  const debate = await aDebate();
  const claimId = await aClaim(debate);
  const [author, other] = [await aPerson(), await aPerson()];
  const owner = await aParticipant(debate.roomId, 'owner');
  if (settings.notesNeedApproval) valueIn(await setRoomSettings(owner, debate.roomId, settings));
  const write = async (who: Person, more: Partial<AddAnnotation> = {}) =>
    valueIn(
      await addAnnotation(who, debate.roomId, {
        target: { type: 'claim', claimId },
        kind: 'comment',
        visibility: 'public',
        body: 'A dreadful thought.',
        ...more,
      }),
    ).annotation;
  const notes = async (who: Actor) =>
    (await annotationThreads(who, debate.roomId, { claimId }))?.map(({ note }) => note) ?? [];
  const edit = (who: Person, id: string, revision: number, body: string, visibility: Visibility = 'public') =>
    editAnnotation(who, debate.roomId, id, { body, kind: 'comment', visibility, revision });
  const decide = async (who: Actor, id: string, decision: typeof HIDE | typeof SHOW) =>
    moderateAnnotation(who, debate.roomId, id, decision);
  const actions = async () =>
    (await prisma.auditEntry.findMany({ where: { roomId: debate.roomId }, orderBy: { id: 'asc' } })).map(
      ({ action, reason }) => [action, reason],
    );
  return {
    debate,
    claimId,
    author,
    other,
    owner,
    write,
    notes,
    edit,
    decide,
    actions,
    roomId: debate.roomId,
  };
};

describe('a note that is hidden', () => {
  test('has no words left for others in lists, counts, marks, search and history; its author sees them and why', async () => {
    const { debate, claimId, roomId, author, other, owner, write, notes, decide, actions } = await aScene();
    const { id } = await write(author, { mark: 'unclear', tags: ['grim'] });
    expect(codeOf(await decide(other, id, HIDE))).toBe('not-allowed');
    expect(valueIn(await decide(owner, id, HIDE)).annotation).toMatchObject({
      status: 'hidden',
      statusReason: HIDE.reason,
      body: 'A dreadful thought.',
    });
    const seen = async (who: Actor) => {
      const claim = (await debateView(who, debate.slug))?.claims.find((one) => one.id === claimId);
      const found = valueIn(await search(who, roomId, 'dreadful', '127.0.0.1'));
      return [(await notes(who)).length, claim?.noteCount, claim?.openMarks.length, found.notes.length];
    };
    for (const who of [visitor, other]) {
      expect(await seen(who)).toEqual([0, 0, 0, 0]);
      expect(codeOf(await annotationRevisions(who, roomId, id))).toBe('not-found');
    }
    for (const who of [author, owner]) expect(await seen(who)).toEqual([1, 1, 1, 1]);
    expect((await notes(author))[0]).toMatchObject({
      status: 'hidden',
      statusReason: HIDE.reason,
      canModerate: false,
    });
    valueIn(await decide(owner, id, SHOW));
    expect(await seen(visitor)).toEqual([1, 1, 1, 1]);
    expect((await notes(visitor))[0]?.statusReason).toBeNull();
    expect(await actions()).toEqual([
      ['note-hide', HIDE.reason],
      ['note-restore', null],
    ]);
  });

  test('leaves no trace in the log of the room when its mark is resolved', async () => {
    const { roomId, author, owner, write, decide } = await aScene();
    const { id } = await write(author, { mark: 'unclear' });
    valueIn(await decide(owner, id, HIDE));
    valueIn(await resolveAnnotation(owner, roomId, id, { isResolved: true }));
    expect(await prisma.event.count({ where: { subjectId: id, type: 'mark-resolved' } })).toBe(0);
  });

  test('is a gap over its replies, without name, tags or reason, and takes no reply of others', async () => {
    const { roomId, author, other, owner, write, notes, decide } = await aScene();
    const { id } = await write(author, { tags: ['grim'], mark: 'unclear' });
    const reply = { target: { type: 'annotation', annotationId: id }, body: 'Is it?' } as const;
    await write(other, reply);
    valueIn(await resolveAnnotation(owner, roomId, id, { isResolved: true }));
    expect((await notes(visitor))[0]?.isResolved).toBe(true);
    valueIn(await decide(owner, id, HIDE));
    expect((await notes(visitor))[0]).toMatchObject({
      body: '',
      content: [],
      authorAlias: null,
      tags: [],
      mark: null,
      isResolved: false,
      resolvedByAlias: null,
      statusReason: null,
      status: 'hidden',
    });
    const again = { kind: 'comment', visibility: 'public', ...reply } as const;
    expect(codeOf(await addAnnotation(other, roomId, again))).toBe('not-found');
    for (const react of [
      markHelpful(other, roomId, id, { isHelpful: true }),
      reportAnnotation(other, roomId, id, { reason: 'spam' }),
    ]) {
      expect(codeOf(await react)).toBe('not-found');
    }
  });

  test('stays hidden when its author rewrites it, and what it said stays out of the history once it shows', async () => {
    const { roomId, author, owner, write, edit, decide } = await aScene();
    const { id } = await write(author);
    valueIn(await edit(author, id, 1, 'Still dreadful.'));
    valueIn(await decide(owner, id, HIDE));
    expect(valueIn(await edit(author, id, 2, 'A mild thought.')).annotation.status).toBe('hidden');
    valueIn(await decide(owner, id, SHOW));
    const words = async (who: Actor) =>
      valueIn(await annotationRevisions(who, roomId, id)).map(({ body }) => body);
    expect(await words(visitor)).toEqual(['A mild thought.']);
    expect(await words(author)).toHaveLength(3);
    expect(await words(owner)).toHaveLength(3);
  });

  test.each(['hidden', 'waiting'] as const)(
    'does not bring back words that were %s by its history: not to those whom it answers, nor to anybody but its author and who oversees it',
    async (reason) => {
      const { debate, claimId, author, other, owner } = await aScene();
      const classId = await aClass(debate);
      const teacher = await aParticipant(classId, 'teacher');
      const administrator = await aPerson({ isAdministrator: true });
      const fellow = await aParticipant(classId);
      for (const one of [author, other]) await aSeat(one, classId);
      const asked = async (roomId: string, visibility: Visibility) => {
        const target = { type: 'claim', claimId } as const;
        const question = { target, kind: 'question', visibility, body: 'Well?' } as const;
        return valueIn(await addAnnotation(other, roomId, question)).annotation.id;
      };
      const rewritten = async (roomId: string, keeper: Person, open: Visibility, first: Visibility) => {
        const target = { type: 'annotation', annotationId: await asked(roomId, open) } as const;
        valueIn(await setRoomSettings(keeper, roomId, { notesNeedApproval: reason === 'waiting' }));
        const words = { target, kind: 'comment', visibility: first, body: 'Dreadful.' } as const;
        const { id } = valueIn(await addAnnotation(author, roomId, words)).annotation;
        if (reason === 'hidden') valueIn(await moderateAnnotation(keeper, roomId, id, HIDE));
        const mild = { body: 'Mild.', kind: 'comment', visibility: open, revision: 1 } as const;
        valueIn(await editAnnotation(author, roomId, id, mild));
        valueIn(await moderateAnnotation(keeper, roomId, id, SHOW));
        return async (who: Actor) =>
          valueIn(await annotationRevisions(who, roomId, id)).map(({ body }) => body);
      };
      const inCommons = await rewritten(debate.roomId, owner, 'public', 'public');
      for (const who of [visitor, fellow, other, teacher]) expect(await inCommons(who)).toEqual(['Mild.']);
      for (const who of [author, owner, administrator])
        expect(await inCommons(who)).toEqual(['Mild.', 'Dreadful.']);
      const inClass = await rewritten(classId, teacher, 'room', 'room');
      for (const who of [fellow, other]) expect(await inClass(who)).toEqual(['Mild.']);
      for (const who of [author, teacher, administrator])
        expect(await inClass(who)).toEqual(['Mild.', 'Dreadful.']);
      // What was for the teachers and the one who asked never waits, yet can be hidden.
      if (reason === 'waiting') return;
      const forTeachers = await rewritten(classId, teacher, 'room', 'teachers');
      for (const who of [fellow, other, administrator]) expect(await forTeachers(who)).toEqual(['Mild.']);
      for (const who of [author, teacher]) expect(await forTeachers(who)).toEqual(['Mild.', 'Dreadful.']);
    },
  );

  test('is hidden by who keeps its own room, not by who keeps one below', async () => {
    const { debate, author, write } = await aScene();
    const classId = await aClass(debate);
    const teacher = await aParticipant(classId, 'teacher');
    const { id } = await write(author);
    expect(codeOf(await moderateAnnotation(teacher, debate.roomId, id, HIDE))).toBe('not-allowed');
    expect(codeOf(await moderateAnnotation(teacher, classId, id, HIDE))).toBe('not-found');
    expect(codeOf(await moderationOf(teacher, debate.roomId))).toBe('not-allowed');
    expect(codeOf(await auditOf(teacher, debate.roomId, {}))).toBe('not-allowed');
  });
});

describe('a room in which notes wait', () => {
  test('shows a note to others when a maintainer lets it through, and again after a change', async () => {
    const { author, other, owner, write, notes, edit, decide, actions } = await aScene({
      notesNeedApproval: true,
    });
    const { id, status } = await write(author);
    expect(status).toBe('waiting');
    const count = async () => [(await notes(visitor)).length, (await notes(other)).length];
    expect(await count()).toEqual([0, 0]);
    expect(await notes(author)).toHaveLength(1);
    expect(await notes(owner)).toHaveLength(1);
    valueIn(await decide(owner, id, SHOW));
    expect(await count()).toEqual([1, 1]);
    expect(valueIn(await edit(author, id, 1, 'Other words.')).annotation.status).toBe('waiting');
    expect(await count()).toEqual([0, 0]);
    expect((await actions()).slice(1)).toEqual([['note-approve', null]]);
  });

  test('keeps private notes, notes for the teachers and those of maintainers out of the queue', async () => {
    const { roomId, author, owner, write, edit } = await aScene({ notesNeedApproval: true });
    const secret = await write(author, { visibility: 'private' });
    const asked = await write(author, { visibility: 'teachers' });
    const said = await write(owner);
    expect([secret.status, asked.status, said.status]).toEqual(['published', 'published', 'published']);
    expect(valueIn(await moderationOf(owner, roomId)).waiting).toEqual([]);
    expect(valueIn(await edit(author, asked.id, 1, 'For all.')).annotation.status).toBe('waiting');
    expect(valueIn(await edit(author, asked.id, 2, 'For me.', 'private')).annotation.status).toBe(
      'published',
    );
    expect(valueIn(await moderationOf(owner, roomId)).waiting).toEqual([]);
  });

  test('never shows words that were not let through, not in the history either', async () => {
    const { roomId, author, owner, write, edit, decide } = await aScene({ notesNeedApproval: true });
    const { id } = await write(author);
    valueIn(await edit(author, id, 1, 'Second words.'));
    valueIn(await decide(owner, id, SHOW));
    const words = valueIn(await annotationRevisions(visitor, roomId, id)).map(({ body }) => body);
    expect(words).toEqual(['Second words.']);
  });
});

describe('a report', () => {
  test('reaches those who keep the room, with its reason and who made it, and nobody else', async () => {
    const { roomId, author, other, owner, write, notes, decide, actions } = await aScene();
    const { id } = await write(author);
    const report = (who: Person) => reportAnnotation(who, roomId, id, { reason: 'insult', words: 'Look.' });
    expect(valueIn(await report(other)).annotation).toMatchObject({ hasReported: true, canModerate: false });
    expect(codeOf(await report(other))).toBe('already-reported');
    expect(codeOf(await report(author))).toBe('own-note');
    valueIn(await report(await aPerson()));
    const [reported] = valueIn(await moderationOf(owner, roomId)).reported;
    expect(reported?.reports).toMatchObject([
      { reason: 'insult', words: 'Look.', reporterAlias: expect.any(String) as string },
      { reason: 'insult' },
    ]);
    expect(reported?.place).toMatchObject({ type: 'claim' });
    expect((await notes(author))[0]?.hasReported).toBe(false);
    expect(JSON.stringify(await notes(author))).not.toContain('Look.');
    for (const who of [author, other]) expect(codeOf(await moderationOf(who, roomId))).toBe('not-allowed');
    // The note stays: the reports are settled, and that is on record.
    valueIn(await decide(owner, id, SHOW));
    expect(valueIn(await moderationOf(owner, roomId)).reported).toEqual([]);
    valueIn(await decide(owner, id, SHOW));
    expect(await actions()).toEqual([['note-keep', null]]);
  });

  test('is settled when its author removes the note', async () => {
    const { roomId, author, other, owner, write } = await aScene();
    const { id } = await write(author);
    valueIn(await reportAnnotation(other, roomId, id, { reason: 'spam' }));
    valueIn(await removeAnnotation(author, roomId, id));
    expect(valueIn(await moderationOf(owner, roomId)).reported).toEqual([]);
    expect(await prisma.annotationReport.count({ where: { annotationId: id, settledAt: null } })).toBe(0);
  });
});

describe('“helpful”', () => {
  test('is said once by a person, not of one’s own, and can be taken back', async () => {
    const { roomId, author, other, write, notes } = await aScene();
    const { id } = await write(author);
    const say = async (who: Person, isHelpful: boolean) => {
      const result = await markHelpful(who, roomId, id, { isHelpful });
      return result.ok
        ? [result.value.annotation.helpfulCount, result.value.annotation.isHelpfulToMe]
        : result.error.code;
    };
    expect(await say(author, true)).toBe('own-note');
    expect(await say(other, true)).toEqual([1, true]);
    expect(await say(other, true)).toEqual([1, true]);
    expect(await say(await aPerson(), true)).toEqual([2, true]);
    expect((await notes(author))[0]).toMatchObject({
      helpfulCount: 2,
      isHelpfulToMe: false,
      canReact: false,
    });
    expect(await say(other, false)).toEqual([1, false]);
  });
});

describe('the settings and the record of a room', () => {
  test('are for those who keep it; each change and decision is on record, in pages', async () => {
    const { roomId, author, owner, write, decide } = await aScene();
    expect(codeOf(await setRoomSettings(author, roomId, { notesBeforeOthers: 2 }))).toBe('not-allowed');
    expect(valueIn(await setRoomSettings(owner, roomId, { notesBeforeOthers: 2 }))).toEqual({
      settings: { notesNeedApproval: false, notesBeforeOthers: 2 },
    });
    const { id } = await write(author);
    for (let time = 0; time < 26; time += 1) {
      valueIn(await decide(owner, id, HIDE));
      valueIn(await decide(owner, id, SHOW));
    }
    const first = valueIn(await auditOf(owner, roomId, {}));
    expect(first.entries).toHaveLength(50);
    expect(first.entries[0]).toMatchObject({
      action: 'note-restore',
      subjectId: id,
      byAlias: expect.stringMatching(/Alias/) as string,
    });
    const rest = valueIn(await auditOf(owner, roomId, { before: first.next ?? '' }));
    expect(rest.entries.map(({ action }) => action)).toEqual(['note-restore', 'note-hide', 'room-settings']);
    expect(rest.entries[2]?.reason).toBe('notesBeforeOthers=2');
    expect(rest.next).toBeNull();
  });

  test('an administrator oversees what the room reads, not notes for its teachers', async () => {
    const { roomId, author, write, notes } = await aScene();
    const administrator = await aPerson({ isAdministrator: true });
    const open = await write(author, { visibility: 'room' });
    const asked = await write(author, { visibility: 'teachers' });
    expect((await notes(administrator)).map(({ id }) => id)).toEqual([open.id]);
    expect(codeOf(await moderateAnnotation(administrator, roomId, asked.id, HIDE))).toBe('not-found');
    valueIn(await moderateAnnotation(administrator, roomId, open.id, HIDE));
    expect(valueIn(await moderationOf(administrator, roomId)).hidden).toHaveLength(1);
  });

  test('a seat is taken by who reacts, and not by who may not', async () => {
    const { debate, author, write } = await aScene();
    const { id } = await write(author);
    const observer = await aPerson();
    await aSeat(observer, debate.roomId, 'observer');
    expect(codeOf(await markHelpful(observer, debate.roomId, id, { isHelpful: true }))).toBe('not-allowed');
  });
});
