import { describe, expect, test } from 'vitest';
import type { AddAnnotation } from '../../domain/annotation/schema';
import type { AnnotationThread } from '../../domain/annotation/view';
import type { Visibility } from '../../domain/debate/view';
import { type Actor, makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { exportedDebate } from '../debate/export-query';
import { debateView } from '../debate/queries';
import { search } from '../search/queries';
import { sourceList } from '../source/source-list';
import { aBreakout, aClaim, aClass, aDebate, aParticipant, aPerson, aSeat } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { annotationList, annotationThreads } from './annotation-views';
import { addAnnotation, editAnnotation, removeAnnotation } from './commands';
import { setRoomSettings } from './moderation-commands';
import { aliasesLike, mentionsOf, ownNotes, tagsInUse } from './note-lists';
import { annotationRevisions } from './revisions';

const { prisma } = testDatabase();
const visitor = makeActor.visitor();

const flat = (threads: readonly AnnotationThread[] | null): string[] =>
  (threads ?? []).flatMap(({ note, replies }) => [note.body, ...flat(replies)]);

/** A class with two groups and a pupil in each; the pupils have aliases to be named by. */
const aScene = async () => {
  const debate = await aDebate();
  const claimId = await aClaim(debate);
  const classId = await aClass(debate);
  const groups = [await aBreakout(debate, classId, 'Red'), await aBreakout(debate, classId, 'Blue')] as const;
  const pupil = async (alias: string, groupId: string | null) => {
    const who = await aPerson();
    const seat = {
      roomId: classId,
      userId: who.userId,
      alias,
      aliasKey: alias.toLowerCase().replace(/ /g, ''),
    };
    await prisma.participant.create({ data: seat });
    if (groupId) await aSeat(who, groupId);
    return who;
  };
  const [ann, ben, cat] = [
    await pupil('Ann', groups[0]),
    await pupil('Ben 2', groups[1]),
    await pupil('Cat', groups[0]),
  ];
  const teacher = await aParticipant(classId, 'teacher');
  const write = async (
    who: Person,
    visibility: Visibility,
    body: string,
    more: Partial<AddAnnotation> = {},
  ) => valueIn(await tryToWrite(who, visibility, body, more)).annotation;
  const tryToWrite = (who: Person, visibility: Visibility, body: string, more: Partial<AddAnnotation> = {}) =>
    addAnnotation(who, classId, {
      target: { type: 'claim', claimId },
      kind: 'comment',
      visibility,
      body,
      ...more,
    });
  const read = async (who: Actor) => flat(await annotationThreads(who, classId, { claimId }));
  return { debate, claimId, classId, groups, ann, ben, cat, teacher, write, tryToWrite, read };
};

describe('for whom a note is', () => {
  test('a pupil asks the teacher, and the answer for the teachers reaches the pupil and nobody else', async () => {
    const { ann, ben, teacher, write, read } = await aScene();
    const asked = await write(ann, 'teachers', 'Is this right?');
    const target = { type: 'annotation', annotationId: asked.id } as const;
    await write(teacher, 'teachers', 'Nearly.', { target });
    for (const who of [ann, teacher]) expect(await read(who)).toEqual(['Is this right?', 'Nearly.']);
    expect(await read(ben)).toEqual([]);
    const open = await write(ben, 'room', 'I think so.');
    await write(teacher, 'teachers', 'See me.', { target: { type: 'annotation', annotationId: open.id } });
    expect(await read(ann)).toEqual(['Is this right?', 'Nearly.', 'I think so.']);
    expect(await read(ben)).toEqual(['I think so.', 'See me.']);
  });

  test('a note for the group is for those who sit in it, and says its name', async () => {
    const { classId, ann, ben, cat, teacher, write, tryToWrite, read } = await aScene();
    const note = await write(ann, 'group', 'Let us split this.');
    expect(note.groupName).toBe('Red');
    for (const who of [cat, teacher]) expect(await read(who)).toEqual(['Let us split this.']);
    expect(await read(ben)).toEqual([]);
    const target = { type: 'annotation', annotationId: note.id } as const;
    expect((await write(cat, 'group', 'Yes.', { target })).groupName).toBe('Red');
    expect((await write(teacher, 'group', 'Good.', { target })).groupName).toBe('Red');
    expect(codeOf(await tryToWrite(teacher, 'group', 'Mine.'))).toBe('no-group');
    expect(codeOf(await tryToWrite(cat, 'room', 'Wider.', { target }))).toBe('reply-to-private');
    expect(codeOf(await annotationRevisions(ben, classId, note.id))).toBe('not-found');
  });

  test('in a breakout the group is the breakout itself', async () => {
    const { claimId, groups, ann, cat, ben } = await aScene();
    const target = { type: 'claim', claimId } as const;
    const input = { target, kind: 'comment', visibility: 'group', body: 'Here.' } as const;
    expect(valueIn(await addAnnotation(ann, groups[0], input)).annotation.groupName).toBe('Red');
    expect(flat(await annotationThreads(cat, groups[0], { claimId }))).toEqual(['Here.']);
    expect(await annotationThreads(ben, groups[0], { claimId })).toBeNull();
  });

  test('a note is public in the commons alone; there a visitor reads it, and one for the room who is signed in', async () => {
    const { debate, claimId, ann, tryToWrite } = await aScene();
    expect(codeOf(await tryToWrite(ann, 'public', 'For all.'))).toBe('public-in-commons-only');
    const write = (visibility: Visibility) =>
      addAnnotation(ann, debate.roomId, {
        target: { type: 'claim', claimId },
        kind: 'comment',
        visibility,
        body: visibility,
      });
    valueIn(await write('public'));
    valueIn(await write('room'));
    expect(codeOf(await write('group'))).toBe('no-group');
    expect(flat(await annotationThreads(visitor, debate.roomId, { claimId }))).toEqual(['public']);
    expect(flat(await annotationThreads(await aPerson(), debate.roomId, { claimId }))).toEqual([
      'public',
      'room',
    ]);
    const note = valueIn(await write('room')).annotation;
    expect((await debateView(ann, debate.slug))?.room.commonsId).toBe(debate.roomId);
    expect(note.visibility).toBe('room');
  });

  test('the history shows each wording to those alone who could read it then', async () => {
    const { classId, ann, ben, teacher, write } = await aScene();
    const { id } = await write(ann, 'private', 'One.');
    const edit = async (body: string, visibility: Visibility, revision: number) =>
      valueIn(await editAnnotation(ann, classId, id, { body, kind: 'comment', visibility, revision }));
    await edit('Two.', 'teachers', 1);
    await edit('Three.', 'group', 2);
    await edit('Four.', 'room', 3);
    const words = async (who: Actor) =>
      valueIn(await annotationRevisions(who, classId, id)).map(({ body }) => body);
    expect(await words(ben)).toEqual(['Four.']);
    expect(await words(teacher)).toEqual(['Four.', 'Three.', 'Two.']);
    expect(await words(ann)).toEqual(['Four.', 'Three.', 'Two.', 'One.']);
  });

  test('a note does not close over an answer for more people, nor over one for another group', async () => {
    const { classId, ann, ben, write } = await aScene();
    const note = await write(ann, 'room', 'Open.');
    await write(ben, 'group', 'Ours.', { target: { type: 'annotation', annotationId: note.id } });
    const close = (visibility: Visibility) =>
      editAnnotation(ann, classId, note.id, { body: 'x', kind: 'comment', visibility, revision: 1 });
    for (const visibility of ['private', 'teachers', 'group'] as const) {
      expect(codeOf(await close(visibility))).toBe('reply-to-private');
    }
  });
});

describe('a room that asks for notes first', () => {
  test('holds those of others back in lists, counts, search, history, replies, tags, mentions and exports', async () => {
    const { debate, claimId, classId, ann, ben, teacher, write, tryToWrite, read } = await aScene();
    valueIn(await setRoomSettings(teacher, classId, { notesBeforeOthers: 2 }));
    const first = await write(ann, 'room', 'Lanterns, @Ben 2!', { tags: ['light'] });
    await write(ann, 'room', 'More lanterns.');
    const see = async (who: Actor) => {
      const list = await annotationList(who, classId, { claimId });
      const found = valueIn(await search(who, classId, 'lanterns', '127.0.0.1'));
      const tags = valueIn(await tagsInUse(who, classId)).tags;
      const mentions = who.kind === 'person' ? valueIn(await mentionsOf(who, classId)).mentions : [];
      return [flat(list?.threads ?? null).length, found.notes.length, tags.length, mentions.length];
    };
    expect(await see(teacher)).toEqual([2, 2, 1, 0]);
    expect(await see(ben)).toEqual([0, 0, 0, 0]);
    expect((await annotationList(ben, classId, { claimId }))?.hiddenUntilPosted).toEqual({
      required: 2,
      posted: 0,
    });
    const target = { type: 'annotation', annotationId: first.id } as const;
    expect(codeOf(await annotationRevisions(ben, classId, first.id))).toBe('not-found');
    expect(codeOf(await tryToWrite(ben, 'room', 'Why?', { target }))).toBe('not-found');
    await write(ben, 'private', 'Does not count.');
    const removed = await write(ben, 'room', 'Does not count.');
    await removeAnnotation(ben, classId, removed.id);
    await write(ben, 'teachers', 'Counts.');
    expect((await annotationList(ben, classId, { claimId }))?.hiddenUntilPosted).toEqual({
      required: 2,
      posted: 1,
    });
    expect(await read(ben)).toEqual(['Does not count.', 'Counts.']);
    const second = await write(ben, 'room', 'Counts too.');
    expect((await annotationList(ben, classId, { claimId }))?.hiddenUntilPosted).toBeNull();
    expect(await see(ben)).toEqual([5, 2, 1, 1]);
    // Posting and taking it back does not open the room for good.
    await removeAnnotation(ben, classId, second.id);
    expect(await see(ben)).toEqual([2, 0, 0, 0]);
    // One's own can still be changed and taken back where it stands below what is held back.
    const reply = await write(teacher, 'room', 'In the dark.', { target });
    await prisma.annotation.update({
      where: { id: reply.id },
      data: {
        authorId: (await prisma.participant.findFirstOrThrow({ where: { roomId: classId, alias: 'Ben 2' } }))
          .id,
      },
    });
    valueIn(await setRoomSettings(teacher, classId, { notesBeforeOthers: 5 }));
    expect(valueIn(await removeAnnotation(ben, classId, reply.id)).annotation.isRemoved).toBe(true);
    const exported = valueIn(
      await exportedDebate(ben, debate.slug, { format: 'json', isPretty: false, now: new Date(0) }),
    );
    expect(JSON.stringify(exported)).not.toContain('lanterns');
  });

  test('holds them back from visitors of a commons too, and never what came with the debate', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const owner = await aParticipant(debate.roomId, 'owner');
    const editor = await prisma.participant.create({
      data: { roomId: debate.roomId, role: 'owner', alias: 'Editors', aliasKey: 'editors', isEditor: true },
    });
    await prisma.annotation.create({
      data: {
        debateId: debate.id,
        roomId: debate.roomId,
        authorId: editor.id,
        kind: 'comment',
        visibility: 'public',
        claimId,
        revisions: { create: { number: 1, body: 'From the editors.' } },
      },
    });
    const note = {
      target: { type: 'claim', claimId },
      kind: 'comment',
      visibility: 'public',
      body: 'Mine.',
    } as const;
    const author = await aPerson();
    valueIn(await addAnnotation(author, debate.roomId, note));
    const target = {
      type: 'passage',
      sourceVersionId: debate.sourceVersionId,
      start: 0,
      end: 5,
      exact: 'Mines',
    } as const;
    valueIn(await addAnnotation(author, debate.roomId, { ...note, target, body: 'On a word.' }));
    valueIn(await setRoomSettings(owner, debate.roomId, { notesBeforeOthers: 1 }));
    const see = async (who: Actor) => {
      const view = await debateView(who, debate.slug);
      return [
        flat(await annotationThreads(who, debate.roomId, { all: true })),
        view?.claims.find(({ id }) => id === claimId)?.noteCount,
        view?.room.hiddenUntilPosted,
        (await sourceList(who, debate.slug))?.sources[0]?.notes,
      ];
    };
    for (const who of [visitor, await aPerson()]) {
      expect(await see(who)).toEqual([['From the editors.'], 1, { required: 1, posted: 0 }, 0]);
    }
    expect(await see(owner)).toEqual([['From the editors.', 'Mine.', 'On a word.'], 2, null, 1]);
  });

  test('holds back what an owner wrote also when that account is gone: it did not come with the debate', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const owner = await aParticipant(debate.roomId, 'owner');
    const target = { type: 'claim', claimId } as const;
    const note = { target, kind: 'comment', visibility: 'public', body: 'Mine.' } as const;
    const { id } = valueIn(await addAnnotation(owner, debate.roomId, note)).annotation;
    await prisma.user.delete({ where: { id: owner.userId } });
    const read = async () => await annotationThreads(visitor, debate.roomId, { claimId });
    expect((await read())?.[0]?.note).toMatchObject({ id, isEditors: false });
    await prisma.room.update({ where: { id: debate.roomId }, data: { notesBeforeOthers: 1 } });
    expect(await read()).toEqual([]);
  });
});

