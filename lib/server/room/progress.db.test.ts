import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RoomStage } from '../../domain/debate/view';
import type { Person } from '../../policy/actor';
import { lockThread } from '../annotation/lock-thread';
import { testDatabase } from '../database/testing';
import { readTurnout } from '../live/room-numbers';
import { notify } from '../notification/notify';
import {
  aBreakout,
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aSeat,
  type TestDebate,
} from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { askForHelp, endHelp, nudge } from './help';
import { changePerson } from './people/change-person';
import { roomProgress } from './progress';
import { setSpotlight } from './spotlight';
import { waitingClaims } from './waiting-claims';

const { prisma } = testDatabase();

let debate: TestDebate;
let roomId: string;
let teacher: Person;
let pupil: Person;
let seatId: string;

beforeEach(async () => {
  debate = await aDebate();
  roomId = await aClass(debate, { stage: 'vote' });
  teacher = await aParticipant(roomId, 'teacher');
  pupil = await aPerson();
  seatId = await aSeat(pupil, roomId);
});

const aVote = (claimId: string, participantId = seatId, room = roomId) =>
  prisma.vote.create({
    data: { roomId: room, claimId, claimRevision: 1, participantId, choice: 'agree', seq: 1 },
  });
const progress = async (room = roomId) => valueIn(await roomProgress(teacher, room));
const own = async (seat = seatId) =>
  (await progress()).people.find(({ participantId }) => participantId === seat);
const quotas = (asked: object, more: { stage?: RoomStage } = {}) =>
  prisma.room.update({ where: { id: roomId }, data: { quotas: asked, ...more } });

