import { describe, expect, test } from 'vitest';
import { MOST_PEOPLE } from '../../../domain/room/joining';
import { uniqueKey } from '../../../domain/text/plain-text';
import { makeActor, type Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { aClass, aDebate, aParticipant, aPerson } from '../../testing/a-debate';
import { roomContext } from '../room-context';
import { joinRoom, lookAtCode } from './joining';
import { newJoinCode } from './seat-codes';

process.env.AUTH_SECRET = 'a secret for tests that is long enough to use';

const visitor = makeActor.visitor();
let networks = 0;
/** A network that no other test comes from. */
const aNetwork = (): string => {
  networks += 1;
  return `10.0.${networks}.7`;
};

async function anOpenClass(more: object = {}) {
  const roomId = await aClass(await aDebate());
  const code = newJoinCode();
  await database().prisma.room.update({
    where: { id: roomId },
    data: { joinCode: code, joinCodeUntil: new Date(Date.now() + 3_600_000), ...more },
  });
  return { roomId, code };
}

const guest = (userId: string): Person =>
  makeActor.person({ userId, sessionId: 's', isAdministrator: false, isGuest: true });

const press = (key: string) => ({ key, requestHash: 'h' });
const input = (code: string, more: object = {}) => ({ code, name: 'Marta', asSomebodyElse: false, ...more });

const peopleIn = (roomId: string) => database().prisma.participant.count({ where: { roomId } });

describe('a code', () => {
  test('names its room before anything is given, however it is typed', async () => {
    const { code, roomId } = await anOpenClass();
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await lookAtCode(visitor, typed, aNetwork())).toMatchObject({
      ok: true,
      value: { room: { name: 'Class', people: 0 }, isSeat: false, ownAlias: null },
    });
    expect(await peopleIn(roomId)).toBe(0);
  });

  test('that is unknown, expired, taken away or no code at all is answered alike, in no less than 300 ms', async () => {
    const expired = await anOpenClass({ joinCodeUntil: new Date(Date.now() - 1000) });
    const archived = await anOpenClass({ archivedAt: new Date() });
    const address = aNetwork();
    for (const code of [newJoinCode(), expired.code, archived.code, 'what?', '0'.repeat(10)]) {
      const startedAt = performance.now();
      expect(await lookAtCode(visitor, code, address)).toEqual({
        ok: false,
        error: { code: 'code-unknown', field: 'code' },
      });
      expect(performance.now() - startedAt).toBeGreaterThan(295);
    }
  });

  test('cannot be guessed: the 21st wrong one of a minute is not looked at, nor is a right one then', async () => {
    const { code } = await anOpenClass();
    const address = aNetwork();
    const wrong = await Promise.all(
      Array.from({ length: 20 }, () => lookAtCode(visitor, newJoinCode(), address)),
    );
    expect(wrong.every((result) => !result.ok && result.error.code === 'code-unknown')).toBe(true);
    for (const typed of [newJoinCode(), code]) {
      const refused = await lookAtCode(visitor, typed, address);
      expect(refused).toMatchObject({ ok: false, error: { code: 'too-many-attempts' } });
      expect(!refused.ok && refused.error.retryAfterSeconds).toBeGreaterThan(0);
    }
    expect((await lookAtCode(visitor, code, aNetwork())).ok).toBe(true);
  });

  test('typed wrong by many of a class stops nobody behind their address', async () => {
    const { code } = await anOpenClass();
    const address = aNetwork();
    expect((await joinRoom(visitor, input(code), address)).ok).toBe(true);
    await Promise.all(Array.from({ length: 60 }, () => lookAtCode(visitor, newJoinCode(), address)));
    expect((await joinRoom(visitor, input(code), address)).ok).toBe(true);
  });
});

