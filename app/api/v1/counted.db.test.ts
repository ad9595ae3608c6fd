import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import { FORMAT_NAMES } from '@/lib/domain/formats/format-names';
import { REPORT_FILES } from '@/lib/domain/room/report/export';
import { roomSlug } from '@/lib/domain/room/room-slug';
import type { Person } from '@/lib/policy/actor';
import { database } from '@/lib/server/database/client';
import { aBreakout, aClaim, aPerson, aRelation, aSeat } from '@/lib/server/testing/a-debate';
import { theyRate, theyVote } from '@/lib/server/testing/answers';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, requests } from './testing/a-world';
import { type Ask, call } from './testing/call';
import type { Stage } from './testing/stage';

/** Numbers that were shown change with nobody's seat, and numbers of fewer than five leave by no channel. */

type Name = keyof typeof contracts;
const contractOf = (name: Name) => contracts[name] as unknown as AnyContract;
const reads = (Object.keys(contracts) as Name[]).filter(
  (name) => contracts[name].method === 'GET' && /^(rooms|debates)\/\{/.test(contracts[name].path),
);
const FORMS: Partial<Record<Name, readonly string[]>> = {
  exportDebate: FORMAT_NAMES.map((format) => `?format=${format}`),
  exportReport: REPORT_FILES.map((file) => `?file=${file}`),
};

interface Counted {
  stage: Stage;
  /** Of six people who vote, rate and state where they stand twice. */
  seats: string[];
  /** Voted on by all six, with a relation that they rated; by four, likewise. */
  many: { claimId: string; relationId: string };
  few: { claimId: string; relationId: string };
  groups: string[];
  teacher: string | null;
  pupil: string | null;
}

async function aCountedClass(): Promise<Counted> {
  const { prisma } = database();
  const world = await aWorld();
  const { classId: roomId, debate } = world;
  await prisma.room.update({ where: { id: roomId }, data: { stage: 'reveal', round: 2 } });
  const { key } = await prisma.room.findUniqueOrThrow({ where: { id: roomId } });
  const people: Person[] = [];
  for (let index = 0; index < 6; index += 1) people.push(await aPerson());
  const seats: string[] = [];
  for (const person of people) seats.push(await aSeat(person, roomId));
  const piece = async () => {
    const claimId = await aClaim(debate, { roomId });
    return { claimId, relationId: await aRelation(debate, claimId, debate.motionId, { roomId }) };
  };
  const [many, few] = [await piece(), await piece()];
  await theyVote(roomId, [many.claimId], seats);
  await theyRate(roomId, many.relationId, seats, 3);
  await theyVote(roomId, [few.claimId], seats.slice(0, 4));
  await theyRate(roomId, few.relationId, seats.slice(0, 4), 3);
  for (const [index, participantId] of seats.entries()) {
    for (const round of [1, 2]) {
      const stance = { roomId, motionId: debate.motionId, participantId, round, answer: 'placed' } as const;
      await prisma.stance.create({
        data: { ...stance, value: 10 * index - 20 * round, seq: 1n, eventId: uuidv7() },
      });
    }
  }
  const groups = [await aBreakout(debate, roomId, 'All'), await aBreakout(debate, roomId, 'Nobody')];
  await prisma.room.updateMany({ where: { id: { in: groups } }, data: { stage: 'reveal' } });
  const { author, 'pupil of the class': silent } = world.people;
  for (const person of [...people, author, silent]) {
    if (person.kind === 'person') await aSeat(person, groups[0] ?? '');
  }
  return {
    // By its slug a debate is asked for as the class has it.
    stage: {
      world: { ...world, debate: { ...debate, slug: roomSlug(debate.slug, key) } },
      place: 'class',
      roomId,
    },
    seats,
    many,
    few,
    groups,
    teacher: await sessionCookieOf(world.people['teacher of the class']),
    pupil: await sessionCookieOf(people[0] ?? (await aPerson())),
  };
}

/**
 * An answer without what is another one each time: the moment at which it was given, the number of the request, and how often
 * the stream came to say the same.
 */
const timeless = (answer: unknown): string => {
  const messages = (answer as { messages?: { type: string }[] } | null)?.messages;
  const said = messages?.filter(({ type }) => type !== 'here').map((message) => JSON.stringify(message));
  const body = said ? [...new Set(said)] : answer;
  return JSON.stringify(body).replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?|"requestId":"[^"]*"/g, '…');
};

