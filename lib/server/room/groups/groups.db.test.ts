import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { ChangeGroups, GroupsView } from '../../../domain/room/groups';
import type { Person } from '../../../policy/actor';
import { testDatabase } from '../../database/testing';
import { debateView } from '../../debate/queries';
import { readTurnout } from '../../live/room-numbers';
import { stateStance } from '../../stance/commands';
import { aClaim, aClass, aDebate, aParticipant, aRelation, type TestDebate } from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { castVote, rateImpact } from '../../vote/commands';
import { roomProgress } from '../progress';
import { roomContext } from '../room-context';
import { speakingSeat } from '../voice-seat';
import { ownVoices } from '../voices';
import { changeGroups, moveToGroup, proposeGroups } from './group-commands';
import { groupsOf, ownGroup } from './groups-query';
import { assignSides } from './side-commands';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const { prisma } = testDatabase();

interface Pupil {
  who: Person;
  seatId: string;
  alias: string;
}

interface TestClass {
  debate: TestDebate;
  classId: string;
  teacher: Person;
  pupils: Pupil[];
}

async function aTaughtClass(pupils: number): Promise<TestClass> {
  const debate = await aDebate();
  const classId = await aClass(debate, { stage: 'vote' });
  const teacher = await aParticipant(classId, 'teacher');
  const made: Pupil[] = [];
  for (let index = 0; index < pupils; index += 1) {
    const who = await aParticipant(classId);
    const { id, alias } = await prisma.participant.findUniqueOrThrow({
      where: { roomId_userId: { roomId: classId, userId: who.userId } },
    });
    made.push({ who, seatId: id, alias });
  }
  return { debate, classId, teacher, pupils: made };
}

const open = async ({ classId, teacher }: TestClass, ...groups: Pupil[][]): Promise<GroupsView> =>
  valueIn(
    await changeGroups(teacher, classId, {
      action: 'open',
      groups: groups.map((members, index) => ({
        name: `Group ${index + 1}`,
        participantIds: members.map(({ seatId }) => seatId),
      })),
    }),
  );

const membersOf = (view: GroupsView) =>
  view.groups.map(({ members, isOpen }) => [isOpen, members.map(({ alias }) => alias).sort()] as const);
const aliases = (...pupils: Pupil[]) => pupils.map(({ alias }) => alias).sort();
const idOf = (view: GroupsView, index: number): string => view.groups[index]?.id ?? '';
const vote = () => ({ choice: 'agree' as const, revision: 1, seq: Date.now(), eventId: uuidv7() });

const aPupil = (pupils: readonly Pupil[], index: number): Pupil => {
  const pupil = pupils[index];
  if (!pupil) throw new Error('There is no such pupil');
  return pupil;
};