describe('progress', () => {
  test('is of participants alone: not of teachers, observers, voices, editors or those who left', async () => {
    const side = debate.sideIds[0];
    await aParticipant(roomId, 'observer');
    const gone = await aParticipant(roomId);
    await prisma.participant.updateMany({
      where: { roomId, userId: gone.userId },
      data: { leftAt: new Date() },
    });
    const plain = { roomId, alias: 'Voice', aliasKey: 'voice' };
    await prisma.participant.create({ data: { ...plain, actsForId: seatId, sideId: side } });
    await prisma.participant.create({ data: { roomId, alias: 'Ed', aliasKey: 'ed', isEditor: true } });
    await prisma.participant.create({ data: { roomId, alias: 'Roster', aliasKey: 'roster' } });
    const { people, observers, turnout } = await progress();
    expect(people.map(({ alias, isHere }) => [alias.startsWith('Alias'), isHere])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect([observers, turnout.people]).toEqual([1, 1]);
  });

  test('counts votes that stand, one for each claim, against what is asked', async () => {
    const [one, two, three] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
    await aVote(one);
    await aVote(two);
    await prisma.vote.update({
      where: { roomId_claimId_participantId: { roomId, claimId: two, participantId: seatId } },
      data: { choice: null },
    });
    await aVote(three);
    await prisma.claim.update({ where: { id: three }, data: { status: 'archived' } });
    const { asked, turnout, people } = await progress();
    expect(asked).toEqual({ votes: 2 });
    expect(people[0]?.counts.votes).toBe(1);
    expect(turnout).toMatchObject({ people: 1, done: 0, votes: 1, voters: 1 });
    await quotas({ votes: 1 });
    expect((await progress()).turnout.done).toBe(1);
    expect((await progress()).activity.map(({ kind }) => kind)).toContain('finished');
  });

  test('keeps what a person did in a group of the class, and in a group that they left', async () => {
    const claimId = await aClaim(debate);
    const group = await aBreakout(debate, roomId);
    const there = await aSeat(pupil, group);
    await aVote(claimId, there, group);
    await aClaim(debate, { roomId: group, authorId: there, status: 'suggested' });
    await prisma.participant.update({ where: { id: there }, data: { leftAt: new Date() } });
    // Votes belong to the class: one that stands in a group from before counts nowhere.
    expect((await own())?.counts).toMatchObject({ votes: 0, claims: 1 });
    expect((await progress()).groups).toMatchObject([{ name: 'Group', people: 0, claims: 1 }]);
  });

  test('is the same in the stream: without places on the roster, stances taken back and votes on archived claims', async () => {
    await prisma.participant.create({ data: { roomId, alias: 'Roster', aliasKey: 'roster' } });
    const claimId = await aClaim(debate);
    await aVote(claimId);
    await aVote(await aClaim(debate));
    await prisma.claim.update({ where: { id: claimId }, data: { status: 'archived' } });
    const mine = { roomId, motionId: debate.motionId, participantId: seatId, round: 1, seq: 1n };
    await prisma.stance.create({ data: { ...mine, answer: 'withdrawn', eventId: uuidv7() } });
    const { firstStances, secondStances: _, ...turnout } = (await progress()).turnout;
    expect(turnout).toEqual({ people: 1, done: 1, votes: 1, voters: 1 });
    expect(await readTurnout(roomId)).toEqual({ ...turnout, stances: firstStances });
    expect(firstStances).toBe(0);
  });

  test('takes in what waits and was reported in the groups that are open, and says in which', async () => {
    const group = await aBreakout(debate, roomId);
    const there = await aSeat(pupil, group);
    const claimId = await aClaim(debate, { roomId: group, authorId: there, status: 'suggested' });
    const note = await prisma.annotation.create({
      data: {
        debateId: debate.id,
        roomId: group,
        authorId: there,
        kind: 'comment',
        visibility: 'room',
        status: 'waiting',
        claimId: debate.motionId,
        revisions: { create: { number: 1, body: 'Waits.' } },
      },
    });
    expect((await progress()).waiting).toMatchObject({ claims: 1, notes: 1 });
    expect((await progress()).groups).toMatchObject([{ waiting: { claims: 1, notes: 1, reported: 0 } }]);
    const { slug, name } = (await progress()).groups[0] ?? {};
    expect(valueIn(await waitingClaims(teacher, roomId)).claims).toMatchObject([
      { claim: { id: claimId }, group: { slug, name } },
    ]);
    await prisma.annotation.update({ where: { id: note.id }, data: { status: 'published' } });
    await prisma.annotationReport.create({
      data: { annotationId: note.id, participantId: there, roomId: group, reason: 'other' },
    });
    expect((await progress()).waiting).toMatchObject({ notes: 0, reported: 1 });
    await prisma.room.update({ where: { id: group }, data: { archivedAt: new Date() } });
    expect((await progress()).waiting).toMatchObject({ claims: 0, reported: 0 });
    expect(valueIn(await waitingClaims(teacher, roomId)).claims).toEqual([]);
  });

  test('counts the votes of the voice that the room asks for', async () => {
    const [mine, other] = debate.sideIds;
    await prisma.participant.update({ where: { id: seatId }, data: { sideId: mine } });
    const voice = async (sideId: string, alias: string) =>
      (
        await prisma.participant.create({
          data: { roomId, alias, aliasKey: alias, actsForId: seatId, sideId },
        })
      ).id;
    const [assigned, swapped] = [await voice(mine, 'a'), await voice(other, 'b')];
    const [one, two] = [await aClaim(debate), await aClaim(debate)];
    await aVote(one, assigned);
    await aVote(one, swapped);
    await aVote(two, swapped);
    const votes = async (voice: 'own' | 'assigned' | 'swapped') => {
      await prisma.room.update({ where: { id: roomId }, data: { voice } });
      return (await own())?.counts.votes;
    };
    expect([await votes('own'), await votes('assigned'), await votes('swapped')]).toEqual([0, 1, 2]);
  });

  test('leaves private and hidden notes, and declined claims, out', async () => {
    const note = (more: object) =>
      prisma.annotation.create({
        data: {
          debateId: debate.id,
          roomId,
          authorId: seatId,
          kind: 'comment',
          visibility: 'room',
          claimId: debate.motionId,
          ...more,
        },
      });
    const { id } = await note({});
    await note({ visibility: 'private' });
    await note({ status: 'hidden', statusReason: 'A name.', statusAt: new Date() });
    await note({ parentId: id, rootId: id, claimId: null });
    await aClaim(debate, { roomId, authorId: seatId, status: 'declined' });
    expect((await own())?.counts).toMatchObject({ annotations: 1, replies: 1, claims: 0 });
  });

  test('tells of stances how many are in, and of nobody that theirs is', async () => {
    await quotas({}, { stage: 'first_stance' });
    const before = await own();
    await prisma.stance.create({
      data: {
        roomId,
        motionId: debate.motionId,
        participantId: seatId,
        round: 1,
        answer: 'placed',
        value: 40,
        seq: 1,
        eventId: crypto.randomUUID(),
      },
    });
    expect((await progress()).turnout).toMatchObject({ firstStances: 1, secondStances: 0 });
    expect(await own()).toEqual(before);
  });

  test('of 300 people with 30 votes each is read in a few tens of milliseconds', async () => {
    const claims = await Promise.all(Array.from({ length: 30 }, () => aClaim(debate)));
    await prisma.$executeRaw`INSERT INTO "User" ("id", "name", "nameKey", "isGuest")
      SELECT gen_random_uuid(), 'G' || n, 'crowd' || n, true FROM generate_series(1, 300) n`;
    await prisma.$executeRaw`INSERT INTO "Participant" ("id", "roomId", "userId", "alias", "aliasKey")
      SELECT gen_random_uuid(), ${roomId}::uuid, u."id", u."nameKey", u."nameKey" FROM "User" u WHERE u."nameKey" LIKE 'crowd%'`;
    await prisma.$executeRaw`INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq")
      SELECT ${roomId}::uuid, c, 1, p."id", 'agree', 1 FROM "Participant" p, unnest(${claims}::uuid[]) c
      WHERE p."roomId" = ${roomId}::uuid AND p."alias" LIKE 'crowd%'`;
    await prisma.$executeRaw`ANALYZE`;
    await progress();
    const times: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const start = performance.now();
      const { turnout } = await progress();
      times.push(performance.now() - start);
      expect(turnout).toMatchObject({ people: 301, done: 300, votes: 9000 });
    }
    const median = times.sort((a, b) => a - b)[4] ?? 0;
    // Wide, for a machine that does other things too: what it guards against is a query for each person.
    expect(median).toBeLessThan(400);
  });
});

