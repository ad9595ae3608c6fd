import { describe, expect, test } from 'vitest';
import { planOf } from '../../domain/room/plans';
import { changePlanInput, type OpenRoom, openRoomInput } from '../../domain/room/setup';
import type { Person } from '../../policy/actor';
import { database } from '../database/client';
import {
  aBreakout,
  aClaim,
  aDebate,
  aParticipant,
  aPerson,
  aRelation,
  type TestDebate,
} from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { archiveRoom, closeRoom, deleteRoom, reopenRoom } from './closing';
import { copyRoom } from './copy-room';
import { openRoom } from './open-room';
import { ownRooms } from './own-rooms';
import { changePlan } from './plan-command';
import { setUpRoom } from './room-setup';
import { changeClock, moveToStep } from './step-commands';

const NOW = Date.UTC(2026, 0, 5, 9);
const plan = planOf('oxford', NOW);

async function anOpenClass(more: Partial<OpenRoom> = {}) {
  const debate = await aDebate();
  const teacher = await aPerson();
  const input = openRoomInput.parse({ name: 'Class 10B', debate: debate.slug, plan, ...more });
  const { roomId, slug } = valueIn(await openRoom(teacher, input));
  return { debate, teacher, roomId, slug };
}

const rowOf = (id: string) => database().prisma.room.findUniqueOrThrow({ where: { id } });
const stateFor = async (person: Person) => (await ownRooms(person)).map(({ state }) => state);

describe('the plan of a class that runs', () => {
  const same = plan.map((_, index) => index);
  const change = (
    teacher: Person,
    roomId: string,
    next: typeof plan,
    origins: (number | null)[],
    was = plan,
  ) => changePlan(teacher, roomId, changePlanInput.parse({ was, plan: next, origins }));

  test('is changed around the step that the room is at, and the log follows', async () => {
    const { teacher, roomId } = await anOpenClass();
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 2 }));
    // The first step goes, and the third one is repeated.
    const next = [...plan.slice(1, 3), ...plan.slice(2)];
    const frame = valueIn(await change(teacher, roomId, next, [1, 2, null, 3, 4, 5]));
    expect(frame.step).toBe(1);
    const log = await database().prisma.roomStep.findMany({ where: { roomId }, orderBy: { number: 'asc' } });
    expect(log.map(({ step, stage }) => [step, stage])).toEqual([
      [-1, 'read'],
      [1, 'explore'],
    ]);
  });

  test('gives the step that the room is at its new acts and minutes', async () => {
    const { debate, teacher, roomId } = await anOpenClass();
    const group = await aBreakout(debate, roomId);
    const before = (await rowOf(roomId)).stageEndsAt?.getTime() ?? 0;
    const next = plan.map((step, index) =>
      index === 0 ? { ...step, minutes: 10, acts: ['note' as const, 'claim' as const] } : step,
    );
    valueIn(await change(teacher, roomId, next, same));
    for (const id of [roomId, group]) {
      const row = await rowOf(id);
      expect(row.acts).toEqual(['note', 'claim']);
      expect((row.stageEndsAt?.getTime() ?? 0) - before).toBe(2 * 60_000);
    }
  });

  test('keeps the step that the room is at, and refuses what was not seen', async () => {
    const { teacher, roomId } = await anOpenClass();
    expect(codeOf(await change(teacher, roomId, plan.slice(1), [1, 2, 3, 4, 5]))).toBe('not-now');
    valueIn(await change(teacher, roomId, plan.slice(0, 5), [0, 1, 2, 3, 4]));
    expect(codeOf(await change(teacher, roomId, plan, same))).toBe('changed-since');
  });

  test('does not make another stage of a step', () => {
    const next = plan.map((step, index) => (index === 0 ? { ...step, stage: 'explore' as const } : step));
    expect(changePlanInput.safeParse({ was: plan, plan: next, origins: same }).success).toBe(false);
    expect(changePlanInput.safeParse({ was: plan, plan, origins: [0, 0, 2, 3, 4, 5] }).success).toBe(false);
  });
});

describe('the settings of a class', () => {
  test('change, but for a retention that is past or too far', async () => {
    const { teacher, roomId } = await anOpenClass();
    const frame = valueIn(
      await setUpRoom(teacher, roomId, { name: '10C', hasOpenDoors: false, quotas: { votes: 20 } }),
    );
    expect(frame).toMatchObject({ name: '10C', settings: { hasOpenDoors: false, quotas: { votes: 20 } } });
    expect(await database().prisma.event.count({ where: { roomId, type: 'settings-changed' } })).toBe(1);
    for (const year of [2020, 2090])
      expect(codeOf(await setUpRoom(teacher, roomId, { retainUntil: `${year}-01-01T00:00:00.000Z` }))).toBe(
        'invalid-input',
      );
  });

  test('show counts in the groups when the class does', async () => {
    const { debate, teacher, roomId } = await anOpenClass();
    const group = await aBreakout(debate, roomId);
    valueIn(await setUpRoom(teacher, roomId, { showsCountsEarly: true }));
    expect((await rowOf(group)).showsCountsEarly).toBe(true);
  });
});