describe('an account that goes', () => {
  test('takes along what was written for oneself alone, and leaves what others could read', async () => {
    const { classId, ann, ben, write, read } = await aScene();
    await write(ann, 'private', 'Mine alone.', { tags: ['secret'] });
    await write(ann, 'room', 'Ours.');
    const closed = await write(ann, 'room', 'Closed later.');
    const target = { type: 'annotation', annotationId: closed.id } as const;
    await write(ben, 'private', 'His own answer.', { target });
    const edit = { body: 'Closed later.', kind: 'comment', visibility: 'private', revision: 1 } as const;
    valueIn(await editAnnotation(ann, classId, closed.id, edit));
    await prisma.user.delete({ where: { id: ann.userId } });
    const bodies = await prisma.annotationRevision.findMany({
      where: { annotation: { roomId: classId } },
      orderBy: { createdAt: 'asc' },
    });
    expect(bodies.map(({ body }) => body)).toEqual(['Ours.', 'His own answer.']);
    expect(await prisma.annotation.count({ where: { roomId: classId } })).toBe(3);
    expect(await prisma.annotation.count({ where: { roomId: classId, tags: { has: 'secret' } } })).toBe(0);
    expect(await read(ben)).toEqual(['Ours.']);
  });
});

describe('a mention', () => {
  test('names people of the room who may read the note, whatever their case, and anew after a change', async () => {
    const { classId, ann, ben, cat, write } = await aScene();
    const note = await write(ann, 'room', 'See @ben 2, @CAT, @Ann and @nobody.');
    expect(note.mentions.toSorted()).toEqual(['Ben 2', 'Cat']);
    const [mention] = valueIn(await mentionsOf(ben, classId)).mentions;
    expect(mention).toMatchObject({ note: { id: note.id }, place: { type: 'claim' } });
    const edit = { body: 'See @Cat and @Ben 2.', kind: 'comment', visibility: 'group', revision: 1 } as const;
    expect(valueIn(await editAnnotation(ann, classId, note.id, edit)).annotation.mentions).toEqual(['Cat']);
    expect(valueIn(await mentionsOf(ben, classId)).mentions).toEqual([]);
    expect(valueIn(await mentionsOf(cat, classId)).mentions).toHaveLength(1);
    await removeAnnotation(ann, classId, note.id);
    expect(valueIn(await mentionsOf(cat, classId)).mentions).toEqual([]);
  });

  test('is offered to those with a seat: at most ten aliases, and nothing but aliases', async () => {
    const { classId, ann, teacher } = await aScene();
    expect(valueIn(await aliasesLike(ann, classId, { starts: 'BEN' }))).toEqual({ aliases: ['Ben 2'] });
    for (let count = 0; count < 12; count += 1) await aParticipant(classId);
    expect(valueIn(await aliasesLike(teacher, classId, { starts: 'alias' })).aliases).toHaveLength(10);
    const administrator = await aPerson({ isAdministrator: true });
    expect(codeOf(await aliasesLike(administrator, classId, { starts: 'a' }))).toBe('not-allowed');
  });
});