describe('groups', () => {
  test('go where their class is, under the aliases of the class, and only those in them read them', async () => {
    const taught = await aTaughtClass(3);
    const [ann, ben, cleo] = [0, 1, 2].map((index) => aPupil(taught.pupils, index)) as [Pupil, Pupil, Pupil];
    await prisma.room.update({ where: { id: taught.classId }, data: { voice: 'assigned', round: 2 } });
    const view = await open(taught, [ann, ben], [cleo]);
    expect(membersOf(view)).toEqual([
      [true, aliases(ann, ben)],
      [true, aliases(cleo)],
    ]);
    const group = await prisma.room.findUniqueOrThrow({ where: { id: idOf(view, 0) } });
    expect(group).toMatchObject({ kind: 'breakout', stage: 'vote', voice: 'assigned', round: 2 });
    expect(await roomContext(ann.who, group.id)).toMatchObject({ alias: ann.alias, role: 'participant' });
    expect(await roomContext(cleo.who, group.id)).toBeNull();
    expect(await roomContext(taught.teacher, group.id)).not.toBeNull();
    const own = await roomContext(ann.who, taught.classId);
    expect(own && (await ownGroup(own))).toMatchObject({ name: 'Group 1', members: aliases(ann, ben) });
    expect(codeOf(await groupsOf(ann.who, taught.classId))).toBe('not-allowed');
  });

  test('that are opened anew take the place of those before, whose work stays readable for the teacher', async () => {
    const taught = await aTaughtClass(2);
    const [ann, ben] = [aPupil(taught.pupils, 0), aPupil(taught.pupils, 1)];
    const first = await open(taught, [ann, ben]);
    await aClaim(taught.debate, { roomId: idOf(first, 0), text: 'Kept words.' });
    const second = await open(taught, [ann], [ben]);
    expect(membersOf(second).map(([isOpen]) => isOpen)).toEqual([true, true, false]);
    expect(second.groups.find(({ id }) => id === idOf(first, 0))?.claims).toMatchObject([
      { text: 'Kept words.' },
    ]);
    expect(await roomContext(ann.who, idOf(first, 0))).toBeNull();
  });

  test('that are opened again have those who sat there to the end, but for who is elsewhere by now', async () => {
    const taught = await aTaughtClass(3);
    const [ann, ben, cleo] = [0, 1, 2].map((index) => aPupil(taught.pupils, index)) as [Pupil, Pupil, Pupil];
    const first = await open(taught, [ann, ben, cleo]);
    const groupId = idOf(first, 0);
    await moveToGroup(taught.teacher, taught.classId, cleo.seatId, { groupId: null });
    const second = await open(taught, [ann]);
    const again = valueIn(await changeGroups(taught.teacher, taught.classId, { action: 'reopen', groupId }));
    expect(again.groups.find(({ id }) => id === groupId)?.members.map(({ alias }) => alias)).toEqual([
      ben.alias,
    ]);
    expect(again.groups.find(({ id }) => id === idOf(second, 0))?.isOpen).toBe(true);
    expect(again.ungrouped.map(({ alias }) => alias)).toEqual([cleo.alias]);
  });

  test('take in who came late where fewest are, and nobody twice when the button is pressed ten times at once', async () => {
    const taught = await aTaughtClass(5);
    const [first, ...late] = taught.pupils;
    if (!first) throw new Error('nobody');
    await open(taught, [first], []);
    await Promise.all(
      Array.from({ length: 10 }, () => changeGroups(taught.teacher, taught.classId, { action: 'add-late' })),
    );
    const view = valueIn(await groupsOf(taught.teacher, taught.classId));
    expect(view.groups.map(({ members }) => members.length).sort()).toEqual([2, 3]);
    expect(view.ungrouped).toEqual([]);
    expect(await prisma.participant.count({ where: { room: { parentId: taught.classId } } })).toBe(
      late.length + 1,
    );
  });

  test('are refused in a closed class, and names and groups of elsewhere are unknown', async () => {
    const [taught, other] = [await aTaughtClass(1), await aTaughtClass(1)];
    const elsewhere = idOf(await open(other, [aPupil(other.pupils, 0)]), 0);
    const change = async (input: Parameters<typeof changeGroups>[2]) =>
      codeOf(await changeGroups(taught.teacher, taught.classId, input));
    expect(await change({ action: 'rename', groupId: elsewhere, name: 'Mine' })).toBe('not-found');
    expect(await change({ action: 'close', groupId: elsewhere })).toBe('not-found');
    expect(await change({ action: 'reopen', groupId: elsewhere })).toBe('not-found');
    const seatId = aPupil(other.pupils, 0).seatId;
    expect(codeOf(await moveToGroup(taught.teacher, taught.classId, seatId, { groupId: null }))).toBe(
      'not-found',
    );
    await prisma.room.update({ where: { id: taught.classId }, data: { stage: 'closed' } });
    expect(await change({ action: 'open', groups: [{ name: 'Late', participantIds: [] }] })).toBe(
      'room-closed',
    );
  });
});

describe('moving a person', () => {
  test('keeps their work where it was, and gives it back to them when they return', async () => {
    const taught = await aTaughtClass(2);
    const [ann, ben] = [aPupil(taught.pupils, 0), aPupil(taught.pupils, 1)];
    const view = await open(taught, [ann], [ben]);
    const [from, to] = [idOf(view, 0), idOf(view, 1)];
    const seat = await prisma.participant.findUniqueOrThrow({
      where: { roomId_userId: { roomId: from, userId: ann.who.userId } },
    });
    const claimId = await aClaim(taught.debate, { roomId: from, authorId: seat.id });
    const move = async (groupId: string | null) =>
      valueIn(await moveToGroup(taught.teacher, taught.classId, ann.seatId, { groupId }));
    const moved = await move(to);
    expect(moved.groups.find(({ id }) => id === from)).toMatchObject({
      members: [],
      claims: [{ authorAlias: ann.alias }],
      counts: { claims: 1 },
    });
    expect(await roomContext(ann.who, from)).toBeNull();
    expect(await roomContext(ann.who, to)).toMatchObject({ alias: ann.alias });
    await move(from);
    const { key } = await prisma.room.findUniqueOrThrow({ where: { id: from } });
    const seen = await debateView(ann.who, `${taught.debate.slug}~${key}`);
    expect(seen?.claims.find(({ id }) => id === claimId)).toMatchObject({
      isOwn: true,
    });
  });

  test('to and fro by two teachers at once leaves one seat', async () => {
    const taught = await aTaughtClass(1);
    const ann = aPupil(taught.pupils, 0);
    const other = await aParticipant(taught.classId, 'owner');
    const view = await open(taught, [ann], [], []);
    const codes = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        codeOf(
          await moveToGroup(index % 2 ? other : taught.teacher, taught.classId, ann.seatId, {
            groupId: idOf(view, index % 3),
          }),
        ),
      ),
    );
    expect(new Set(codes)).toEqual(new Set(['ok']));
    const sitting = await prisma.participant.count({
      where: { userId: ann.who.userId, leftAt: null, room: { parentId: taught.classId } },
    });
    expect(sitting).toBe(1);
  });
});

