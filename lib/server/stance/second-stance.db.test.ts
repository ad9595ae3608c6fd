import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { RoomStage } from '../../domain/debate/view';
import { USUAL_ACTS } from '../../domain/room/plan';
import { roomSlug } from '../../domain/room/room-slug';
import type { StateStance } from '../../domain/stance/schema';
import type { Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { aClaim, aClass, aDebate, aParticipant } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { stateStance } from './commands';

const { prisma } = testDatabase();

const HOUR = 3_600_000;

const aScene = async () => {
  const debate = await aDebate();
  const roomId = await aClass(debate);
  const { key } = await prisma.room.findUniqueOrThrow({ where: { id: roomId } });
  const slug = roomSlug(debate.slug, key);
  const pupil = await aParticipant(roomId);
  const enter = async (stage: RoomStage) => {
    const round = stage === 'second_stance' || stage === 'reveal' ? 2 : 1;
    await prisma.room.update({ where: { id: roomId }, data: { stage, round, acts: [...USUAL_ACTS[stage]] } });
  };
  const state = (who: Person, more: Partial<StateStance> = {}) =>
    stateStance(who, roomId, debate.motionId, {
      answer: 'placed',
      value: 40,
      confidence: 2,
      reason: null,
      seq: Date.now(),
      eventId: uuidv7(),
      ...more,
    });
  const motionOf = async (who: Person) => {
    const view = await debateView(who, slug);
    if (!view) throw new Error('The class is not in sight');
    return view.motion;
  };
  return { debate, roomId, pupil, enter, state, motionOf };
};

test('a first stance is put away with its step, and comes back when the second has been placed', async () => {
  const { pupil, enter, state, motionOf } = await aScene();
  await enter('first_stance');
  valueIn(await state(pupil, { value: -30 }));
  expect(await motionOf(pupil)).toMatchObject({
    ownStance: { value: -30 },
    asks: { round: 1, isLate: false },
  });
  await enter('explore');
  const away = { ownStance: null, firstStance: null, showsCheck: false, asks: null };
  expect(await motionOf(pupil)).toMatchObject({ ...away, hasStated: true });
  await enter('second_stance');
  expect(await motionOf(pupil)).toMatchObject({
    ...away,
    hasStated: false,
    asks: { round: 2, isLate: false },
  });
  expect(valueIn(await state(pupil, { value: 20 }))).toMatchObject({
    ownStance: { value: 20 },
    firstStance: { value: -30 },
    stances: null,
  });
  expect(await motionOf(pupil)).toMatchObject({
    firstStance: { value: -30 },
    showsCheck: true,
    stances: null,
  });
});

test('a second stance names up to three claims in sight, in their order; a first one none', async () => {
  const { debate, roomId, pupil, enter, state, motionOf } = await aScene();
  const [a, b] = [await aClaim(debate, { roomId }), await aClaim(debate)];
  const unseen = await aClaim(debate, { roomId: await aClass(debate) });
  const suggested = await aClaim(debate, { roomId, status: 'suggested' });
  await enter('first_stance');
  expect(codeOf(await state(pupil, { movedBy: [a] }))).toBe('invalid-input');
  await enter('second_stance');
  for (const id of [unseen, suggested, debate.motionId]) {
    expect(codeOf(await state(pupil, { movedBy: [a, id] }))).toBe('not-found');
  }
  valueIn(await state(pupil, { movedBy: [b, a] }));
  expect((await motionOf(pupil)).ownStance?.movedBy).toEqual([b, a]);
  valueIn(await state(pupil, { movedBy: [a], seq: Date.now() + 1000 }));
  expect((await motionOf(pupil)).ownStance?.movedBy).toEqual([a]);
});

test('a second stance that says nothing of what moved the person leaves that as it was named', async () => {
  const { debate, roomId, pupil, enter, state, motionOf } = await aScene();
  const [a, b] = [await aClaim(debate, { roomId }), await aClaim(debate)];
  await enter('second_stance');
  valueIn(await state(pupil, { movedBy: [b, a] }));
  valueIn(await state(pupil, { value: -10, seq: Date.now() + 1000 }));
  expect((await motionOf(pupil)).ownStance).toMatchObject({ value: -10, movedBy: [b, a] });
  valueIn(await state(pupil, { movedBy: [], seq: Date.now() + 2000 }));
  expect((await motionOf(pupil)).ownStance?.movedBy).toEqual([]);
  valueIn(await state(pupil, { movedBy: [a], seq: Date.now() + 3000 }));
  valueIn(await state(pupil, { answer: 'withdrawn', value: null, seq: Date.now() + 4000 }));
  valueIn(await state(pupil, { seq: Date.now() + 5000 }));
  expect((await motionOf(pupil)).ownStance?.movedBy).toEqual([]);
});

test('a stance for another round than the room asks about is refused', async () => {
  const { pupil, enter, state } = await aScene();
  await enter('second_stance');
  expect(codeOf(await state(pupil, { round: 1 }))).toBe('not-now');
  expect(codeOf(await state(pupil, { round: 2 }))).toBe('ok');
});

test('who came in after the first stance may still state one, until they vote', async () => {
  const { debate, roomId, pupil, enter, state, motionOf } = await aScene();
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
  await prisma.roomStep.create({
    data: { roomId, number: 1, step: 1, stage: 'first_stance', round: 1, startedAt: ago(3), endedAt: ago(2) },
  });
  await prisma.participant.updateMany({
    where: { roomId, userId: pupil.userId },
    data: { createdAt: ago(4) },
  });
  const late = await aParticipant(roomId);
  await enter('vote');
  expect(codeOf(await state(pupil))).toBe('not-now');
  expect((await motionOf(late)).asks).toEqual({ round: 1, isLate: true });
  expect(valueIn(await state(late, { round: 1 }))).toMatchObject({
    ownStance: { value: 40 },
    hasStated: true,
  });
  expect(await prisma.stance.findMany({ where: { roomId } })).toMatchObject([{ round: 1 }]);
  const claimId = await aClaim(debate, { roomId });
  const vote = { choice: 'agree', revision: 1, seq: Date.now(), eventId: uuidv7() } as const;
  valueIn(await castVote(late, roomId, claimId, vote));
  expect(codeOf(await state(late, { seq: Date.now() + 1000 }))).toBe('not-now');
  expect(await motionOf(late)).toMatchObject({ asks: null, ownStance: null, hasStated: true });
  await enter('second_stance');
  const later = await aParticipant(roomId);
  expect((await motionOf(later)).asks).toEqual({ round: 2, isLate: false });
});