describe('help', () => {
  test('is asked for once, seen by who keeps the room, and given', async () => {
    valueIn(await askForHelp(pupil, roomId));
    valueIn(await askForHelp(pupil, roomId));
    expect((await own())?.asksHelpAt).not.toBeNull();
    expect(codeOf(await endHelp(pupil, roomId, { participantId: seatId }))).toBe('not-allowed');
    valueIn(await endHelp(teacher, roomId, { participantId: seatId }));
    expect((await own())?.asksHelpAt).toBeNull();
    const alias = (await own())?.alias;
    expect((await progress()).activity.map((item) => [item.kind, item.alias])).toEqual([
      ['help-given', alias],
      ['help-asked', alias],
    ]);
  });

  test('is taken back by who asked', async () => {
    valueIn(await askForHelp(pupil, roomId));
    valueIn(await endHelp(pupil, roomId, {}));
    expect((await own())?.asksHelpAt).toBeNull();
  });

  test('is for those who take part', async () => {
    expect(codeOf(await askForHelp(await aParticipant(roomId, 'observer'), roomId))).toBe('not-allowed');
    expect(codeOf(await askForHelp(await aPerson(), debate.roomId))).toBe('not-allowed');
  });
});

describe('nudges', () => {
  const unread = (person: Person) =>
    prisma.notification.findMany({ where: { userId: person.userId, readAt: null } });

  test('are one entry each until they are read', async () => {
    const all = { everybodyWaiting: true } as const;
    await aClaim(debate);
    expect(valueIn(await nudge(teacher, roomId, all))).toEqual({ nudged: 1 });
    expect(valueIn(await nudge(teacher, roomId, { participantIds: [seatId] }))).toEqual({ nudged: 1 });
    expect(await unread(pupil)).toMatchObject([{ kind: 'nudge', subjectId: roomId, count: 2 }]);
    await prisma.notification.updateMany({ where: { userId: pupil.userId }, data: { readAt: new Date() } });
    valueIn(await nudge(teacher, roomId, all));
    expect(await unread(pupil)).toMatchObject([{ count: 1 }]);
  });

  test('go to nobody of another room, and not to who is done', async () => {
    const elsewhere = await aSeat(await aPerson(), await aClass(debate));
    expect(valueIn(await nudge(teacher, roomId, { participantIds: [elsewhere] }))).toEqual({ nudged: 0 });
    await aVote(await aClaim(debate));
    expect(valueIn(await nudge(teacher, roomId, { everybodyWaiting: true }))).toEqual({ nudged: 0 });
  });

  test('at a stance go to who has not said any, in number alone', async () => {
    await quotas({}, { stage: 'first_stance' });
    const other = await aParticipant(roomId);
    await prisma.stance.create({
      data: {
        roomId,
        motionId: debate.motionId,
        participantId: seatId,
        round: 1,
        answer: 'unsure',
        seq: 1,
        eventId: crypto.randomUUID(),
      },
    });
    expect(valueIn(await nudge(teacher, roomId, { everybodyWaiting: true }))).toEqual({ nudged: 1 });
    expect([(await unread(pupil)).length, (await unread(other)).length]).toEqual([0, 1]);
  });

  test('of many at once count up the same entries without waiting for each other', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()));
    const ids = people.map(({ userId }) => userId);
    const tell = (order: string[]) =>
      prisma.$transaction((tx) => notify(tx, order, { roomId, kind: 'nudge', subjectId: roomId }));
    await Promise.all([tell(ids), tell([...ids].reverse()), tell(ids)]);
    const rows = await prisma.notification.findMany({ where: { userId: { in: ids } } });
    expect(rows.map(({ count }) => count)).toEqual([3, 3, 3, 3, 3]);
  });
});

