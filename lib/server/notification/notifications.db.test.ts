import { expect, test } from 'vitest';
import type { Person } from '../../policy/actor';
import { addAnnotation } from '../annotation/commands';
import { moderateAnnotation } from '../annotation/moderation-commands';
import { database } from '../database/client';
import { aClass, aDebate, aParticipant, type TestDebate } from '../testing/a-debate';
import { markRead, notificationsOf, unreadCount } from './queries';

const told = async (actor: Person) => {
  const listed = await notificationsOf(actor);
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value;
};
const kinds = async (actor: Person) =>
  (await told(actor)).notifications.map(({ kind, count }) => `${kind} ${count}`);

const aNote = async (
  actor: Person,
  debate: TestDebate,
  roomId: string,
  parentId?: string,
  body = 'A thought.',
) => {
  const target = parentId
    ? ({ type: 'annotation', annotationId: parentId } as const)
    : ({ type: 'claim', claimId: debate.motionId } as const);
  const added = await addAnnotation(actor, roomId, { kind: 'comment', visibility: 'room', body, target });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.annotation.id;
};

test('answers to one note are counted up until they are read, and lead to it', async () => {
  const debate = await aDebate();
  const roomId = await aClass(debate);
  const [ann, ben] = [await aParticipant(roomId, 'participant'), await aParticipant(roomId, 'participant')];
  const note = await aNote(ann, debate, roomId);
  await aNote(ben, debate, roomId, note);
  await aNote(ben, debate, roomId, note);
  await aNote(ann, debate, roomId, note);
  expect(await kinds(ann)).toEqual(['reply 2']);
  expect((await told(ann)).notifications[0]?.note?.id).toBe(note);
  expect(await unreadCount(ann)).toBe(1);
  expect(await markRead(ann, {})).toEqual({ ok: true, value: { unread: 0 } });
  await aNote(ben, debate, roomId, note);
  expect(await kinds(ann)).toEqual(['reply 1', 'reply 2']);
  expect(await kinds(ben)).toEqual([]);
});

test('what waits is told to those who keep the room; whom it names hears of it when it shows', async () => {
  const debate = await aDebate();
  const roomId = await aClass(debate);
  await database().prisma.room.update({ where: { id: roomId }, data: { notesNeedApproval: true } });
  const teacher = await aParticipant(roomId, 'teacher');
  const [ann, ben] = [await aParticipant(roomId, 'participant'), await aParticipant(roomId, 'participant')];
  const seat = await database().prisma.participant.findFirstOrThrow({
    where: { roomId, userId: ben.userId },
  });
  const note = await aNote(ann, debate, roomId, undefined, `Look here, @${seat.alias}`);
  expect(await kinds(teacher)).toEqual(['waiting 1']);
  expect(await kinds(ben)).toEqual([]);
  await moderateAnnotation(teacher, roomId, note, { status: 'published' });
  expect(await kinds(ben)).toEqual(['mention 1']);
  expect(await kinds(ann)).toEqual(['note-decided 1']);
  // Hidden again, it is nothing to be told of.
  await moderateAnnotation(teacher, roomId, note, { status: 'hidden', reason: 'Not fair.' });
  expect(await kinds(ben)).toEqual([]);
});

test('a room that was left tells nothing more, and nobody marks what is another’s', async () => {
  const debate = await aDebate();
  const roomId = await aClass(debate);
  const [ann, ben] = [await aParticipant(roomId, 'participant'), await aParticipant(roomId, 'participant')];
  const note = await aNote(ann, debate, roomId);
  await aNote(ben, debate, roomId, note);
  const [entry] = (await told(ann)).notifications;
  await markRead(ben, { ids: [entry?.id ?? ''] });
  expect(await unreadCount(ann)).toBe(1);
  await database().prisma.participant.updateMany({
    where: { roomId, userId: ann.userId },
    data: { leftAt: new Date() },
  });
  expect(await kinds(ann)).toEqual([]);
  expect(await unreadCount(ann)).toBe(0);
});

test('a note that names somebody and was hidden since is in no list, no mark and no mail', async () => {
  const debate = await aDebate();
  const roomId = await aClass(debate);
  const [ann, ben] = [await aParticipant(roomId, 'participant'), await aParticipant(roomId, 'participant')];
  const teacher = await aParticipant(roomId, 'teacher');
  const { alias } = await database().prisma.participant.findFirstOrThrow({
    where: { roomId, userId: ann.userId },
  });
  const note = await aNote(ben, debate, roomId, undefined, `Look here, @${alias}!`);
  expect(await kinds(ann)).toEqual(['mention 1']);
  expect(await unreadCount(ann)).toBe(1);
  const hidden = await moderateAnnotation(teacher, roomId, note, { status: 'hidden', reason: 'Not fair.' });
  if (!hidden.ok) throw new Error(hidden.error.code);
  expect(await told(ann)).toEqual({ unread: 0, notifications: [] });
  expect(await unreadCount(ann)).toBe(0);
});
