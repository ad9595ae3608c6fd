import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeActor, type Person } from '../../../policy/actor';
import { guestSeats, keepSeats } from '../../account/guest-account';
import { addAnnotation } from '../../annotation/commands';
import { database } from '../../database/client';
import {
  aBreakout,
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aSeat,
  type TestDebate,
} from '../../testing/a-debate';
import { codeOf } from '../../testing/expecting';
import { askForNames } from '../report/names-export';
import { roomContext } from '../room-context';
import { roomFrameById } from '../room-frame';
import { addPerson } from './add-person';
import { changePerson } from './change-person';
import { closeJoinCode, joinCodeOf, makeJoinCode } from './join-code';
import { joinRoom, lookAtCode } from './joining';
import { namesRevealed, revealNames } from './names';
import { leftRoom, roomPeople } from './queries';
import { addRoster, resetRoster } from './roster';
import { changeOwnSeat, resetSeatCode } from './seat-commands';

process.env.AUTH_SECRET = 'a secret for tests that is long enough to use';

const visitor = makeActor.visitor();
let networks = 0;
const aNetwork = (): string => {
  networks += 1;
  return `10.1.${networks}.7`;
};

let debate: TestDebate;
let roomId: string;
let owner: Person;

beforeEach(async () => {
  debate = await aDebate();
  roomId = await aClass(debate);
  owner = await aParticipant(roomId, 'owner');
});

const codeInput = (code: string) => ({ code, asSomebodyElse: false });
const seatOf = async (actor: Person, room = roomId): Promise<string> =>
  (
    await database().prisma.participant.findUniqueOrThrow({
      where: { roomId_userId: { roomId: room, userId: actor.userId } },
    })
  ).id;

/** A guest with a seat, as joining makes them. */
async function aGuest(room = roomId): Promise<Person> {
  const userId = uuidv7();
  await database().prisma.user.create({
    data: { id: userId, name: 'Heron', nameKey: `guest ${userId}`, isGuest: true },
  });
  const guest = makeActor.person({ userId, sessionId: uuidv7(), isAdministrator: false, isGuest: true });
  const seat = await aSeat(guest, room);
  await database().prisma.participant.update({ where: { id: seat }, data: { name: 'Marta' } });
  return guest;
}

