import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { LiveEvent, LiveMessage } from '../../domain/room/live';
import { type Actor, makeActor, type Person } from '../../policy/actor';
import { openSession, revokeSession } from '../account/sessions';
import { addAnnotation } from '../annotation/commands';
import { moderateAnnotation, setRoomSettings } from '../annotation/moderation-commands';
import { testDatabase } from '../database/testing';
import { recordEvent } from '../room/events';
import { roomContext } from '../room/room-context';
import { aClaim, aClass, aDebate, aParticipant, aPerson, aSeat } from '../testing/a-debate';
import { someSeats, theyVote } from '../testing/answers';
import { valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { LiveHub } from './hub';
import { Listener } from './listener';
import { type Ear, hear } from './testing/hear';

const { prisma } = testDatabase();

const hubs: LiveHub[] = [];
const aHub = (): LiveHub => {
  const hub = new LiveHub(process.env.DATABASE_URL ?? '');
  hubs.push(hub);
  return hub;
};
const shared = aHub();
afterEach(async () => {
  for (const ear of ears.splice(0)) await ear.close();
});
afterAll(async () => {
  for (const hub of hubs) await hub.stop();
});

const ears: Ear[] = [];
const listen = async (
  actor: Actor,
  roomId: string,
  after: string | null = null,
  hub = shared,
): Promise<Ear> => {
  const room = await roomContext(actor, roomId);
  if (!room) throw new Error('This person may not read the room');
  const listener = new Listener(actor, room);
  const ear = hear(listener.open(1_000));
  ears.push(ear);
  await hub.join(listener, after);
  await ear.until(({ type }) => type === 'hello');
  return ear;
};

const isEvent = (message: LiveMessage): message is LiveEvent => message.type === 'event';
const ordinals = ({ messages }: Ear): number[] => messages.filter(isEvent).map(({ ordinal }) => ordinal);
const say = (roomId: string) =>
  prisma.$transaction((tx) => recordEvent(tx, roomId, 'spotlight-changed', roomId));
const heard = (ear: Ear, subject: string) =>
  ear.until((message) => isEvent(message) && message.subject === subject);
const ofOrdinal = (ordinal: number) => (message: LiveMessage) =>
  isEvent(message) && message.ordinal === ordinal;

const upTo = (last: number, from = 1): number[] =>
  Array.from({ length: last - from + 1 }, (_, i) => from + i);

describe('what is told', () => {
  test('comes once and in order, however the writers and the returning readers mix', async () => {
    const { roomId } = await aDebate();
    const reader = await aPerson();
    const steady = await listen(reader, roomId, '0');
    const writing = Promise.all(Array.from({ length: 60 }, () => say(roomId)));
    // Comes and goes meanwhile, each time from where it was.
    const returning: number[] = [];
    let cursor = '0';
    for (let round = 0; round < 8; round += 1) {
      const ear = await listen(reader, roomId, cursor);
      returning.push(...ordinals(ear));
      cursor = ear.lastId() ?? cursor;
      await ear.close();
    }
    await writing;
    const last = await listen(reader, roomId, cursor);
    returning.push(...ordinals(last));
    await steady.until(ofOrdinal(60));
    expect(ordinals(steady)).toEqual(upTo(60));
    expect(returning).toEqual(upTo(60));
  });

  test('reaches readers of another process, and a class hears its commons too', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const pupil = await aParticipant(classId);
    const ear = await listen(pupil, classId, null, aHub());
    await say(debate.roomId);
    await say(classId);
    await heard(ear, debate.roomId);
    await heard(ear, classId);
    expect(ear.lastId()).toBe('1.1');
  });

  test('is a reset where too much was missed, or the cursor is of another log', async () => {
    const { roomId } = await aDebate();
    const reader = await aPerson();
    await prisma.room.update({ where: { id: roomId }, data: { lastEvent: 3_000 } });
    const late = await listen(reader, roomId, '0');
    expect(late.messages.map(({ type }) => type)).toContain('reset');
    expect(late.lastId()).toBe('3000');
    const ahead = await listen(reader, roomId, '4000');
    expect(ahead.messages.map(({ type }) => type)).toContain('reset');
    const inTime = await listen(reader, roomId, '2999');
    expect(inTime.messages.map(({ type }) => type)).not.toContain('reset');
  });
});