describe('a number that was shown', () => {
  let room: Counted;
  beforeAll(async () => {
    room = await aCountedClass();
  });

  const ask = async (name: Name, more: Ask = {}): Promise<unknown> => {
    const { status, body } = await call(contractOf(name), {
      ...(await requests[name](room.stage)),
      ...more,
      cookie: room.teacher,
    });
    expect(status, name).toBeLessThan(300);
    return body;
  };
  type Views = {
    report: {
      participation: object;
      results: { voices: object[]; groups: { pairs: number | null; mean: object | null }[] };
    };
    debate: { motion: { stances: object }; claims: { tally: object }[]; relations: { tally: object }[] };
    skeleton: { claims: { votes: number[] }; relations: { impacts: number[] } };
    presenter: { reveal: object; turnout: { firstStances: number; secondStances: number } };
  };
  const numbers = async () => {
    const report = (await ask('roomReport')) as Views['report'];
    const debate = (await ask('debate')) as Views['debate'];
    const presenter = (await ask('presenter')) as Views['presenter'];
    const standing = (await ask('roomStanding')) as { messages: { type: string }[] };
    const skeleton = (await ask('mapSkeleton')) as Views['skeleton'];
    // Votes for sides have a table of their own.
    const { groups, voices: _, ...results } = report.results;
    return {
      participation: report.participation,
      results,
      groups: groups.map(({ pairs, mean }) => ({ pairs, mean })),
      claims: await ask('exportReport', { query: '?file=claims' }),
      map: [
        debate.motion.stances,
        debate.claims.map(({ tally }) => tally),
        debate.relations.map((one) => one.tally),
      ],
      skeleton: [skeleton.claims.votes, skeleton.relations.impacts],
      tallies: standing.messages.filter(({ type }) => type === 'tallies').at(-1),
      projected: presenter.reveal,
    };
  };

  const SEAT_CHANGES = [
    { act: 'remove' },
    { act: 'return' },
    { act: 'role', role: 'observer' },
    { act: 'mute', reason: 'Noise.' },
    { act: 'erase', texts: 'keep' },
  ] as const;

  test('changes with nothing that is done to a seat', async () => {
    const before = await numbers();
    expect(before.groups[0]).toMatchObject({ pairs: 6 });
    expect(before.participation).toMatchObject({ voted: 6 });
    for (const change of SEAT_CHANGES) {
      const { status } = await call(contractOf('changePerson'), {
        params: { roomId: room.stage.roomId, participantId: room.seats[0] ?? '' },
        body: change,
        cookie: room.teacher,
      });
      expect(status, change.act).toBe(204);
      const { groups, ...after } = await numbers();
      const { groups: groupsBefore, ...others } = before;
      expect(after, change.act).toEqual(others);
      // Who sat in which group is not kept of somebody who was erased: their group's numbers are then told no more.
      const nothing = groupsBefore.map(() => ({ pairs: null, mean: null }));
      expect(groups, change.act).toEqual(change.act === 'erase' ? nothing : groupsBefore);
    }
  }, 60_000);

  test('is of the same people on every page: not of who teaches, watches or argues for a side', async () => {
    const { prisma } = database();
    const { roomId, world } = room.stage;
    const before = await numbers();
    const teacher = world.people['teacher of the class'];
    const watcher = world.people['observer of the class'];
    const seated = await prisma.participant.findMany({
      where: {
        roomId,
        userId: { in: [teacher, watcher].flatMap((one) => ('userId' in one ? one.userId : [])) },
      },
    });
    const voice = await prisma.participant.create({
      data: {
        roomId,
        actsForId: room.seats[1] ?? '',
        sideId: world.debate.sideIds[0],
        alias: 'A voice',
        aliasKey: 'a voice',
      },
    });
    const uncounted = [...seated.map(({ id }) => id), voice.id];
    expect(uncounted).toHaveLength(3);
    await theyVote(roomId, [room.many.claimId], uncounted, 'disagree');
    await theyRate(roomId, room.many.relationId, uncounted, 0);
    expect(await numbers()).toEqual(before);
  });
});

