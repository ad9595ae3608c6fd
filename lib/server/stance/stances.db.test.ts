import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { StateStance } from '../../domain/stance/schema';
import { makeActor } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { aClaim, aClass, aDebate, aParticipant, aPerson } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { stateStance } from './commands';

const { prisma } = testDatabase();

const stance = (more: Partial<StateStance> = {}): StateStance => ({
  answer: 'placed',
  value: 40,
  confidence: 3,
  reason: null,
  seq: Date.now(),
  eventId: uuidv7(),
  ...more,
});

describe('a stance', () => {
  test('replaces the one before it, which is kept as superseded', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    for (const value of [-100, 0, 70]) {
      await stateStance(who, debate.roomId, debate.motionId, stance({ value, seq: 1000 + value }));
    }
    const rows = await prisma.stance.findMany({
      where: { motionId: debate.motionId },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ value, supersededAt }) => [value, supersededAt === null])).toEqual([
      [-100, false],
      [0, false],
      [70, true],
    ]);
  });

  test('20 statements at once leave one current, the newest', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const start = Date.now();
    const codes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        codeOf(
          await stateStance(
            who,
            debate.roomId,
            debate.motionId,
            stance({ value: index, seq: start + index }),
          ),
        ),
      ),
    );
    expect(codes.every((code) => code === 'ok' || code === 'out-of-date')).toBe(true);
    const current = await prisma.stance.findMany({
      where: { motionId: debate.motionId, supersededAt: null },
    });
    expect(current.map(({ value }) => value)).toEqual([19]);
  });

  test('sent again after a newer one, changes nothing and is told what stands', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const first = stance({ value: 10, seq: 1000 });
    await stateStance(who, debate.roomId, debate.motionId, first);
    await stateStance(who, debate.roomId, debate.motionId, stance({ value: 20, seq: 1001 }));
    const again = valueIn(await stateStance(who, debate.roomId, debate.motionId, first));
    expect(again.ownStance).toMatchObject({ value: 20, seq: 1001 });
    expect(await prisma.stance.count({ where: { motionId: debate.motionId } })).toBe(2);
  });

  test('with an older number is out of date; with one a day ahead is refused', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const on = async (more: Partial<StateStance>) =>
      codeOf(await stateStance(who, debate.roomId, debate.motionId, stance(more)));
    expect(await on({ seq: 2000 })).toBe('ok');
    expect(await on({ seq: 1999 })).toBe('out-of-date');
    expect(await on({ seq: Date.now() + 25 * 3_600_000 })).toBe('invalid-input');
    expect(await on({})).toBe('ok');
  });

  test('is taken on a motion in sight, in an open room, by somebody signed in', async () => {
    const [debate, other, closed] = [await aDebate(), await aDebate(), await aDebate({ stage: 'closed' })];
    const who = await aPerson();
    const on = async (roomId: string, motionId: string) =>
      codeOf(await stateStance(who, roomId, motionId, stance()));
    expect(await on(debate.roomId, await aClaim(debate))).toBe('not-a-motion');
    expect(await on(debate.roomId, other.motionId)).toBe('not-found');
    expect(await on(closed.roomId, closed.motionId)).toBe('room-closed');
    expect(codeOf(await stateStance(makeActor.visitor(), debate.roomId, debate.motionId, stance()))).toBe(
      'not-signed-in',
    );
  });

  test('counts in its own round: the second begins empty and leaves the first as it was', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate, { stage: 'reveal' });
    const pupil = await aParticipant(classId);
    await stateStance(pupil, classId, debate.motionId, stance({ value: -50, seq: 1000 }));
    await prisma.room.update({ where: { id: classId }, data: { round: 2 } });
    const second = valueIn(
      await stateStance(pupil, classId, debate.motionId, stance({ value: 50, seq: 500 })),
    );
    expect(second).toMatchObject({ ownStance: { value: 50 }, stances: { count: 1 } });
    const rows = await prisma.stance.findMany({ where: { roomId: classId, supersededAt: null } });
    expect(rows).toHaveLength(2);
  });
});

describe('how a room stands', () => {
  test('is drawn in bands from the fifth answer on, counts the unsure apart, and forgets who withdrew', async () => {
    const debate = await aDebate();
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson()));
    const [first] = people;
    if (!first) throw new Error('nobody');
    const answers = [100, 60, 0, -100].map((value) => stance({ value }));
    answers.push(stance({ answer: 'unsure', value: null }));
    for (const [index, answer] of answers.entries()) {
      const who = people[index];
      if (!who) continue;
      const { stances } = valueIn(await stateStance(who, debate.roomId, debate.motionId, answer));
      expect(stances?.count).toBe(index + 1);
      expect(stances?.bands === null).toBe(index < 4);
    }
    const seen = (await debateView(makeActor.visitor(), debate.slug))?.motion.stances;
    expect(seen).toMatchObject({ count: 5, unsure: 1 });
    expect(seen?.bands?.reduce((sum, band) => sum + band, 0)).toBe(4);

    const gone = stance({ answer: 'withdrawn', value: null, confidence: null, seq: Date.now() + 1000 });
    expect(valueIn(await stateStance(first, debate.roomId, debate.motionId, gone)).stances).toBeNull();
    expect((await debateView(makeActor.visitor(), debate.slug))?.motion.stances).toMatchObject({
      count: 4,
      bands: null,
    });
  });

  test('is hidden in the commons from those who have not answered, and in a class until the reveal', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const [who, reader, pupil] = [await aPerson(), await aPerson(), await aParticipant(classId)];
    await stateStance(who, debate.roomId, debate.motionId, stance());
    expect((await debateView(reader, debate.slug))?.motion.stances).toBeNull();
    expect(valueIn(await stateStance(pupil, classId, debate.motionId, stance())).stances).toBeNull();
  });
});
