import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { AssignSides } from '../../../domain/room/groups';
import type { Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { testDatabase } from '../../database/testing';
import { aClass, aDebate, aParticipant } from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { takeSeat } from '../people/take-seat';
import { roomContext } from '../room-context';
import { ownVoices, voicesCompared } from '../voices';
import { changeGroups } from './group-commands';
import { assignSides, setCircles } from './side-commands';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const { prisma } = testDatabase();

async function aTaughtClass(pupils: number) {
  const debate = await aDebate();
  const classId = await aClass(debate, { stage: 'vote' });
  const teacher = await aParticipant(classId, 'teacher');
  const people: Person[] = [];
  for (let index = 0; index < pupils; index += 1) people.push(await aParticipant(classId));
  const give = (input: AssignSides) => assignSides(teacher, classId, input);
  return { debate, classId, teacher, people, give };
}

const newSeat = (roomId: string) => {
  const alias = `Late ${uuidv7().slice(-12)}`;
  const isNewGuest = true;
  return {
    roomId,
    userId: uuidv7(),
    participantId: uuidv7(),
    isNewGuest,
    alias,
    name: null,
    seatCodeHash: null,
  };
};

test('sides are of one size, hold in the groups too, and whoever comes late gets the smaller one', async () => {
  const { classId, teacher, give } = await aTaughtClass(5);
  expect(valueIn(await takeSeat(newSeat(classId)))).toMatchObject({ wasThere: false });
  expect(await prisma.participant.count({ where: { roomId: classId, sideId: { not: null } } })).toBe(0);
  const first = valueIn(await give({ by: 'random' }));
  const participantIds = first.people.map(({ participantId }) => participantId);
  valueIn(
    await changeGroups(teacher, classId, { action: 'open', groups: [{ name: 'All', participantIds }] }),
  );
  const { people } = valueIn(await give({ by: 'random' }));
  const sizes = ['for', 'against'].map((key) => people.filter(({ sideKey }) => sideKey === key).length);
  expect(sizes).toEqual([3, 3]);
  const [moved] = people.filter(({ sideKey }) => sideKey === 'against');
  if (!moved) throw new Error('nobody');
  valueIn(await give({ by: 'hand', seats: [{ participantId: moved.participantId, side: 'for' }] }));
  for (const _ of [1, 2]) valueIn(await takeSeat(newSeat(classId)));
  const count = (where: object) => prisma.participant.count({ where: { ...where, actsForId: null } });
  expect(await count({ roomId: classId, side: { key: 'for' } })).toBe(4);
  expect(await count({ roomId: classId, side: { key: 'against' } })).toBe(4);
  expect(await count({ room: { parentId: classId }, side: { key: 'for' } })).toBe(4);
  valueIn(await give({ by: 'clear' }));
  expect(
    await count({ sideId: { not: null }, OR: [{ roomId: classId }, { room: { parentId: classId } }] }),
  ).toBe(0);
});

test('sides against what people think take ten who have said it, and unknown sides and seats are refused', async () => {
  const { debate, classId, people, give } = await aTaughtClass(10);
  expect(codeOf(await give({ by: 'opposite' }))).toBe('too-few-answers');
  const seats = await prisma.participant.findMany({ where: { roomId: classId, role: 'participant' } });
  for (const [index, person] of people.entries()) {
    if (index === 9) expect(codeOf(await give({ by: 'opposite' }))).toBe('too-few-answers');
    const participantId = seats.find(({ userId }) => userId === person.userId)?.id ?? '';
    const facts = {
      roomId: classId,
      motionId: debate.motionId,
      participantId,
      round: 1,
      confidence: 2,
      seq: 1n,
    };
    await prisma.stance.create({
      data: { ...facts, answer: 'placed', value: index < 5 ? -50 - index : 50, eventId: uuidv7() },
    });
  }
  const given = valueIn(await give({ by: 'opposite' }));
  const isDoubter = new Set(
    seats.filter(({ userId }) => people.slice(0, 5).some((one) => one.userId === userId)).map(({ id }) => id),
  );
  const argued = given.people.filter(({ sideKey }) => sideKey === 'for');
  expect(argued).toHaveLength(5);
  expect(argued.every(({ participantId }) => isDoubter.has(participantId))).toBe(true);
  expect(await prisma.auditEntry.count({ where: { roomId: classId, reason: 'sides opposite' } })).toBe(1);
  const participantId = given.people[0]?.participantId ?? '';
  expect(codeOf(await give({ by: 'hand', seats: [{ participantId, side: 'neither' }] }))).toBe(
    'invalid-input',
  );
  expect(codeOf(await give({ by: 'hand', seats: [{ participantId: uuidv7(), side: 'for' }] }))).toBe(
    'not-found',
  );
});

test('circles hold half of the class, and swap', async () => {
  const { classId, teacher } = await aTaughtClass(5);
  const inside = async (by: 'random' | 'swap') =>
    valueIn(await setCircles(teacher, classId, { by }))
      .people.filter(({ isInside }) => isInside)
      .map(({ participantId }) => participantId);
  const first = await inside('random');
  const second = await inside('swap');
  expect([first.length, second.length]).toEqual([2, 3]);
  expect(second.some((id) => first.includes(id))).toBe(false);
  expect((await inside('swap')).sort()).toEqual(first.sort());
});

test('votes for a side are compared with one’s own, and said of five people or more alone', async () => {
  const { debate, classId, people } = await aTaughtClass(5);
  const claim = await prisma.claim.findUniqueOrThrow({ where: { id: debate.motionId } });
  await prisma.claim.update({ where: { id: claim.id }, data: { isMotion: false, code: 'X' } });
  const vote = (participantId: string, choice: 'agree' | 'disagree') =>
    prisma.vote.create({
      data: { roomId: classId, claimId: claim.id, claimRevision: 1, participantId, choice, seq: 1n },
    });
  const compared = async () =>
    voicesCompared(database().prisma, { id: classId, path: [debate.roomId, classId] });
  for (const [index, person] of people.entries()) {
    if (index === 4) expect((await compared())[0]).toMatchObject({ people: null, same: null, own: null });
    const seat = await prisma.participant.findUniqueOrThrow({
      where: { roomId_userId: { roomId: classId, userId: person.userId } },
    });
    const alias = `Voice ${index}`;
    const voice = await prisma.participant.create({
      data: { roomId: classId, actsForId: seat.id, sideId: debate.sideIds[0], alias, aliasKey: alias },
    });
    await vote(seat.id, index === 0 ? 'agree' : 'disagree');
    await vote(voice.id, 'agree');
  }
  expect(await compared()).toEqual([
    {
      claimId: claim.id,
      code: 'X',
      sideKey: 'for',
      people: 5,
      same: 1,
      own: { agree: 1, disagree: 4, pass: 0 },
      voice: { agree: 5, disagree: 0, pass: 0 },
    },
  ]);
  const [, second] = people;
  if (!second) throw new Error('nobody');
  expect(await roomContext(second, classId)).not.toBeNull();
  expect(valueIn(await ownVoices(second, classId)).votes).toEqual([
    { claimId: claim.id, code: 'X', own: 'disagree', voices: { for: 'agree' } },
  ]);
});

test('those without a side get one, and the others keep theirs', async () => {
  const { classId, give } = await aTaughtClass(5);
  const seats = await prisma.participant.findMany({ where: { roomId: classId, role: 'participant' } });
  const [first, second] = seats;
  if (!first || !second) throw new Error('nobody');
  const hand = [first, second].map(({ id }) => ({ participantId: id, side: 'for' }));
  valueIn(await give({ by: 'hand', seats: hand }));
  const { people } = valueIn(await give({ by: 'rest' }));
  const has = (side: string) => people.filter(({ sideKey }) => sideKey === side);
  expect([has('for').length, has('against').length].sort()).toEqual([2, 3]);
  for (const { id } of [first, second])
    expect(has('for').map(({ participantId }) => participantId)).toContain(id);
});

test('whoever comes late into a fishbowl listens first', async () => {
  const { classId, teacher } = await aTaughtClass(4);
  const isInside = async () => {
    const { participantId: id } = valueIn(await takeSeat(newSeat(classId)));
    return (await prisma.participant.findUniqueOrThrow({ where: { id } })).isInside;
  };
  const speak = (speakers: 'inside' | 'outside') =>
    prisma.room.update({ where: { id: classId }, data: { speakers } });
  await speak('outside');
  // Nobody was drawn yet: who says that there are circles at all?
  expect(await isInside()).toBe(false);
  valueIn(await setCircles(teacher, classId, { by: 'random' }));
  expect(await isInside()).toBe(true);
  await speak('inside');
  expect(await isInside()).toBe(false);
});
