import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { testDatabase } from '../../database/testing';
import { aClass, aDebate, aParticipant, aPerson, aSeat } from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { markPassagesRead } from './passages-read';

const { prisma } = testDatabase();

/** A class on a debate whose text has three paragraphs. */
async function aScene() {
  const debate = await aDebate();
  const classId = await aClass(debate);
  await prisma.passage.createMany({
    data: ['p2', 'p3'].map((key, index) => ({
      sourceVersionId: debate.sourceVersionId,
      key,
      start: 0,
      end: 5,
      position: index + 1,
      text: 'Mines',
    })),
  });
  return { debate, classId, sourceVersionId: debate.sourceVersionId };
}

test('paragraphs are counted once, however often they are named', async () => {
  const { classId, sourceVersionId } = await aScene();
  const pupil = await aParticipant(classId);
  const read = async (...keys: string[]) =>
    valueIn(await markPassagesRead(pupil, classId, { sourceVersionId, keys })).read;
  expect(await read('p1', 'p2')).toBe(2);
  expect(await read('p2', 'p2')).toBe(2);
  expect(await read('p3', 'p99')).toBe(3);
  const many = await Promise.all(Array.from({ length: 10 }, () => read('p1', 'p2', 'p3')));
  expect(new Set(many)).toEqual(new Set([3]));
});

test('only the newest version of a text of this debate counts', async () => {
  const { debate, classId, sourceVersionId } = await aScene();
  const other = await aDebate();
  const pupil = await aParticipant(classId);
  const read = async (version: string) =>
    valueIn(await markPassagesRead(pupil, classId, { sourceVersionId: version, keys: ['p1'] })).read;
  expect(await read(other.sourceVersionId)).toBe(0);
  expect(await read(uuidv7())).toBe(0);
  await prisma.sourceVersion.create({
    data: {
      sourceId: debate.sourceId,
      debateId: debate.id,
      number: 2,
      text: 'Anew.',
      passages: { create: { key: 'p1', start: 0, end: 5, position: 0, text: 'Anew.' } },
    },
  });
  expect(await read(sourceVersionId)).toBe(0);
});

test('it is taken from participants who sit in the room, while it is open', async () => {
  const { debate, classId, sourceVersionId } = await aScene();
  const say = async (who: Parameters<typeof markPassagesRead>[0], roomId = classId) =>
    codeOf(await markPassagesRead(who, roomId, { sourceVersionId, keys: ['p1'] }));
  const pupil = await aParticipant(classId);
  expect(await say(await aParticipant(classId, 'observer'))).toBe('not-allowed');
  expect(await say(await aParticipant(classId, 'teacher'))).toBe('not-allowed');
  expect(await say(await aPerson())).toBe('not-found');
  const reader = await aPerson();
  await aSeat(reader, debate.roomId);
  expect(await say(reader, debate.roomId)).toBe('not-allowed');
  await prisma.participant.updateMany({
    where: { roomId: classId, role: 'participant' },
    data: { leftAt: new Date() },
  });
  expect(await say(pupil)).toBe('not-found');
  await prisma.participant.updateMany({ where: { roomId: classId }, data: { leftAt: null } });
  await prisma.room.update({ where: { id: classId }, data: { stage: 'closed' } });
  expect(await say(pupil)).toBe('room-closed');
});
