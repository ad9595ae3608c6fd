import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { RoomStage } from '../../domain/debate/view';
import { peopleOf } from '../../domain/stance/room-stances';
import { makeActor, type Person } from '../../policy/actor';
import { database } from '../database/client';
import { roomReport } from '../room/report/room-report';
import {
  aBreakout,
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aRevision,
  aSeat,
  type TestDebate,
} from '../testing/a-debate';
import { valueIn } from '../testing/expecting';
import { roomStances } from './room-stances';

const VALUES = [80, 60, 40, 20, 0, -30];

/** Says where somebody new stands, in each of these rounds; the person. */
async function whoStands(debate: TestDebate, roomId: string, values: readonly number[], claimId?: string) {
  const person = await aPerson();
  const participantId = await aSeat(person, roomId);
  for (const [index, value] of values.entries()) {
    const isSecond = index === 1;
    await database().prisma.stance.create({
      data: {
        roomId,
        motionId: debate.motionId,
        participantId,
        round: index + 1,
        answer: 'placed',
        value,
        seq: 1n,
        eventId: uuidv7(),
        ...(isSecond && claimId && { reasons: { create: [{ claimId, position: 0 }] } }),
      },
    });
  }
  return person;
}

/** Six people, each of whom moved by 20 points towards against, by one claim. */
async function aMovedClass(stage: RoomStage) {
  const debate = await aDebate();
  const roomId = await aClass(debate, { stage });
  await database().prisma.room.update({ where: { id: roomId }, data: { round: 2 } });
  const claimId = await aClaim(debate);
  const pupils: Person[] = [];
  for (const value of VALUES) {
    pupils.push(await whoStands(debate, roomId, [value, value - 20], claimId));
  }
  const teacher = await aParticipant(roomId, 'teacher');
  return { debate, roomId, claimId, pupils, teacher };
}

describe('the stances of a class', () => {
  test('are the numbers of its report, and tell each their own alone', async () => {
    const { roomId, claimId, pupils, teacher } = await aMovedClass('reveal');
    const [pupil] = pupils;
    if (!pupil) throw new Error('nobody came');
    const seen = valueIn(await roomStances(pupil, roomId));
    const { results } = valueIn(await roomReport(pupil, { roomId }));
    if (seen.state !== 'shown' || !results) throw new Error('not shown');
    const { answers, ...numbers } = seen.stances;
    const { dots, ...reported } = results.stances;
    expect(numbers).toEqual(reported);
    expect(peopleOf(answers ?? [])).toEqual(dots);
    expect(seen).toMatchObject({ rounds: 2, own: { first: 80, second: 60 }, isOwnAmong: true });
    expect(seen.claims.map((claim) => claim.claimId)).toEqual([claimId]);
    const taught = valueIn(await roomStances(teacher, roomId));
    expect(taught).toMatchObject({ state: 'shown', isOwnAmong: false });
  });

  test('are told to nobody before the reveal; who teaches learns how many are in', async () => {
    const { roomId, pupils, teacher } = await aMovedClass('second_stance');
    const [pupil] = pupils;
    if (!pupil) throw new Error('nobody came');
    const hidden = { state: 'hidden', until: 'reveal', motion: expect.anything() };
    expect(valueIn(await roomStances(pupil, roomId))).toEqual({
      ...hidden,
      own: { first: 80, second: 60 },
      turnout: null,
    });
    expect(valueIn(await roomStances(teacher, roomId))).toEqual({
      ...hidden,
      own: { first: null, second: null },
      turnout: { people: 6, first: 6, second: 6 },
    });
  });

  test('are those of its groups too, hidden as long as the class hides them', async () => {
    const { debate, roomId, pupils } = await aMovedClass('reveal');
    const [pupil] = pupils;
    if (!pupil) throw new Error('nobody came');
    const groupId = await aBreakout(debate, roomId);
    await aSeat(pupil, groupId);
    const seen = valueIn(await roomStances(pupil, groupId));
    expect(seen).toMatchObject({ state: 'shown', own: { first: 80, second: 60 }, isOwnAmong: true });
    expect(seen).toEqual(valueIn(await roomStances(pupil, roomId)));
    // The group was closed at the reveal; the class went back.
    const { prisma } = database();
    await prisma.room.update({ where: { id: groupId }, data: { stage: 'reveal', archivedAt: new Date() } });
    await prisma.room.update({ where: { id: roomId }, data: { stage: 'second_stance' } });
    expect(valueIn(await roomStances(pupil, groupId))).toMatchObject({ state: 'hidden', until: 'reveal' });
  });
});