describe('who hears', () => {
  const aNote = async (author: Person, roomId: string, claimId: string, visibility: 'room' | 'teachers') =>
    valueIn(
      await addAnnotation(author, roomId, {
        target: { type: 'claim', claimId },
        kind: 'comment',
        visibility,
        body: 'A thought.',
      }),
    ).annotation.id;

  test('of a note for the teachers nobody else does, live or on coming back', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const claimId = await aClaim(debate, { roomId: classId });
    const [teacher, author, other] = [
      await aParticipant(classId, 'teacher'),
      await aParticipant(classId),
      await aParticipant(classId),
    ];
    const [atTeacher, atOther] = [await listen(teacher, classId), await listen(other, classId)];
    const hidden = await aNote(author, classId, claimId, 'teachers');
    await prisma.$transaction((tx) => recordEvent(tx, classId, 'annotation-added', hidden));
    const open = await aNote(author, classId, claimId, 'room');
    await heard(atTeacher, hidden);
    expect(await heard(atOther, open)).toMatchObject({ on: { claimId, threadId: open } });
    const back = await listen(other, classId, '0.0');
    for (const ear of [atOther, back]) {
      expect(ear.messages.filter(isEvent).map(({ subject }) => subject)).toEqual([open]);
    }
    expect(await heard(await listen(author, classId, '0.0'), hidden)).toMatchObject({ isOwn: true });
  });

  test('of notes that the room holds back nobody does, until they may, and then reads anew', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const claimId = await aClaim(debate, { roomId: classId });
    const [teacher, author, other] = [
      await aParticipant(classId, 'teacher'),
      await aParticipant(classId),
      await aParticipant(classId),
    ];
    valueIn(await setRoomSettings(teacher, classId, { notesBeforeOthers: 1 }));
    const ear = await listen(other, classId);
    const unseen = await aNote(author, classId, claimId, 'room');
    const own = await aNote(other, classId, claimId, 'room');
    await heard(ear, own);
    await ear.until(({ type }) => type === 'reset');
    expect(ear.messages.some((message) => isEvent(message) && message.subject === unseen)).toBe(false);
  });

  test('of a note that is hidden everybody does who saw it', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const claimId = await aClaim(debate);
    const note = await aNote(await aPerson(), debate.roomId, claimId, 'room');
    const ear = await listen(await aPerson(), debate.roomId);
    valueIn(await moderateAnnotation(owner, debate.roomId, note, { status: 'hidden', reason: 'A name.' }));
    expect(await heard(ear, note)).toMatchObject({ event: 'annotation-hidden' });
  });

  test('of a suggested claim its author and the maintainers do, and of a seat those who keep the room', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const [teacher, other, author] = [
      await aParticipant(classId, 'teacher'),
      await aParticipant(classId),
      await aPerson(),
    ];
    const authorId = await aSeat(author, classId);
    const claimId = await aClaim(debate, { roomId: classId, status: 'suggested', authorId });
    await prisma.$transaction(async (tx) => {
      await recordEvent(tx, classId, 'claim-suggested', claimId);
      await recordEvent(tx, classId, 'help-asked', authorId);
      await recordEvent(tx, classId, 'join-code-changed', classId);
    });
    const events = async (who: Person) =>
      (await listen(who, classId, '0.0')).messages.filter(isEvent).map(({ event }) => event);
    expect(await events(teacher)).toEqual(['claim-suggested', 'help-asked', 'join-code-changed']);
    expect(await events(author)).toEqual(['claim-suggested', 'help-asked']);
    expect(await events(other)).toEqual([]);
  });

  test('ends for a revoked session, a seat that was left and a room that is gone', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const [one, two, three] = [
      await aParticipant(classId),
      await aParticipant(classId),
      await aParticipant(classId),
    ];
    const withSession = async (person: Person): Promise<Person> =>
      makeActor.person({ ...person, sessionId: await openSession(person.userId) });
    const [revoked, left, stays] = [await withSession(one), await withSession(two), await withSession(three)];
    const hub = aHub();
    const [atRevoked, atLeft, atStays] = [
      await listen(revoked, classId, null, hub),
      await listen(left, classId, null, hub),
      await listen(stays, classId, null, hub),
    ];
    await revokeSession(revoked.userId, revoked.sessionId);
    await prisma.participant.updateMany({ where: { userId: left.userId }, data: { leftAt: new Date() } });
    await hub.checkRightsNow();
    await Promise.all([atRevoked.ended, atLeft.ended]);
    expect(atRevoked.messages.at(-1)).toMatchObject({ type: 'bye', reason: 'signed-out', retryMs: null });
    expect(atLeft.messages.at(-1)).toMatchObject({ type: 'bye', reason: 'no-access', retryMs: null });
    expect(atStays.hasEnded()).toBe(false);
    await prisma.room.delete({ where: { id: classId } });
    await hub.checkRightsNow();
    await atStays.ended;
    expect(atStays.messages.at(-1)).toMatchObject({ type: 'bye', reason: 'no-access' });
    expect(hub.size).toEqual({ streams: 0, rooms: 0 });
  });
});