async function people() {
  const read = await roomPeople(owner, roomId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.people;
}

describe('a list of names', () => {
  const slipOf = async (name: string) => {
    const added = await addRoster(owner, roomId, [name]);
    if (!added.ok || !added.value.slips[0]) throw new Error('no slip');
    return added.value.slips[0];
  };

  test('makes a place for each name, and each code opens its place', async () => {
    const { code } = await slipOf('Marta');
    expect(await people()).toMatchObject([{}, { kind: 'place', alias: null, placeName: 'Marta' }]);
    const looked = await lookAtCode(visitor, code, aNetwork());
    expect(looked).toMatchObject({ ok: true, value: { isSeat: true } });
    expect(await joinRoom(visitor, codeInput(code), aNetwork())).toMatchObject({
      value: { answer: { isBack: false, seatCode: null } },
    });
    const again = await joinRoom(visitor, codeInput(code), aNetwork());
    expect(again).toMatchObject({ value: { answer: { isBack: true } } });
    expect(await database().prisma.participant.count({ where: { roomId } })).toBe(2);
  });

  test('gives the alias that was shown, which is not the one that was drawn for the place', async () => {
    const { code } = await slipOf('Marta');
    const place = await database().prisma.participant.findFirstOrThrow({ where: { roomId, userId: null } });
    const looked = await lookAtCode(visitor, code, aNetwork());
    const shown = looked.ok ? looked.value.alias : '';
    expect(shown).not.toBe(place.alias);
    const joined = await joinRoom(visitor, { ...codeInput(code), alias: shown }, aNetwork());
    expect(joined).toMatchObject({ value: { answer: { alias: shown, isBack: false } } });
    expect(await people()).toMatchObject([{}, { kind: 'guest', alias: shown }]);
    expect(await joinRoom(visitor, codeInput(code), aNetwork())).toMatchObject({
      value: { answer: { alias: shown, isBack: true } },
    });
  });

  test('gives the alias of the place to whoever was shown one that is taken meanwhile', async () => {
    const [first, second] = [await slipOf('Marta'), await slipOf('Ivan')];
    const one = { ...codeInput(first.code), alias: 'Heron' };
    expect(await joinRoom(visitor, one, aNetwork())).toMatchObject({ value: { answer: { alias: 'Heron' } } });
    const place = await database().prisma.participant.findFirstOrThrow({ where: { roomId, userId: null } });
    const other = { ...codeInput(second.code), alias: 'Heron' };
    expect(await joinRoom(visitor, other, aNetwork())).toMatchObject({
      value: { answer: { alias: place.alias, isBack: false } },
    });
  });

  test('does not say when somebody came in: that is when their place was first taken', async () => {
    const { code } = await slipOf('Marta');
    const { prisma } = database();
    const made = new Date(Date.now() - 3 * 60 * 60 * 1000);
    await prisma.participant.updateMany({ where: { roomId, userId: null }, data: { createdAt: made } });
    const joined = await joinRoom(visitor, codeInput(code), aNetwork());
    const userId = joined.ok ? (joined.value.signInAs ?? '') : '';
    const createdAt = async () =>
      (await prisma.participant.findFirstOrThrow({ where: { roomId, userId } })).createdAt.getTime();
    const first = await createdAt();
    expect(first - made.getTime()).toBeGreaterThan(2 * 60 * 60 * 1000);
    await joinRoom(visitor, codeInput(code), aNetwork());
    expect(await createdAt()).toBe(first);
  });

  test('does not tell by its ids who is behind which alias', async () => {
    const { code } = await slipOf('Marta');
    const [, place] = await people();
    await joinRoom(visitor, codeInput(code), aNetwork());
    const [, person] = await people();
    expect(person).toMatchObject({ kind: 'guest', placeName: null });
    expect(person?.participantId).not.toBe(place?.participantId);
    expect(JSON.stringify(await people())).not.toContain('Marta');
  });

  test('with new codes for those who have not come leaves everybody else theirs', async () => {
    const [came, waits] = [await slipOf('Marta'), await slipOf('Ivan')];
    await joinRoom(visitor, codeInput(came.code), aNetwork());
    const reset = await resetRoster(owner, roomId);
    expect(reset).toMatchObject({ ok: true, value: { slips: [{ name: 'Ivan' }] } });
    expect((await joinRoom(visitor, codeInput(came.code), aNetwork())).ok).toBe(true);
    expect(await joinRoom(visitor, codeInput(waits.code), aNetwork())).toMatchObject({
      error: { code: 'code-unknown' },
    });
    const [fresh] = reset.ok ? reset.value.slips : [];
    expect((await joinRoom(visitor, codeInput(fresh?.code ?? ''), aNetwork())).ok).toBe(true);
  });

  test('that is sent twice makes its places once', async () => {
    const idempotency = { key: uuidv7(), requestHash: 'h' };
    await addRoster(owner, roomId, ['Marta', 'Ivan'], idempotency);
    const again = await addRoster(owner, roomId, ['Marta', 'Ivan'], idempotency);
    expect(await people()).toHaveLength(3);
    const code = again.ok ? again.value.slips[1]?.code : '';
    expect((await joinRoom(visitor, codeInput(code ?? ''), aNetwork())).ok).toBe(true);
  });

  test('opens a place to somebody with an account as themselves, and needs no code of them again', async () => {
    const { code } = await slipOf('Marta');
    const person = await aPerson();
    expect(await joinRoom(person, codeInput(code), aNetwork())).toMatchObject({ value: { signInAs: null } });
    expect(await joinRoom(visitor, codeInput(code), aNetwork())).toMatchObject({
      error: { code: 'code-unknown' },
    });
  });
});

describe('a person', () => {
  test('who was moved to another group is told the way there and to the class', async () => {
    const [from, to] = [await aBreakout(debate, roomId, 'A'), await aBreakout(debate, roomId, 'B')];
    const pupil = await aParticipant(roomId);
    const old = await aSeat(pupil, from);
    const slugOf = async (room: string) => (await roomContext(pupil, room))?.slug ?? '';
    const slug = await slugOf(from);
    await database().prisma.participant.update({ where: { id: old }, data: { leftAt: new Date() } });
    const parent = { slug: await slugOf(roomId), name: 'Class' };
    expect(await leftRoom(pupil, slug)).toEqual({ name: 'A', parent, group: null });
    await aSeat(pupil, to);
    expect(await leftRoom(pupil, slug)).toEqual({
      name: 'A',
      parent,
      group: { slug: await slugOf(to), name: 'B' },
    });
    // Whoever left the class too has no way on.
    await database().prisma.participant.updateMany({
      where: { userId: pupil.userId },
      data: { leftAt: new Date() },
    });
    expect(await leftRoom(pupil, slug)).toEqual({ name: 'A', parent: null, group: null });
  });

  test('who is taken out sees nothing, is told so by name of the room, and comes back to all that was theirs', async () => {
    const group = await aBreakout(debate, roomId);
    const pupil = await aParticipant(roomId);
    await aSeat(pupil, group);
    const seat = await seatOf(pupil);
    const { slug } = (await roomContext(pupil, roomId)) ?? { slug: '' };
    expect(await changePerson(owner, roomId, seat, { act: 'remove', reason: 'Noise.' })).toEqual({
      ok: true,
      value: null,
    });
    for (const room of [roomId, group]) expect(await roomContext(pupil, room)).toBeNull();
    expect(await leftRoom(pupil, slug)).toEqual({ name: 'Class', parent: null, group: null });
    expect(await leftRoom(await aPerson(), slug)).toBeNull();
    expect(await leftRoom(visitor, slug)).toBeNull();
    await changePerson(owner, roomId, seat, { act: 'return' });
    expect((await roomContext(pupil, roomId))?.participantId).toBe(seat);
  });

  test('who is muted is muted in their group too, until it is lifted', async () => {
    const group = await aBreakout(debate, roomId);
    const pupil = await aParticipant(roomId);
    await aSeat(pupil, group);
    await changePerson(owner, roomId, await seatOf(pupil), { act: 'mute', reason: 'Names.' });
    for (const room of [roomId, group]) expect((await roomContext(pupil, room))?.isMuted).toBe(true);
    await changePerson(owner, roomId, await seatOf(pupil), { act: 'unmute' });
    expect((await roomContext(pupil, group))?.isMuted).toBe(false);
  });

  test('of another class is nobody here, and nobody there decides about this one', async () => {
    const elsewhere = await aClass(debate);
    const teacher = await aParticipant(elsewhere, 'teacher');
    const pupil = await aParticipant(roomId);
    expect(await roomPeople(teacher, roomId)).toMatchObject({ error: { code: 'not-found' } });
    const mute = { act: 'mute', reason: 'x' } as const;
    expect(await changePerson(teacher, roomId, await seatOf(pupil), mute)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await changePerson(teacher, elsewhere, await seatOf(pupil), mute)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await addRoster(teacher, roomId, ['Marta'])).toMatchObject({ error: { code: 'not-found' } });
  });

  test('is given a role by who may give it: never away from the last owner, never teaching to a guest', async () => {
    const teacher = await aParticipant(roomId, 'teacher');
    const assistant = await aParticipant(roomId, 'assistant');
    const guest = await aGuest();
    const give = async (actor: Person, whom: Person, role: 'owner' | 'teacher' | 'assistant' | 'observer') =>
      changePerson(actor, roomId, await seatOf(whom), { act: 'role', role });
    const no = { error: { code: 'not-allowed' } };
    expect(await give(owner, owner, 'teacher')).toMatchObject(no);
    expect(await give(teacher, owner, 'observer')).toMatchObject(no);
    expect(await give(teacher, teacher, 'owner')).toMatchObject(no);
    expect(await give(assistant, guest, 'observer')).toMatchObject(no);
    expect(await give(owner, guest, 'teacher')).toMatchObject(no);
    expect((await give(teacher, guest, 'assistant')).ok).toBe(true);
    expect((await give(owner, teacher, 'owner')).ok).toBe(true);
    expect((await give(owner, owner, 'teacher')).ok).toBe(true);
    expect(await give(teacher, teacher, 'observer')).toMatchObject(no);
  });

  test('who is a colleague comes in by the name of their account', async () => {
    const colleague = await aPerson();
    const { name } = await database().prisma.user.findUniqueOrThrow({ where: { id: colleague.userId } });
    expect((await addPerson(owner, roomId, { name: name.toUpperCase(), role: 'teacher' })).ok).toBe(true);
    expect((await roomContext(colleague, roomId))?.role).toBe('teacher');
    expect(await addPerson(owner, roomId, { name: 'Nobody At All', role: 'teacher' })).toEqual({
      ok: false,
      error: { code: 'not-found', field: 'name' },
    });
  });

  test('whose code is made anew is out of the seat on every device until they type it', async () => {
    const guest = await aGuest();
    await database().prisma.session.create({
      data: {
        id: guest.sessionId,
        userId: guest.userId,
        rightsVersion: 1,
        idleSeconds: 600,
        expiresAt: new Date(Date.now() + 600_000),
      },
    });
    const reset = await resetSeatCode(owner, roomId, await seatOf(guest));
    const session = await database().prisma.session.findUniqueOrThrow({ where: { id: guest.sessionId } });
    expect(session.revokedAt).not.toBeNull();
    const code = reset.ok ? reset.value.code : '';
    expect(await joinRoom(visitor, codeInput(code), aNetwork())).toMatchObject({
      value: { signInAs: guest.userId },
    });
    const person = await aParticipant(roomId);
    expect(await resetSeatCode(owner, roomId, await seatOf(person))).toMatchObject({
      error: { code: 'not-allowed' },
    });
  });
});

describe('names', () => {
  test('are looked up only where the room was opened so; each look is logged with its reason and told to all', async () => {
    const guest = await aGuest();
    expect(await revealNames(owner, roomId, 'Grades.')).toMatchObject({ error: { code: 'not-allowed' } });
    await database().prisma.room.update({ where: { id: roomId }, data: { namesCanBeRevealed: true } });
    expect(await revealNames(guest, roomId, 'Grades.')).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await namesRevealed(guest, roomId)).toEqual([]);
    expect(await revealNames(owner, roomId, 'Grades.')).toEqual({
      ok: true,
      value: { names: [{ participantId: await seatOf(guest), name: 'Marta' }] },
    });
    expect(await namesRevealed(guest, roomId)).toMatchObject([{ reason: 'Grades.' }]);
    expect(await database().prisma.event.count({ where: { roomId, type: 'names-revealed' } })).toBe(1);
    const told = await database().prisma.notification.findMany({ where: { roomId, kind: 'names-revealed' } });
    expect(told.map(({ userId }) => userId)).toEqual([guest.userId]);
    expect(JSON.stringify(await people())).not.toContain('Marta');
  });
});