describe('after the reveal', () => {
  test('groups stay as they are, but for their names', async () => {
    const taught = await aTaughtClass(2);
    const [ann, ben] = [aPupil(taught.pupils, 0), aPupil(taught.pupils, 1)];
    const view = await open(taught, [ann], []);
    await prisma.room.updateMany({
      where: { OR: [{ id: taught.classId }, { parentId: taught.classId }] },
      data: { stage: 'reveal' },
    });
    const groupId = idOf(view, 0);
    const changes: ChangeGroups[] = [
      { action: 'open', groups: [{ name: 'Anew', participantIds: [] }] },
      { action: 'close' },
      { action: 'reopen', groupId },
      { action: 'add-late' },
    ];
    for (const change of changes) {
      expect(codeOf(await changeGroups(taught.teacher, taught.classId, change)), change.action).toBe(
        'after-reveal',
      );
    }
    const moved = await moveToGroup(taught.teacher, taught.classId, ben.seatId, { groupId });
    expect(codeOf(moved)).toBe('after-reveal');
    const named = await changeGroups(taught.teacher, taught.classId, {
      action: 'rename',
      groupId,
      name: 'A',
    });
    expect(codeOf(named)).toBe('ok');
  });
});

describe('answers of people in a group', () => {
  test('are refused there with the way to the class, and read from the class', async () => {
    const taught = await aTaughtClass(1);
    const ann = aPupil(taught.pupils, 0);
    const view = await open(taught, [ann]);
    const group = idOf(view, 0);
    const [one, other] = [await aClaim(taught.debate), await aClaim(taught.debate)];
    const line = await aRelation(taught.debate, one, other);
    const { classId, debate } = taught;
    await prisma.room.updateMany({
      where: { id: { in: [classId, group] } },
      data: { acts: ['vote', 'impact', 'stance'] },
    });
    const rate = () => ({ weight: 3, seq: Date.now(), eventId: uuidv7() });
    const stance = () => ({
      answer: 'placed' as const,
      value: 40,
      confidence: null,
      reason: null,
      seq: Date.now(),
      eventId: uuidv7(),
    });
    const home = await prisma.room.findUniqueOrThrow({ where: { id: classId } });
    const current = { roomId: classId, slug: `${debate.slug}~${home.key}`, name: home.name };
    const refused = [
      await castVote(ann.who, group, one, vote()),
      await rateImpact(ann.who, group, line, rate()),
      await stateStance(ann.who, group, debate.motionId, stance()),
    ];
    for (const answer of refused) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'answers-in-class', current } });
    }
    valueIn(await castVote(ann.who, classId, one, vote()));
    valueIn(await rateImpact(ann.who, classId, line, rate()));
    valueIn(await stateStance(ann.who, classId, debate.motionId, stance()));
    // What stands in a group from before counts nowhere.
    const { id: seat } = await prisma.participant.findFirstOrThrow({ where: { roomId: group } });
    await prisma.vote.create({
      data: {
        roomId: group,
        claimId: other,
        claimRevision: 1,
        participantId: seat,
        choice: 'agree',
        seq: 1n,
      },
    });
    const { key } = await prisma.room.findUniqueOrThrow({ where: { id: group } });
    const seen = await debateView(ann.who, `${debate.slug}~${key}`);
    expect(seen?.room.answersIn).toEqual({ slug: current.slug, name: current.name });
    expect(seen?.claims.map(({ ownVote }) => ownVote.choice)).toEqual(['agree', null]);
    expect(seen?.relations.map(({ ownImpact }) => ownImpact.weight)).toEqual([3]);
    expect(seen?.motion.ownStance).toMatchObject({ value: 40 });
    for (const roomId of [classId, group]) {
      const { turnout } = valueIn(await roomProgress(taught.teacher, roomId));
      expect(turnout).toMatchObject({ people: 1, votes: 1, voters: 1, firstStances: 1 });
      expect(await readTurnout(roomId)).toMatchObject({ people: 1, votes: 1, voters: 1, stances: 1 });
    }
  });

  test('for a side are those of the class, and what is written for it in the group stays in the group', async () => {
    const taught = await aTaughtClass(1);
    const ann = aPupil(taught.pupils, 0);
    const { classId, debate, teacher } = taught;
    valueIn(await assignSides(teacher, classId, { by: 'random' }));
    const group = idOf(await open(taught, [ann]), 0);
    const claimId = await aClaim(debate);
    await prisma.room.updateMany({ where: { id: { in: [classId, group] } }, data: { voice: 'swapped' } });
    valueIn(await castVote(ann.who, classId, claimId, { ...vote(), voice: 'swapped' }));
    const { key } = await prisma.room.findUniqueOrThrow({ where: { id: group } });
    const read = async () =>
      (await debateView(ann.who, `${debate.slug}~${key}`))?.claims[0]?.ownVote.choice ?? null;
    expect(await read()).toBe('agree');
    const inGroup = await roomContext(ann.who, group);
    const speaking = valueIn(await speakingSeat(ann.who, inGroup ?? expect.fail('no room')));
    const seat = await prisma.participant.findUniqueOrThrow({ where: { id: speaking.seatId } });
    expect(seat).toMatchObject({ roomId: group });
    expect(seat.actsForId).not.toBeNull();
    await prisma.room.updateMany({ where: { id: { in: [classId, group] } }, data: { voice: 'own' } });
    expect(valueIn(await ownVoices(ann.who, group)).votes).toHaveLength(1);
  });
});