describe('the numbers of a room', () => {
  const press = () =>
    ({ choice: 'agree', revision: 1, seq: Date.now(), eventId: crypto.randomUUID() }) as const;

  test('are turnout for its teacher alone while results are hidden, and counts for all from the reveal on', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate, { stage: 'vote' });
    const claimId = await aClaim(debate, { roomId: classId });
    const fewId = await aClaim(debate, { roomId: classId });
    const others = await someSeats(classId, 4);
    await theyVote(classId, [claimId, fewId], others);
    const [teacher, pupil, other] = [
      await aParticipant(classId, 'teacher'),
      await aParticipant(classId),
      await aParticipant(classId),
    ];
    const [atTeacher, atOther] = [await listen(teacher, classId), await listen(other, classId)];
    valueIn(await castVote(pupil, classId, claimId, press()));
    expect(await atTeacher.until((one) => one.type === 'turnout' && one.turnout.votes === 1)).toEqual({
      type: 'turnout',
      // Of those who are here: the four others have no account any more, and count below.
      turnout: { people: 2, votes: 1, voters: 1, done: 0, stances: 0 },
    });
    await prisma.$transaction(async (tx) => {
      await tx.room.update({ where: { id: classId }, data: { stage: 'reveal' } });
      await recordEvent(tx, classId, 'step-changed', classId);
    });
    const tally = (agree: number) => ({ agree, disagree: 0, pass: 0 });
    expect(await atOther.until(({ type }) => type === 'tallies')).toEqual({
      type: 'tallies',
      claims: { [claimId]: tally(5), [fewId]: null },
    });
    expect(await atTeacher.until(({ type }) => type === 'tallies')).toEqual({
      type: 'tallies',
      claims: { [claimId]: tally(5), [fewId]: tally(4) },
    });
    const kindsBefore = (ear: Ear) => {
      const at = ear.messages.findIndex((one) => one.type === 'now' && one.now.stage === 'reveal');
      return ear.messages.slice(0, at < 0 ? undefined : at).map(({ type }) => type);
    };
    expect(kindsBefore(atTeacher)).not.toContain('tallies');
    expect(kindsBefore(atOther)).not.toContain('tallies');
    expect(atOther.messages.map(({ type }) => type)).not.toContain('turnout');
  });

  test('count each person of a class once, whatever they have open, and not its teacher', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const [teacher, pupil] = [await aParticipant(classId, 'teacher'), await aParticipant(classId)];
    const ear = await listen(teacher, classId);
    const first = await listen(pupil, classId);
    const second = await listen(pupil, classId);
    await ear.until((one) => one.type === 'here' && one.count === 1);
    await first.close();
    await second.close();
    await ear.until((one) => one.type === 'here' && one.count === 0);
    expect(ear.messages.some((one) => one.type === 'here' && one.count > 1)).toBe(false);
  });
});

test('a stop says goodbye to everybody, each with a moment to come back, and keeps nothing', async () => {
  const { roomId } = await aDebate();
  const hub = aHub();
  const all = await Promise.all(
    Array.from({ length: 20 }, async () => listen(await aPerson(), roomId, null, hub)),
  );
  await hub.stop();
  await Promise.all(all.map(({ ended }) => ended));
  const waits = all
    .map(({ messages }) => messages.at(-1))
    .map((one) => (one?.type === 'bye' ? one.retryMs : null));
  expect(new Set(waits).size).toBeGreaterThan(5);
  expect(hub.size).toEqual({ streams: 0, rooms: 0 });
});
