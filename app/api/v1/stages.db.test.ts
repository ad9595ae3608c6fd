import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import type { RoomStage } from '@/lib/domain/debate/view';
import { FORMAT_NAMES } from '@/lib/domain/formats/format-names';
import { USUAL_ACTS } from '@/lib/domain/room/plan';
import { REPORT_FILES } from '@/lib/domain/room/report/export';
import { roomSlug } from '@/lib/domain/room/room-slug';
import type { Actor } from '@/lib/policy/actor';
import { database } from '@/lib/server/database/client';
import { aParticipant } from '@/lib/server/testing/a-debate';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, requests } from './testing/a-world';
import { call } from './testing/call';
import { CANARIES, canariesIn, hides, plantCanaries } from './testing/canaries';
import { ROLES, type Stage } from './testing/stage';

/** What a class hides before its reveal is in no answer of any route, for anybody. */

const STAGES: readonly RoomStage[] = [
  'read',
  'first_stance',
  'explore',
  'vote',
  'second_stance',
  'reveal',
  'closed',
];

type Name = keyof typeof contracts;
const names = Object.keys(contracts) as Name[];
/** Routes that are about a room, or about a debate as a room has it. */
const isOfARoom = (name: Name) => /^(rooms|debates)\/\{/.test(contracts[name].path);
const reads = names.filter((name) => contracts[name].method === 'GET' && isOfARoom(name));
/** Of what is about no room, nothing stands in this class. */
const writes = names.filter((name) => contracts[name].method !== 'GET' && isOfARoom(name));
const contractOf = (name: Name) => contracts[name] as unknown as AnyContract;

/** Every form in which an answer can be asked for, where there are several. */
const QUERIES: Partial<Record<Name, readonly string[]>> = {
  exportDebate: FORMAT_NAMES.map((format) => `?format=${format}`),
  exportAnnotations: ['jsonld', 'csv', 'md'].map((format) => `?format=${format}`),
  exportReport: REPORT_FILES.map((file) => `?file=${file}`),
};

let stage: Stage;
const cookies = new Map<string, string | null>();

const enter = (to: RoomStage, acts: readonly string[] = USUAL_ACTS[to]) =>
  database().prisma.room.update({
    where: { id: stage.roomId },
    data: {
      stage: to,
      acts: [...acts] as never,
      round: ['read', 'first_stance', 'explore', 'vote'].includes(to) ? 1 : 2,
    },
  });

beforeAll(async () => {
  const world = await aWorld();
  const { prisma } = database();
  const { key } = await prisma.room.findUniqueOrThrow({ where: { id: world.classId } });
  await plantCanaries(world.debate, world.classId);
  const people: Record<string, Actor> = {
    ...world.people,
    'assistant of the class': await aParticipant(world.classId, 'assistant'),
  };
  for (const [role, person] of Object.entries(people)) cookies.set(role, await sessionCookieOf(person));
  // By its slug a debate is asked for as the class has it.
  const debate = { ...world.debate, slug: roomSlug(world.debate.slug, key) };
  stage = { world: { ...world, debate }, place: 'class', roomId: world.classId };
});

/** What was found where it must not be: `route, role: canaries`. */
async function leaks(
  name: Name,
  roles: readonly string[],
  rolesForAllForms: readonly string[] = [],
): Promise<string[]> {
  const found: string[] = [];
  const ask = await requests[name](stage);
  const forms = (QUERIES[name] ?? []).filter((query) => query !== ask.query);
  for (const query of [ask.query, ...(rolesForAllForms.length > 0 ? forms : [])]) {
    for (const role of query === ask.query ? roles : rolesForAllForms) {
      const cookie = cookies.get(role) ?? null;
      const { body } = await call(contractOf(name), { ...ask, ...(query ? { query } : {}), cookie });
      const canaries = canariesIn(body);
      if (canaries.length > 0) found.push(`${name}${query ?? ''}, ${role}: ${canaries.join(' ')}`);
    }
  }
  return found;
}

// An author in the class is a pupil of it, and a newcomer knows no more than a visitor.
const EVERYONE = [
  ...ROLES.filter((role) => role !== 'author' && role !== 'newcomer'),
  'assistant of the class',
];
/** Who reads the class: as pupils do, as its keepers do, and by right alone. */
const READERS = ['pupil of the class', 'teacher of the class', 'administrator'];

describe('before the reveal', () => {
  test.each(STAGES.filter(hides))(
    'no route that reads tells anybody how others answer: %s',
    async (at) => {
      await enter(at);
      // Who is let in, and which form a file has, is no matter of the stage: everybody and every form once in each round.
      const isOneOfEachRound = at === 'vote' || at === 'second_stance';
      const [roles, forAllForms] = isOneOfEachRound ? [EVERYONE, READERS.slice(0, 2)] : [READERS, []];
      const found: string[] = [];
      for (const name of reads) found.push(...(await leaks(name, roles, forAllForms)));
      expect(found).toEqual([]);
    },
    60_000,
  );

  test('no route that writes does either', async () => {
    const found: string[] = [];
    for (const name of writes) {
      await enter('vote', USUAL_ACTS.second_stance.concat('claim'));
      found.push(...(await leaks(name, READERS)));
    }
    expect(found).toEqual([]);
  }, 60_000);
});

describe('from the reveal on', () => {
  test.each(STAGES.filter((at) => !hides(at)))('it is told to whoever reads the class: %s', async (at) => {
    await enter(at);
    for (const role of ['pupil of the class', 'teacher of the class', 'observer of the class']) {
      const found = new Set<string>();
      for (const name of ['debate', 'mapPage'] as const) {
        const ask = await requests[name](stage);
        const { body } = await call(contractOf(name), { ...ask, cookie: cookies.get(role) ?? null });
        for (const one of canariesIn(body)) found.add(one);
      }
      expect([...found], role).toEqual(expect.arrayContaining(['107', '103', '101', '131', '137']));
    }
    expect(CANARIES.numbers).toContain(107);
  });
});