describe('groups by stance', () => {
  test('are proposed once enough have said where they stand, and hold people apart or together by it', async () => {
    const taught = await aTaughtClass(10);
    const propose = (by: 'random' | 'opposing' | 'alike', count = 2) =>
      proposeGroups(taught.teacher, taught.classId, { by, count });
    const values = [-90, -80, -70, -65, -60, 60, 65, 70, 80, 90];
    const state = async (index: number) =>
      prisma.stance.create({
        data: {
          roomId: taught.classId,
          motionId: taught.debate.motionId,
          participantId: aPupil(taught.pupils, index).seatId,
          round: 1,
          answer: 'placed',
          value: values[index] ?? 0,
          confidence: 2,
          seq: 1n,
          eventId: uuidv7(),
        },
      });
    for (const index of [0, 1, 2, 3]) await state(index);
    expect(codeOf(await propose('opposing'))).toBe('too-few-answers');
    for (const index of [4, 5, 6, 7, 8]) await state(index);
    expect(codeOf(await propose('opposing'))).toBe('ok');
    expect(codeOf(await propose('alike'))).toBe('too-few-answers');
    expect(codeOf(await propose('random'))).toBe('ok');
    await state(9);
    const isDoubter = new Set(taught.pupils.slice(0, 5).map(({ seatId }) => seatId));
    const doubters = (groups: string[][]) =>
      groups.map((group) => group.filter((id) => isDoubter.has(id)).length).sort();
    const alike = valueIn(await propose('alike'));
    expect(doubters(alike.groups)).toEqual([0, 5]);
    expect(doubters(valueIn(await propose('opposing')).groups)).toEqual([2, 3]);
    // However many are asked for, and however often: no pair of neighbours, and no other draw.
    expect(valueIn(await propose('alike', 9)).groups).toHaveLength(2);
    for (let again = 0; again < 5; again += 1) expect(valueIn(await propose('alike'))).toEqual(alike);
    expect(
      await prisma.auditEntry.count({
        where: { roomId: taught.classId, action: 'groups-by-stance', reason: 'alike 2' },
      }),
    ).toBe(6);
    // Ids of seats are all that it holds; where anybody stands is not among them.
    expect(Object.keys(alike)).toEqual(['groups']);
    const seats = new Set(taught.pupils.map(({ seatId }) => seatId));
    expect(alike.groups.flat().every((id) => seats.has(id))).toBe(true);
  });
});
