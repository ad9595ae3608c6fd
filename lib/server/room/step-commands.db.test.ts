import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { planOf } from '../../domain/room/plans';
import { openRoomInput } from '../../domain/room/setup';
import type { RoomFrame } from '../../domain/room/view';
import type { Person } from '../../policy/actor';
import { database } from '../database/client';
import { stateStance } from '../stance/commands';
import { aBreakout, aDebate, aPerson, aSeat, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { closeRoom, reopenRoom } from './closing';
import { openRoom } from './open-room';
import { roomFrame } from './room-frame';
import { changeClock, moveToStep } from './step-commands';

const NOW = Date.UTC(2026, 0, 5, 9);

interface Opened {
  debate: TestDebate;
  teacher: Person;
  roomId: string;
  slug: string;
}

async function anOxfordClass(): Promise<Opened> {
  const debate = await aDebate();
  const teacher = await aPerson();
  const input = openRoomInput.parse({ name: 'Class 10B', debate: debate.slug, plan: planOf('oxford', NOW) });
  const { roomId, slug } = valueIn(await openRoom(teacher, input));
  return { debate, teacher, roomId, slug };
}

const rowOf = (id: string) => database().prisma.room.findUniqueOrThrow({ where: { id } });
const logOf = (roomId: string) =>
  database().prisma.roomStep.findMany({ where: { roomId }, orderBy: { number: 'asc' } });

describe('opening a class', () => {
  test('begins at the first step, with a code, a clock, a log and the owner’s seat', async () => {
    const { teacher, roomId, slug } = await anOxfordClass();
    const row = await rowOf(roomId);
    expect(row).toMatchObject({
      kind: 'class',
      stage: 'read',
      step: 0,
      acts: ['note'],
      claimsNeedApproval: true,
    });
    expect(row.joinCode).toMatch(/^[0-9A-Z]{8}$/);
    const codeHours = ((row.joinCodeUntil?.getTime() ?? 0) - row.createdAt.getTime()) / 3_600_000;
    expect(Math.round(codeHours)).toBe(12);
    const frame = await roomFrame(teacher, slug);
    expect(frame).toMatchObject({
      slug,
      seat: { role: 'owner' },
      can: { configure: true, revealNames: false },
    });
    const left = Date.parse(frame?.clock.endsAt ?? '') - Date.parse(frame?.clock.startedAt ?? '');
    expect(left).toBe(8 * 60_000);
    expect(await logOf(roomId)).toMatchObject([{ number: 1, step: 0, stage: 'read', endedAt: null }]);
  });

  test('a seminar’s code is good for as long as the room is kept', async () => {
    const debate = await aDebate();
    const plan = planOf('seminar', Date.now());
    const input = openRoomInput.parse({ name: 'Seminar', debate: debate.slug, plan });
    const { roomId } = valueIn(await openRoom(await aPerson(), input));
    const row = await rowOf(roomId);
    expect(row.joinCodeUntil).toEqual(row.retainUntil);
  });

  test('is not on a debate that the person may not read, nor on another class', async () => {
    const [hidden, open, person] = [
      await aDebate({ access: 'private' }),
      await anOxfordClass(),
      await aPerson(),
    ];
    const on = (debate: string) =>
      openRoom(person, openRoomInput.parse({ name: 'Mine', debate, plan: planOf('oxford', NOW) }));
    expect(codeOf(await on(hidden.slug))).toBe('not-found');
    expect(codeOf(await on(open.slug))).toBe('not-found');
  });
});

describe('moving a class', () => {
  test('changes its columns and those of its groups, and closes one log row for another', async () => {
    const { debate, teacher, roomId } = await anOxfordClass();
    const group = await aBreakout(debate, roomId);
    const moved = valueIn(await moveToStep(teacher, roomId, { from: 0, to: 4 }));
    expect(moved).toMatchObject({ step: 4, stage: 'second_stance', round: 2 });
    const columns = { step: 4, stage: 'second_stance', round: 2, acts: ['note', 'vote', 'impact', 'stance'] };
    expect(await rowOf(roomId)).toMatchObject(columns);
    expect(await rowOf(group)).toMatchObject({ ...columns, stageEndsAt: (await rowOf(roomId)).stageEndsAt });
    const [first, second] = await logOf(roomId);
    expect(first?.endedAt).toEqual(second?.startedAt);
    expect(second).toMatchObject({ step: 4, endedAt: null });
    const events = await database().prisma.event.findMany({ where: { roomId: group } });
    expect(events.map(({ type, subjectId }) => [type, subjectId])).toEqual([['step-changed', group]]);
  });

  test('takes closed groups along without an event in each', async () => {
    const { debate, teacher, roomId } = await anOxfordClass();
    const [open, closed] = [await aBreakout(debate, roomId), await aBreakout(debate, roomId)];
    await database().prisma.room.update({ where: { id: closed }, data: { archivedAt: new Date() } });
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 1 }));
    const toldIn = (id: string) => database().prisma.event.count({ where: { roomId: id } });
    expect([await toldIn(open), await toldIn(closed)]).toEqual([1, 0]);
    expect((await rowOf(closed)).step).toBe(1);
  });

  test('goes back as well, and keeps the time spent at each step', async () => {
    const { teacher, roomId } = await anOxfordClass();
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 3 }));
    const back = valueIn(await moveToStep(teacher, roomId, { from: 3, to: 0 }));
    expect(Object.keys(back.spentSeconds)).toEqual(['0', '3']);
    expect((await logOf(roomId)).map(({ step }) => step)).toEqual([0, 3, 0]);
  });

  test('two presses at once move it once; the other one is shown where it stands', async () => {
    const { teacher, roomId } = await anOxfordClass();
    const results = await Promise.all([
      moveToStep(teacher, roomId, { from: 0, to: 1 }),
      moveToStep(teacher, roomId, { from: 0, to: 1 }),
    ]);
    expect(results.map(codeOf).sort()).toEqual(['changed-since', 'ok']);
    const late = results.find((result) => !result.ok);
    expect(late?.ok === false && (late.error.current as RoomFrame).step).toBe(1);
    expect(await logOf(roomId)).toHaveLength(2);
  });

  test('is for those who keep the class, and for steps of its plan', async () => {
    const { debate, teacher, roomId } = await anOxfordClass();
    const [assistant, pupil] = [await aPerson(), await aPerson()];
    await aSeat(assistant, roomId, 'assistant');
    await aSeat(pupil, roomId);
    const group = await aBreakout(debate, roomId);
    expect(codeOf(await moveToStep(pupil, roomId, { from: 0, to: 1 }))).toBe('not-allowed');
    expect(codeOf(await moveToStep(teacher, group, { from: 0, to: 1 }))).toBe('not-allowed');
    expect(codeOf(await moveToStep(teacher, roomId, { from: 0, to: 6 }))).toBe('invalid-input');
    expect(codeOf(await moveToStep(assistant, roomId, { from: 0, to: 1 }))).toBe('ok');
  });
});

