import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { planOf } from '../../domain/room/plans';
import { openRoomInput } from '../../domain/room/setup';
import { makeActor, type Person } from '../../policy/actor';
import { database } from '../database/client';
import { aBreakout, aClaim, aDebate, aPerson, aSeat, type TestDebate } from '../testing/a-debate';
import { valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { closeRoom } from './closing';
import { copyRoom } from './copy-room';
import { openRoom } from './open-room';
import { eraseOverdue } from './retention';
import { storedPlan } from './stored-plan';

const DAY_MS = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

async function aGuest(): Promise<Person> {
  const id = uuidv7();
  await database().prisma.user.create({ data: { id, name: 'Guest', nameKey: id, isGuest: true } });
  return makeActor.person({ userId: id, sessionId: uuidv7(), isAdministrator: false, isGuest: true });
}

async function aClassWithGuest(debate: TestDebate) {
  const teacher = await aPerson();
  const plan = planOf('free_study', Date.now());
  const { roomId } = valueIn(
    await openRoom(teacher, openRoomInput.parse({ name: 'Class', debate: debate.slug, plan })),
  );
  const guest = await aGuest();
  const seatId = await aSeat(guest, roomId);
  await database().prisma.participant.update({ where: { id: seatId }, data: { name: 'Oksana' } });
  return { teacher, roomId, guest, seatId };
}

const vote = async (person: Person, roomId: string, claimId: string) =>
  valueIn(
    await castVote(person, roomId, claimId, { choice: 'agree', revision: 1, seq: 1, eventId: uuidv7() }),
  );

describe('what is kept no longer', () => {
  test('is never a class whose plan is not over', async () => {
    const debate = await aDebate();
    const teacher = await aPerson();
    const plan = planOf('seminar', Date.now() + 400 * DAY_MS);
    const { roomId } = valueIn(
      await openRoom(teacher, openRoomInput.parse({ name: 'Seminar', debate: debate.slug, plan })),
    );
    const startsAt = later(500).toISOString();
    const copy = valueIn(await copyRoom(teacher, roomId, { name: 'Next', startsAt, keepsClaims: false }));
    const { prisma } = database();
    const ends = async (id: string) => {
      const room = await prisma.room.findUniqueOrThrow({ where: { id } });
      const dates = storedPlan(room.plan).flatMap(({ until }) => (until === null ? [] : Date.parse(until)));
      return { kept: room.retainUntil?.getTime() ?? 0, last: Math.max(...dates) };
    };
    for (const id of [roomId, copy.roomId]) {
      const { kept, last } = await ends(id);
      expect(kept - last).toBeGreaterThan(360 * DAY_MS);
    }
    const beyond = { name: 'Late', startsAt: later(5 * 365).toISOString(), keepsClaims: false };
    expect(await copyRoom(teacher, roomId, beyond)).toMatchObject({ error: { field: 'startsAt' } });
  });

  test('a class goes with its branch and its guests, and leaves the rooms beside it and their answers', async () => {
    const debate = await aDebate();
    const old = await aClassWithGuest(debate);
    const kept = await aClassWithGuest(debate);
    const group = await aBreakout(debate, old.roomId);
    const claimId = await aClaim(debate);
    await aClaim(debate, { roomId: group, authorId: await aSeat(old.guest, group) });
    await vote(old.guest, old.roomId, claimId);
    await vote(kept.guest, kept.roomId, claimId);
    const { prisma } = database();
    await prisma.room.update({ where: { id: old.roomId }, data: { retainUntil: later(1) } });
    expect((await eraseOverdue(later(2))).rooms).toBe(1);
    expect(await prisma.room.count({ where: { id: { in: [old.roomId, group] } } })).toBe(0);
    expect(await prisma.user.count({ where: { id: old.guest.userId } })).toBe(0);
    expect(await prisma.user.count({ where: { id: { in: [old.teacher.userId, kept.guest.userId] } } })).toBe(
      2,
    );
    expect(await prisma.vote.count({ where: { claimId } })).toBe(1);
    expect(await prisma.claim.count({ where: { id: claimId } })).toBe(1);
  });

  test('a guest with a seat elsewhere stays', async () => {
    const debate = await aDebate();
    const old = await aClassWithGuest(debate);
    const other = await aClassWithGuest(debate);
    await aSeat(old.guest, other.roomId);
    const { prisma } = database();
    await prisma.room.update({ where: { id: old.roomId }, data: { retainUntil: later(-1) } });
    await eraseOverdue();
    expect(await prisma.user.count({ where: { id: old.guest.userId } })).toBe(1);
  });

  test('names go 30 days after the class was closed, and not before', async () => {
    const { teacher, roomId, seatId } = await aClassWithGuest(await aDebate());
    const nameOf = async () =>
      (await database().prisma.participant.findUniqueOrThrow({ where: { id: seatId } })).name;
    valueIn(await closeRoom(teacher, roomId, { conclusion: null }));
    await eraseOverdue(later(29));
    expect(await nameOf()).toBe('Oksana');
    await eraseOverdue(later(31));
    expect(await nameOf()).toBeNull();
  });
});