describe('a class that ends', () => {
  test('is closed with its groups, loses its code, and opens again where it was with another', async () => {
    const { debate, teacher, roomId } = await anOpenClass();
    const group = await aBreakout(debate, roomId);
    valueIn(await moveToStep(teacher, roomId, { from: 0, to: 3 }));
    const { joinCode: before } = await rowOf(roomId);
    const closed = valueIn(await closeRoom(teacher, roomId, { conclusion: 'We agreed on little.' }));
    expect(closed).toMatchObject({ stage: 'closed', step: 3, conclusion: 'We agreed on little.', acts: [] });
    expect(await rowOf(roomId)).toMatchObject({ joinCode: null });
    expect((await rowOf(group)).stage).toBe('closed');
    expect(codeOf(await moveToStep(teacher, roomId, { from: 3, to: 4 }))).toBe('room-closed');
    expect(codeOf(await changeClock(teacher, roomId, { action: 'resume' }))).toBe('room-closed');
    const open = valueIn(await reopenRoom(teacher, roomId));
    expect(open).toMatchObject({ stage: 'vote', step: 3, closedAt: null, clock: { endsAt: null } });
    expect(open.clock.leftMs).toBeGreaterThan(9 * 60_000);
    expect((await rowOf(group)).stage).toBe('vote');
    const { joinCode, joinCodeUntil } = await rowOf(roomId);
    expect(joinCode).toMatch(/^[0-9A-Z]{8}$/);
    expect(joinCode).not.toBe(before);
    expect(joinCodeUntil?.getTime()).toBeGreaterThan(Date.now());
  });

  test('goes off the lists when it is archived, which takes a closed one', async () => {
    const { teacher, roomId } = await anOpenClass();
    expect(await stateFor(teacher)).toEqual(['coming']);
    expect(codeOf(await archiveRoom(teacher, roomId, true))).toBe('not-now');
    valueIn(await closeRoom(teacher, roomId, { conclusion: null }));
    expect(await stateFor(teacher)).toEqual(['closed']);
    valueIn(await archiveRoom(teacher, roomId, true));
    expect(await stateFor(teacher)).toEqual(['archived']);
  });

  test('is erased by its owner, who types its name; the commons keeps what it has', async () => {
    const { debate, teacher, roomId } = await anOpenClass();
    const colleague = await aParticipant(roomId, 'teacher');
    const ours = await aClaim(debate, { roomId: await aBreakout(debate, roomId) });
    const theirs = await aClaim(debate);
    const reason = 'Petro was loud.';
    const { prisma } = database();
    await prisma.auditEntry.create({ data: { roomId, action: 'person-mute', reason } });
    expect(codeOf(await deleteRoom(colleague, roomId, 'Class 10B'))).toBe('not-allowed');
    expect(codeOf(await deleteRoom(teacher, roomId, 'Class 10'))).toBe('invalid-input');
    const both = await Promise.all([1, 2].map(() => deleteRoom(teacher, roomId, 'Class 10B')));
    expect(both.map(codeOf).sort()).toEqual(['not-found', 'ok']);
    const left = await database().prisma.claim.findMany({ where: { id: { in: [ours, theirs] } } });
    expect(left.map(({ id }) => id)).toEqual([theirs]);
    expect(await prisma.auditEntry.findMany({ where: { roomId, action: 'person-mute' } })).toMatchObject([
      { reason: null },
    ]);
  });
});

describe('a copy of a class', () => {
  const copy = async (debate: TestDebate, teacher: Person, roomId: string, keepsClaims: boolean) => {
    const made = valueIn(
      await copyRoom(teacher, roomId, { name: '10D', startsAt: new Date().toISOString(), keepsClaims }),
    );
    const claims = await database().prisma.claim.findMany({ where: { roomId: made.roomId } });
    return { made, claims, debate };
  };

  test('has its settings and its teacher, and nobody else', async () => {
    const { debate, teacher, roomId } = await anOpenClass({ quotas: { votes: 9 }, namesCanBeRevealed: true });
    await aParticipant(roomId);
    const { made } = await copy(debate, teacher, roomId, false);
    expect(await rowOf(made.roomId)).toMatchObject({
      copiedFromId: roomId,
      quotas: { votes: 9 },
      namesCanBeRevealed: true,
    });
    const seats = await database().prisma.participant.findMany({ where: { roomId: made.roomId } });
    expect(seats.map(({ userId }) => userId)).toEqual([teacher.userId]);
  });

  test('takes the published claims of the class and their lines along, without who wrote them', async () => {
    const { debate, teacher, roomId } = await anOpenClass();
    const own = await aClaim(debate, { roomId, text: 'Ours.' });
    await aClaim(debate, { roomId, status: 'suggested' });
    await aRelation(debate, own, debate.motionId, { roomId });
    expect((await copy(debate, teacher, roomId, false)).claims).toEqual([]);
    const { claims, made } = await copy(debate, teacher, roomId, true);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ authorId: null, status: 'published' });
    const lines = await database().prisma.relation.findMany({ where: { roomId: made.roomId } });
    expect(lines).toMatchObject([{ fromClaimId: claims[0]?.id, toClaimId: debate.motionId }]);
  });
});