describe('the clock of a class', () => {
  test('stands and goes on, with more minutes or fewer', async () => {
    const { teacher, roomId } = await anOxfordClass();
    const stood = valueIn(await changeClock(teacher, roomId, { action: 'pause' })).clock;
    expect(stood.endsAt).toBeNull();
    expect(stood.leftMs).toBeGreaterThan(7.9 * 60_000);
    const more = valueIn(await changeClock(teacher, roomId, { action: 'add', minutes: 2 })).clock;
    expect((more.leftMs ?? 0) - (stood.leftMs ?? 0)).toBe(120_000);
    const on = valueIn(await changeClock(teacher, roomId, { action: 'resume' })).clock;
    expect(on.leftMs).toBeNull();
    const none = valueIn(await changeClock(teacher, roomId, { action: 'add', minutes: -60 })).clock;
    expect(Date.parse(none.endsAt ?? '')).toBeLessThanOrEqual(Date.parse(none.now));
  });

  test('of a step that ends at a date is its date', async () => {
    const debate = await aDebate();
    const teacher = await aPerson();
    const plan = planOf('seminar', Date.now());
    const input = openRoomInput.parse({ name: 'Seminar', debate: debate.slug, plan });
    const { roomId } = valueIn(await openRoom(teacher, input));
    expect(codeOf(await changeClock(teacher, roomId, { action: 'pause' }))).toBe('not-now');
  });
});

describe('after the first reveal', () => {
  const stateIn = (who: Person, roomId: string, debate: TestDebate) =>
    stateStance(who, roomId, debate.motionId, {
      answer: 'placed',
      value: -90,
      confidence: null,
      reason: null,
      seq: Date.now(),
      eventId: uuidv7(),
    });

  test('no step takes a stance any more, from nobody, and its groups neither; the rest is taken', async () => {
    const { debate, teacher, roomId, slug } = await anOxfordClass();
    const pupil = await aPerson();
    await aSeat(pupil, roomId);
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 1 }));
    expect(codeOf(await stateIn(pupil, roomId, debate))).toBe('ok');
    valueIn(await moveToStep(teacher, roomId, { from: 1, to: 5 }));
    const shown = await roomFrame(teacher, slug);
    expect(shown).toMatchObject({ stage: 'reveal', revealedAt: expect.any(String) });
    const group = await aBreakout(debate, roomId);
    for (const [from, to] of [
      [5, 1],
      [1, 4],
    ] as const) {
      const back = valueIn(await moveToStep(teacher, roomId, { from, to }));
      expect(back.acts).not.toContain('stance');
      expect(back.revealedAt).toBe(shown?.revealedAt);
      expect((await rowOf(group)).acts).toEqual(back.acts);
      expect(codeOf(await stateIn(pupil, roomId, debate))).toBe('stances-over');
    }
    expect((await rowOf(roomId)).acts).toEqual(['note', 'vote', 'impact']);
    // Nor from who comes in late.
    valueIn(await moveToStep(teacher, roomId, { from: 4, to: 2 }));
    const late = await aPerson();
    await aSeat(late, roomId);
    expect(codeOf(await stateIn(late, roomId, debate))).toBe('stances-over');
    expect(await database().prisma.stance.count({ where: { roomId } })).toBe(1);
  });

  test('a class that was closed has shown its result too, when it is opened again', async () => {
    const { debate, teacher, roomId } = await anOxfordClass();
    const pupil = await aPerson();
    await aSeat(pupil, roomId);
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 1 }));
    valueIn(await closeRoom(teacher, roomId, { conclusion: null }));
    expect(valueIn(await reopenRoom(teacher, roomId)).acts).not.toContain('stance');
    expect(codeOf(await stateIn(pupil, roomId, debate))).toBe('stances-over');
  });
});