describe('the stances of the commons', () => {
  test('are open to visitors, and to those who take part once they have answered', async () => {
    const debate = await aDebate();
    const { roomId } = debate;
    const people: Person[] = [];
    for (const value of VALUES) people.push(await whoStands(debate, roomId, [value]));
    const [answered] = people;
    if (!answered) throw new Error('nobody came');
    const open = valueIn(await roomStances(makeActor.visitor(), roomId));
    expect(open).toMatchObject({ state: 'shown', rounds: 1, own: null, isOwnAmong: false });
    if (open.state !== 'shown') throw new Error('not shown');
    expect(open.stances.answers?.map(({ first }) => first)).toEqual(VALUES);
    expect(valueIn(await roomStances(await aPerson(), roomId))).toMatchObject({
      state: 'hidden',
      until: 'own-answer',
    });
    expect(valueIn(await roomStances(answered, roomId))).toMatchObject({
      state: 'shown',
      own: { first: 80, second: null },
      isOwnAmong: true,
    });
  });

  test('tell how those moved who answered again at another time, their own way to each alone', async () => {
    const debate = await aDebate();
    const { roomId } = debate;
    const HOUR = 3_600_000;
    const start = Date.now() - 2 * HOUR;
    const seats = new Map<Person, string>();
    /** Says something at a time, in hours; the one before it is kept. */
    const says = async (who: Person, value: number, hours: number) => {
      const participantId = seats.get(who) ?? (await aSeat(who, roomId));
      seats.set(who, participantId);
      const mine = { roomId, motionId: debate.motionId, participantId };
      const { prisma } = database();
      const statedAt = new Date(start + hours * HOUR);
      await prisma.stance.updateMany({
        where: { ...mine, supersededAt: null },
        data: { supersededAt: statedAt },
      });
      const answer = { answer: 'placed' as const, value, seq: BigInt(statedAt.getTime()), eventId: uuidv7() };
      await prisma.stance.create({ data: { ...mine, round: 1, ...answer, statedAt } });
    };
    const people: Person[] = [];
    for (const value of VALUES) {
      const who = await aPerson();
      people.push(who);
      await says(who, value, 0);
    }
    const [anna, ben, ...others] = people;
    if (!anna || !ben) throw new Error('nobody came');
    // A correction is no second answer, and four are too few to be told of.
    await says(ben, 50, 0.1);
    for (const who of others) await says(who, -40, 1);
    const seen = async (who: Parameters<typeof roomStances>[0]) => {
      const read = valueIn(await roomStances(who, roomId));
      return read.state === 'shown' ? read : expect.fail(read.state);
    };
    expect(await seen(anna)).toMatchObject({ rounds: 1, again: null, ownAgain: null });
    await says(anna, 80, 1);
    expect(await seen(anna)).toMatchObject({ ownAgain: { first: 80, second: 80 }, own: { first: 80 } });
    expect((await seen(ben)).ownAgain).toBeNull();
    const { again, ownAgain } = await seen(makeActor.visitor());
    expect(ownAgain).toBeNull();
    expect(again).toMatchObject({
      shift: { people: 5, pairs: 5, stayed: 1, towardsAgainst: 4 },
      newest: [
        { value: 80, people: 1 },
        { value: -40, people: 4 },
      ],
      flow: null,
    });
    // The motion comes to mean something else: what was said before is no first answer to it.
    await aRevision(debate.motionId, true);
    expect((await seen(anna)).again).toBeNull();
  });

  test('of fewer than five are counted at most as none or few', async () => {
    const debate = await aDebate();
    for (const value of [10, 20, 30, 40]) await whoStands(debate, debate.roomId, [value]);
    const open = valueIn(await roomStances(makeActor.visitor(), debate.roomId));
    expect(open).toMatchObject({ state: 'shown', stances: { answers: null, shift: { first: null } } });
  });
});