describe('erasing a person', () => {
  async function aTalker() {
    const { prisma } = database();
    const guest = await aGuest();
    const authorId = await seatOf(guest);
    const claimId = await aClaim(debate, { roomId, authorId, text: 'Words of Marta.' });
    for (const participantId of [authorId, await seatOf(owner)]) {
      await prisma.vote.create({
        data: { roomId, claimId, claimRevision: 1, participantId, choice: 'agree', seq: 1n },
      });
    }
    for (const visibility of ['room', 'private'] as const) {
      await prisma.annotation.create({
        data: {
          debateId: debate.id,
          roomId,
          authorId,
          kind: 'comment',
          visibility,
          claimId,
          revisions: { create: { number: 1, body: `Marta’s ${visibility} note.`, visibility } },
        },
      });
    }
    return { guest, authorId, claimId };
  }
  const tally = (claimId: string) => database().prisma.vote.count({ where: { claimId, choice: 'agree' } });

  test.each(['keep', 'remove'] as const)('to %s their texts leaves every count as it was', async (texts) => {
    const { prisma } = database();
    const { guest, authorId, claimId } = await aTalker();
    const before = await tally(claimId);
    const { alias } = await prisma.participant.findUniqueOrThrow({ where: { id: authorId } });
    const reason = 'Marta Koval was loud.';
    expect((await changePerson(owner, roomId, authorId, { act: 'mute', reason })).ok).toBe(true);
    await prisma.claimRevision.create({
      data: {
        claimId,
        number: 2,
        authorId: await seatOf(owner),
        text: 'The words of Marta.',
        meaning: 1,
        evidence: 'reported',
      },
    });
    expect((await changePerson(owner, roomId, authorId, { act: 'erase', texts })).ok).toBe(true);
    expect(await prisma.auditEntry.count({ where: { reason } })).toBe(0);
    expect(await tally(claimId)).toBe(before);
    expect(await prisma.user.count({ where: { id: guest.userId } })).toBe(0);
    const seat = await prisma.participant.findUniqueOrThrow({ where: { id: authorId } });
    expect(seat).toMatchObject({ userId: null, name: null, seatCodeHash: null });
    expect(seat.alias).not.toBe(alias);
    const notes = await prisma.annotationRevision.findMany({ where: { annotation: { authorId } } });
    expect(notes.map(({ body }) => body)).toEqual(texts === 'keep' ? ['Marta’s room note.'] : []);
    const revisions = await prisma.claimRevision.findMany({ where: { claimId }, orderBy: { number: 'asc' } });
    expect(revisions.map(({ text }) => text)).toEqual(
      texts === 'keep' ? ['Words of Marta.', 'The words of Marta.'] : ['[removed]', '[removed]'],
    );
  });

  test('is for who teaches and for oneself; the last owner stays', async () => {
    const { guest, authorId } = await aTalker();
    const assistant = await aParticipant(roomId, 'assistant');
    expect(await changePerson(assistant, roomId, authorId, { act: 'erase', texts: 'keep' })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await changeOwnSeat(owner, roomId, { act: 'erase', texts: 'keep' })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect((await changeOwnSeat(guest, roomId, { act: 'erase', texts: 'remove' })).ok).toBe(true);
    expect(await database().prisma.user.count({ where: { id: guest.userId } })).toBe(0);
  });

  test('with an account leaves the account and its other rooms alone', async () => {
    const person = await aParticipant(roomId);
    const elsewhere = await aClass(debate);
    await aSeat(person, elsewhere);
    await changePerson(owner, roomId, await seatOf(person), { act: 'erase', texts: 'remove' });
    expect(await roomContext(person, roomId)).toBeNull();
    expect(await roomContext(person, elsewhere)).not.toBeNull();
  });
});

describe('one’s own seat', () => {
  test('takes another alias while nothing hangs on it, in the group too', async () => {
    const guest = await aGuest();
    const group = await aBreakout(debate, roomId);
    await aSeat(guest, group);
    const drawn = await changeOwnSeat(guest, roomId, { act: 'draw-alias' });
    const alias = drawn.ok ? drawn.value.alias : null;
    for (const room of [roomId, group]) expect((await roomContext(guest, room))?.alias).toBe(alias);
    await aClaim(debate, { roomId, authorId: await seatOf(guest) });
    expect(await changeOwnSeat(guest, roomId, { act: 'draw-alias' })).toMatchObject({
      error: { code: 'not-now' },
    });
  });

  test('is called as they like by who keeps the room, but not like somebody else there', async () => {
    const guest = await aGuest();
    expect(await changeOwnSeat(owner, roomId, { act: 'take-alias', alias: 'Ms Okafor' })).toMatchObject({
      value: { alias: 'Ms Okafor' },
    });
    const taken = { act: 'take-alias', alias: 'ms okafor' } as const;
    expect(await changeOwnSeat(guest, roomId, taken)).toMatchObject({ error: { code: 'not-allowed' } });
    const teacher = await aParticipant(roomId, 'teacher');
    expect(await changeOwnSeat(teacher, roomId, taken)).toMatchObject({ error: { code: 'name-taken-here' } });
  });

  test('is left, and given back by who keeps the room', async () => {
    const guest = await aGuest();
    const seat = await seatOf(guest);
    expect((await changeOwnSeat(guest, roomId, { act: 'leave' })).ok).toBe(true);
    expect(await roomContext(guest, roomId)).toBeNull();
    await changePerson(owner, roomId, seat, { act: 'return' });
    expect((await roomContext(guest, roomId))?.participantId).toBe(seat);
  });
});

describe('a guest who makes an account', () => {
  test('keeps the seat, and its code opens it no more', async () => {
    const guest = await aGuest();
    const code = await resetSeatCode(owner, roomId, await seatOf(guest));
    expect(await guestSeats(guest)).toMatchObject([{ room: 'Class' }]);
    const name = `Marta ${uuidv7().slice(-8)}`;
    const account = { name, password: 'lantern orchard violin tide' };
    expect(await keepSeats(guest, account, aNetwork())).toEqual({
      ok: true,
      value: { id: guest.userId, name },
    });
    expect((await roomContext(guest, roomId))?.role).toBe('participant');
    expect(await joinRoom(visitor, codeInput((code.ok && code.value.code) || ''), aNetwork())).toMatchObject({
      error: { code: 'code-unknown' },
    });
    expect(await keepSeats(owner, account, aNetwork())).toMatchObject({ error: { code: 'not-allowed' } });
  });
});

describe('a group', () => {
  test('lets nobody in, names nobody and decides about nobody: that is the class’s', async () => {
    const group = await aBreakout(debate, roomId);
    const pupil = await aParticipant(roomId);
    const seat = await aSeat(pupil, group);
    await database().prisma.room.updateMany({
      where: { id: { in: [roomId, group] } },
      data: { namesCanBeRevealed: true },
    });
    const refused = await Promise.all([
      makeJoinCode(owner, group),
      closeJoinCode(owner, group),
      addRoster(owner, group, ['Marta']),
      resetRoster(owner, group),
      addPerson(owner, group, { name: 'Anybody', role: 'teacher' }),
      roomPeople(owner, group),
      changePerson(owner, group, seat, { act: 'mute', reason: 'Loud.' }),
      changePerson(owner, group, seat, { act: 'role', role: 'observer' }),
      changePerson(owner, group, seat, { act: 'erase', texts: 'keep' }),
      resetSeatCode(owner, group, seat),
      revealNames(owner, group, 'To know.'),
      askForNames(owner, group, { reason: 'To know.' }),
      changeOwnSeat(pupil, group, { act: 'leave' }),
      changeOwnSeat(pupil, group, { act: 'draw-alias' }),
    ]);
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'not-allowed'));
    // A code from before leads nowhere.
    await database().prisma.room.update({
      where: { id: group },
      data: { joinCode: 'B3C4D5F6', joinCodeUntil: new Date(Date.now() + 60_000) },
    });
    expect(await joinCodeOf(owner, group)).toBeNull();
    expect(codeOf(await lookAtCode(visitor, 'B3C4D5F6', aNetwork()))).toBe('code-unknown');
    expect(await database().prisma.participant.count({ where: { roomId: group } })).toBe(1);
  });

  test('knows people by their role in the class, from the moment that it changes', async () => {
    const group = await aBreakout(debate, roomId);
    const pupil = await aParticipant(roomId);
    await aSeat(pupil, group);
    const change = async (role: 'observer' | 'assistant') =>
      changePerson(owner, roomId, await seatOf(pupil), { act: 'role', role });
    const note = () =>
      addAnnotation(pupil, group, {
        target: { type: 'claim', claimId: debate.motionId },
        kind: 'comment',
        visibility: 'room',
        body: 'A thought.',
        tags: [],
      });
    expect(codeOf(await note())).toBe('ok');
    await change('observer');
    expect(codeOf(await note())).toBe('not-allowed');
    expect((await roomFrameById(pupil, group))?.seat?.role).toBe('observer');
    await change('assistant');
    expect(await roomContext(pupil, group)).toMatchObject({ role: 'assistant' });
    expect((await roomFrameById(pupil, group))?.can).toMatchObject({ maintain: true, configure: false });
  });
});