describe('what is shown and what waits', () => {
  test('a claim of the map can be shown on the projector, one that waits or is elsewhere cannot', async () => {
    const claimId = await aClaim(debate);
    valueIn(await setSpotlight(teacher, roomId, { claimId }));
    expect((await progress()).spotlight).toMatchObject({ claimId, side: 'a' });
    const waiting = await aClaim(debate, { roomId, status: 'suggested' });
    expect(codeOf(await setSpotlight(teacher, roomId, { claimId: waiting }))).toBe('claim-not-published');
    const foreign = await aClaim(await aDebate());
    expect(codeOf(await setSpotlight(teacher, roomId, { claimId: foreign }))).toBe('not-found');
    valueIn(await setSpotlight(teacher, roomId, { claimId: null }));
    expect((await progress()).spotlight).toBeNull();
    expect(await prisma.event.count({ where: { roomId, type: 'spotlight-changed' } })).toBe(2);
  });

  test('claims that wait are listed for who keeps the room', async () => {
    await aClaim(debate, { roomId, authorId: seatId, status: 'suggested', text: 'A thought.' });
    expect(valueIn(await waitingClaims(teacher, roomId)).claims).toMatchObject([
      { claim: { text: 'A thought.', status: 'suggested' }, line: null },
    ]);
    expect((await progress()).waiting.claims).toBe(1);
    expect(codeOf(await waitingClaims(pupil, roomId))).toBe('not-allowed');
  });

  test('a locked thread is locked at its first note, whichever of its notes is named', async () => {
    const note = (more: object) =>
      prisma.annotation.create({
        data: {
          debateId: debate.id,
          roomId,
          authorId: seatId,
          kind: 'comment',
          visibility: 'room',
          claimId: debate.motionId,
          revisions: { create: { number: 1, body: 'A note.' } },
          ...more,
        },
      });
    const root = await note({});
    const reply = await note({ parentId: root.id, rootId: root.id, claimId: null });
    const lockedAt = async () =>
      (await prisma.annotation.findUniqueOrThrow({ where: { id: root.id } })).lockedAt;
    expect(codeOf(await lockThread(pupil, roomId, reply.id, { isLocked: true }))).toBe('not-allowed');
    const locked = valueIn(await lockThread(teacher, roomId, reply.id, { isLocked: true }));
    // A reply tells it too, though it is the first note that was locked.
    expect(locked.annotation.isLocked).toBe(true);
    expect(await lockedAt()).not.toBeNull();
    valueIn(await lockThread(teacher, roomId, root.id, { isLocked: true }));
    valueIn(await lockThread(teacher, roomId, root.id, { isLocked: false }));
    expect(await lockedAt()).toBeNull();
    expect(
      (await prisma.auditEntry.findMany({ where: { roomId }, orderBy: { id: 'asc' } })).map(
        ({ action }) => action,
      ),
    ).toEqual(['thread-lock', 'thread-unlock']);
  });
});

describe('what happened lately', () => {
  const told = async () => (await progress()).activity.map(({ kind, alias }) => [kind, alias]);

  test('tells of somebody who was taken out once, and of somebody who was erased without a name', async () => {
    const alias = (await own())?.alias;
    valueIn(await changePerson(teacher, roomId, seatId, { act: 'remove' }));
    expect(await told()).toEqual([['removed', alias]]);
    const owner = await aParticipant(roomId, 'owner');
    valueIn(await changePerson(owner, roomId, seatId, { act: 'erase', texts: 'keep' }));
    for (const [, name] of await told()) expect(name).toBeNull();
  });
});