describe('a role that changes', () => {
  test('counts at once before the reveal, and not while the room is revealed', async () => {
    const { prisma } = database();
    const room = await aCountedClass();
    const { roomId } = room.stage;
    const [id = ''] = room.seats;
    const become = (role: 'participant' | 'observer') =>
      prisma.participant.update({ where: { id }, data: { role } });
    const isCounted = async () => (await prisma.participant.findUniqueOrThrow({ where: { id } })).isCounted;
    const seen: boolean[] = [];
    for (const [stage, role] of [
      ['reveal', 'observer'],
      ['vote', 'observer'],
      ['vote', 'participant'],
      ['vote', 'observer'],
      ['closed', 'participant'],
      ['vote', 'participant'],
    ] as const) {
      await prisma.room.update({ where: { id: roomId }, data: { stage } });
      await become(role);
      seen.push(await isCounted());
    }
    expect(seen).toEqual([true, true, true, false, false, false]);
  });

  test('nobody is counted on a place that nobody took, and whoever takes it is', async () => {
    const { prisma } = database();
    const { stage } = await aCountedClass();
    const place = await prisma.participant.create({
      data: { roomId: stage.roomId, alias: 'A place', aliasKey: 'a place', isCounted: false },
    });
    const { userId } = await aPerson();
    const taken = await prisma.participant.update({ where: { id: place.id }, data: { userId } });
    expect([place.isCounted, taken.isCounted]).toEqual([false, true]);
  });
});

describe('a count of fewer than five in a class', () => {
  let room: Counted;
  beforeAll(async () => {
    room = await aCountedClass();
  });

  /** The same four people answer the other way. */
  const answer = async (choice: 'agree' | 'disagree', weight: number) => {
    const others = { participantId: { in: room.seats.slice(1, 4) }, roomId: room.stage.roomId };
    const { prisma } = database();
    await prisma.vote.updateMany({ where: { ...others, claimId: room.few.claimId }, data: { choice } });
    await prisma.impact.updateMany({
      where: { ...others, relationId: room.few.relationId },
      data: { weight },
    });
  };

  /** Routes and forms whose answer tells how the four answered. */
  async function telling(cookie: string | null): Promise<string[]> {
    const found: string[] = [];
    for (const name of reads) {
      const ask = await requests[name](room.stage);
      for (const query of new Set([ask.query ?? '', ...(FORMS[name] ?? [])])) {
        const said: string[] = [];
        for (const [choice, weight] of [
          ['agree', 4],
          ['disagree', 0],
        ] as const) {
          await answer(choice, weight);
          const { body } = await call(contractOf(name), { ...ask, ...(query ? { query } : {}), cookie });
          said.push(timeless(body));
        }
        if (said[0] !== said[1]) found.push(`${name}${query}`);
      }
    }
    return found;
  }

  test('leaves by no channel to who takes part, and is told to who keeps the class', async () => {
    expect(await telling(room.pupil)).toEqual([]);
    expect(await telling(room.teacher)).toEqual(
      expect.arrayContaining(['debate', 'mapPage', 'mapSkeleton', 'roomReport', 'roomStanding']),
    );
  }, 120_000);

  test('nor where counts show early', async () => {
    await database().prisma.room.update({
      where: { id: room.stage.roomId },
      data: { stage: 'vote', round: 1, showsCountsEarly: true },
    });
    expect(await telling(room.pupil)).toEqual([]);
    const ask = { ...(await requests.debate(room.stage)), cookie: room.pupil };
    const { body } = await call(contractOf('debate'), ask);
    const { claims } = body as {
      claims: { id: string; tally: object | null; ownVote: { choice: string } }[];
    };
    const of = (id: string) => claims.find((claim) => claim.id === id);
    expect(of(room.few.claimId)).toMatchObject({ tally: null, ownVote: { choice: 'agree' } });
    expect(of(room.many.claimId)?.tally).toEqual({ agree: 6, disagree: 0, pass: 0 });
  }, 120_000);
});