describe('lists of notes', () => {
  test('tags keep their order and spelling, and are counted across spellings', async () => {
    const { classId, ann, ben, write } = await aScene();
    const note = await write(ann, 'room', 'One.', { tags: ['Law', 'war crimes'] });
    expect(note.tags).toEqual(['Law', 'war crimes']);
    await write(ben, 'room', 'Two.', { tags: ['law'] });
    await write(ben, 'room', 'Three.', { tags: ['law'] });
    await write(ben, 'private', 'Four.', { tags: ['secret'] });
    expect(valueIn(await tagsInUse(ann, classId)).tags).toEqual([
      { tag: 'law', count: 3 },
      { tag: 'war crimes', count: 1 },
    ]);
  });

  test('one’s own are all there, in their threads and with their place, also when the thread is out of sight', async () => {
    const { debate, classId, ann, ben, teacher, write } = await aScene();
    const note = await write(ben, 'room', 'A thread.');
    await write(ann, 'teachers', 'Mine, in it.', { target: { type: 'annotation', annotationId: note.id } });
    const passage = {
      type: 'passage',
      sourceVersionId: debate.sourceVersionId,
      start: 0,
      end: 5,
      exact: 'Mines',
    } as const;
    await write(ann, 'private', 'On the text.', { target: passage });
    await write(ben, 'room', 'Not mine.');
    const own = async () => valueIn(await ownNotes(ann, classId)).threads;
    expect((await own()).map(({ thread }) => flat([thread]))).toEqual([
      ['A thread.', 'Mine, in it.'],
      ['On the text.'],
    ]);
    expect((await own()).map(({ place }) => place?.type)).toEqual(['claim', 'passage']);
    expect((await own())[1]?.place).toMatchObject({ sourceKey: 'digest', passageKey: 'p1', version: 1 });
    valueIn(await setRoomSettings(teacher, classId, { notesBeforeOthers: 5 }));
    expect((await own()).map(({ thread }) => flat([thread]))).toEqual([['Mine, in it.'], ['On the text.']]);
  });

  test('of a source are those on the whole of it and those that its newest text lost', async () => {
    const { debate, classId, ann, write } = await aScene();
    const { sourceId } = await prisma.sourceVersion.findUniqueOrThrow({
      where: { id: debate.sourceVersionId },
    });
    await write(ann, 'room', 'On all of it.', { target: { type: 'source', sourceId } });
    const passage = {
      type: 'passage',
      sourceVersionId: debate.sourceVersionId,
      start: 0,
      end: 5,
      exact: 'Mines',
    } as const;
    expect((await write(ann, 'room', 'On a word.', { target: passage })).target).toMatchObject({
      isLost: false,
    });
    const list = async () =>
      (await annotationThreads(ann, classId, { sourceId }))?.map(({ note }) => note) ?? [];
    expect((await list()).map(({ body }) => body)).toEqual(['On all of it.']);
    await prisma.sourceVersion.create({
      data: { sourceId, debateId: debate.id, number: 2, text: 'Something else.' },
    });
    expect((await list()).map(({ body, target }) => [body, 'isLost' in target && target.isLost])).toEqual([
      ['On all of it.', false],
      ['On a word.', true],
    ]);
  });
});