describe('joining', () => {
  test('300 at once from one address are all let in, under names of their own', async () => {
    const { roomId, code } = await anOpenClass();
    const address = aNetwork();
    const joined = await Promise.all(
      Array.from({ length: 300 }, () => joinRoom(visitor, input(code, { alias: 'Heron' }), address)),
    );
    expect(joined.filter(({ ok }) => !ok)).toEqual([]);
    const seats = await database().prisma.participant.findMany({ where: { roomId } });
    expect(new Set(seats.map(({ aliasKey }) => aliasKey)).size).toBe(300);
    const { lastEvent } = await database().prisma.room.findUniqueOrThrow({ where: { id: roomId } });
    expect(await database().prisma.event.count({ where: { roomId, type: 'person-joined' } })).toBe(300);
    expect(lastEvent).toBeGreaterThanOrEqual(300n);
  });

  test('with two taps makes one seat, and both are told the same code', async () => {
    const { roomId, code } = await anOpenClass();
    const taps = await Promise.all([
      joinRoom(visitor, input(code), aNetwork(), press('a')),
      joinRoom(visitor, input(code), aNetwork(), press('a')),
    ]);
    expect(await peopleIn(roomId)).toBe(1);
    const [first, second] = taps.map((tap) => (tap.ok ? tap.value : null));
    expect(first?.answer.seatCode).toHaveLength(10);
    expect(second?.answer.seatCode).toBe(first?.answer.seatCode);
    expect(second?.signInAs).toBe(first?.signInAs);
  });

  test('asks a guest for a name where it can be looked up, and somebody with an account for none', async () => {
    const { roomId, code } = await anOpenClass({ namesCanBeRevealed: true });
    expect(await joinRoom(visitor, { code, asSomebodyElse: false }, aNetwork())).toEqual({
      ok: false,
      error: { code: 'invalid-input', field: 'name' },
    });
    const person = await aPerson();
    expect(await joinRoom(person, { code, asSomebodyElse: false }, aNetwork())).toMatchObject({
      ok: true,
      value: { signInAs: null, answer: { seatCode: null, isBack: false } },
    });
    expect(await joinRoom(person, { code, asSomebodyElse: false }, aNetwork())).toMatchObject({
      ok: true,
      value: { answer: { isBack: true } },
    });
    expect(await peopleIn(roomId)).toBe(1);
    const unnamed = await anOpenClass();
    expect((await joinRoom(visitor, { code: unnamed.code, asSomebodyElse: false }, aNetwork())).ok).toBe(
      true,
    );
  });

  test('is refused while the doors are shut, after the room has closed, and to who was taken out', async () => {
    const shut = await anOpenClass({ hasOpenDoors: false });
    expect(await joinRoom(visitor, input(shut.code), aNetwork())).toMatchObject({
      error: { code: 'doors-shut' },
    });
    const closed = await anOpenClass({ stage: 'closed' });
    expect(await joinRoom(visitor, input(closed.code), aNetwork())).toMatchObject({
      error: { code: 'room-closed' },
    });
    const { roomId, code } = await anOpenClass();
    const removed = await aParticipant(roomId);
    await database().prisma.participant.updateMany({ where: { roomId }, data: { leftAt: new Date() } });
    expect(await joinRoom(removed, input(code), aNetwork())).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await roomContext(removed, roomId)).toBeNull();
  });

  test('is refused when the room is full', async () => {
    const { roomId, code } = await anOpenClass();
    await database().prisma.participant.createMany({
      data: Array.from({ length: MOST_PEOPLE }, (_, index) => ({
        roomId,
        alias: `Seat ${index}`,
        aliasKey: uniqueKey(`Seat ${index}`),
      })),
    });
    expect(await joinRoom(visitor, input(code), aNetwork())).toMatchObject({
      error: { code: 'too-many-people' },
    });
  });

  test('of somebody else at a shared device makes another person', async () => {
    const { roomId, code } = await anOpenClass();
    const first = await joinRoom(visitor, input(code), aNetwork());
    const sharing = guest((first.ok && first.value.signInAs) || '');
    const again = await joinRoom(sharing, input(code), aNetwork());
    expect(again).toMatchObject({ value: { answer: { isBack: true } } });
    const other = await joinRoom(sharing, input(code, { asSomebodyElse: true }), aNetwork());
    expect(other).toMatchObject({ value: { answer: { isBack: false } } });
    expect(await peopleIn(roomId)).toBe(2);
  });
});

describe('a seat code', () => {
  test('gives the same person their seat on a second device', async () => {
    const { roomId, code } = await anOpenClass();
    const joined = await joinRoom(visitor, input(code), aNetwork());
    if (!joined.ok || !joined.value.answer.seatCode) throw new Error('no seat');
    const { seatCode, alias } = joined.value.answer;
    expect(await lookAtCode(visitor, seatCode, aNetwork())).toMatchObject({ value: { isSeat: true, alias } });
    const back = await joinRoom(visitor, input(seatCode), aNetwork());
    expect(back).toMatchObject({
      value: { signInAs: joined.value.signInAs, answer: { alias, isBack: true, seatCode: null } },
    });
    expect(await peopleIn(roomId)).toBe(1);
  });

  test('is kept in a form that opens nothing', async () => {
    const { roomId, code } = await anOpenClass();
    const joined = await joinRoom(visitor, input(code), aNetwork());
    const [seat] = await database().prisma.participant.findMany({ where: { roomId } });
    expect(seat?.seatCodeHash).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(seat)).not.toContain((joined.ok && joined.value.answer.seatCode) || 'none');
  });
});
