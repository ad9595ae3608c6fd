import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import { USUAL_ACTS } from '@/lib/domain/room/plan';
import type { Actor, Person } from '@/lib/policy/actor';
import { database } from '@/lib/server/database/client';
import { aClaim, aParticipant } from '@/lib/server/testing/a-debate';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, requests } from './testing/a-world';
import { type Ask, call } from './testing/call';
import type { Stage } from './testing/stage';

/**
 * What a class takes at which stage, and from whom, by the usual acts of its stages. One letter for each stage, in this order:
 * read, first stance, explore, vote, second stance, reveal, closed.
 *
 * y  taken
 * t  not at this step (not-now)
 * s  only from the circle whose turn it is (not-speaking)
 * m  muted
 * l  its thread is closed (thread-locked)
 * c  the room is closed
 * n  not from them (403)
 * -  there is no such room, for them (404)
 */
const STAGES = ['read', 'first_stance', 'explore', 'vote', 'second_stance', 'reveal', 'closed'] as const;

const WHO = [
  'pupil',
  'muted',
  'outside',
  'observer',
  'assistant',
  'teacher',
  'owner of the debate',
  'administrator',
] as const;
type Who = (typeof WHO)[number];

/** The same for a pupil of another class and for the owner of the debate: they are nobody here. */
const NOBODY = '-------';
const NO_SEAT = 'nnnnnnc';

const table: Record<string, Record<Who, string>> = {
  vote: {
    pupil: 'tttyytc',
    muted: 'tttyytc',
    outside: 'tttyytc',
    observer: NO_SEAT,
    assistant: 'tttyytc',
    teacher: 'tttyytc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
  impact: {
    pupil: 'tttyytc',
    muted: 'tttyytc',
    outside: 'tttyytc',
    observer: NO_SEAT,
    assistant: 'tttyytc',
    teacher: 'tttyytc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
  stance: {
    pupil: 'tyttytc',
    muted: 'tyttytc',
    outside: 'tyttytc',
    observer: NO_SEAT,
    assistant: 'tyttytc',
    teacher: 'tyttytc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
  claim: {
    pupil: 'ttytttc',
    muted: 'ttmtttc',
    outside: 'ttstttc',
    observer: NO_SEAT,
    assistant: 'yyyyyyc',
    teacher: 'yyyyyyc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
  note: {
    pupil: 'yyyyyyc',
    muted: 'mmmmmmc',
    outside: 'ssssssc',
    observer: NO_SEAT,
    assistant: 'yyyyyyc',
    teacher: 'yyyyyyc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
  'private note': {
    pupil: 'yyyyyyc',
    muted: 'yyyyyyc',
    outside: 'yyyyyyc',
    observer: NO_SEAT,
    assistant: 'yyyyyyc',
    teacher: 'yyyyyyc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
  'answer in a closed thread': {
    pupil: 'llllllc',
    muted: 'mmmmmmc',
    outside: 'ssssssc',
    observer: NO_SEAT,
    assistant: 'yyyyyyc',
    teacher: 'yyyyyyc',
    'owner of the debate': NOBODY,
    administrator: NO_SEAT,
  },
};

const LETTERS: Record<string, string> = {
  'not-now': 't',
  'not-speaking': 's',
  muted: 'm',
  'thread-locked': 'l',
  'room-closed': 'c',
  'not-allowed': 'n',
  'not-found': '-',
};

let stage: Stage;
let threadId: string;
const cookies = new Map<Who, string | null>();

beforeAll(async () => {
  const world = await aWorld();
  const roomId = world.classId;
  stage = { world, place: 'class', roomId };
  const { prisma } = database();
  const seated = async (data: { isInside?: boolean; mutedAt?: Date }): Promise<Person> => {
    const person = await aParticipant(roomId);
    await prisma.participant.updateMany({ where: { roomId, userId: person.userId }, data });
    return person;
  };
  const people: Record<Who, Actor> = {
    pupil: await seated({ isInside: true }),
    muted: await seated({ isInside: true, mutedAt: new Date() }),
    outside: await seated({}),
    observer: world.people['observer of the class'],
    assistant: await aParticipant(roomId, 'assistant'),
    teacher: world.people['teacher of the class'],
    'owner of the debate': world.people['owner of the debate'],
    administrator: world.people.administrator,
  };
  for (const who of WHO) cookies.set(who, await sessionCookieOf(people[who]));
  const { id } = await prisma.annotation.create({
    data: {
      debateId: world.debate.id,
      roomId,
      authorId: world.authorIn.class,
      kind: 'comment',
      visibility: 'room',
      claimId: world.debate.motionId,
      lockedAt: new Date(),
      revisions: { create: { number: 1, body: 'A thread.' } },
    },
  });
  threadId = id;
});

const noteOn = (target: object, visibility: 'room' | 'private'): Ask => ({
  params: { roomId: stage.roomId },
  body: { target, kind: 'comment', visibility, body: 'A thought.' },
});

const onMotion = () => ({ type: 'claim', claimId: stage.world.debate.motionId });

const DEEDS: Record<keyof typeof table, [name: keyof typeof contracts, ask: () => Promise<Ask>]> = {
  vote: ['castVote', () => requests.castVote(stage)],
  impact: ['rateImpact', () => requests.rateImpact(stage)],
  stance: ['stateStance', () => requests.stateStance(stage)],
  claim: ['addClaim', () => requests.addClaim(stage)],
  note: ['addAnnotation', async () => noteOn(onMotion(), 'room')],
  'private note': ['addAnnotation', async () => noteOn(onMotion(), 'private')],
  'answer in a closed thread': [
    'addAnnotation',
    async () => noteOn({ type: 'annotation', annotationId: threadId }, 'room'),
  ],
};

const enter = (index: number, more: { acts?: readonly string[] } = {}) => {
  const at = STAGES[index] ?? 'closed';
  return database().prisma.room.update({
    where: { id: stage.roomId },
    data: {
      stage: at,
      acts: [...(more.acts ?? USUAL_ACTS[at])] as never,
      // A fishbowl, whose inner circle speaks.
      speakers: 'inside',
      round: index < 4 ? 1 : 2,
    },
  });
};

const letterOf = async (deed: string, who: Who): Promise<string> => {
  const [name, ask] = DEEDS[deed] ?? ['castVote', async () => ({})];
  const contract = contracts[name] as unknown as AnyContract;
  const { status, code } = await call(contract, { ...(await ask()), cookie: cookies.get(who) ?? null });
  if (code === null) return 'y';
  expect(contract.failures).toContain(code);
  return LETTERS[code] ?? `[${status} ${code}]`;
};

test.each(Object.keys(table))('%s', async (deed) => {
  const found: Record<string, string> = {};
  for (const [index] of STAGES.entries()) {
    await enter(index);
    for (const who of WHO) found[who] = (found[who] ?? '') + (await letterOf(deed, who));
  }
  expect(found).toEqual(table[deed]);
});

test('a step takes what its plan says, whatever its stage usually takes', async () => {
  await enter(0, { acts: ['vote', 'stance'] });
  expect(await letterOf('vote', 'pupil')).toBe('y');
  expect(await letterOf('stance', 'pupil')).toBe('y');
  expect(await letterOf('note', 'pupil')).toBe('t');
  expect(await letterOf('private note', 'pupil')).toBe('y');
});

test('an edit of a suggestion follows the step, and taking a note back does not', async () => {
  const { debate, classId } = stage.world;
  const { prisma } = database();
  const pupil = await aParticipant(classId);
  const cookie = await sessionCookieOf(pupil);
  const { id: authorId } = await prisma.participant.findUniqueOrThrow({
    where: { roomId_userId: { roomId: classId, userId: pupil.userId } },
  });
  const claimId = await aClaim(debate, { roomId: classId, authorId, status: 'suggested' });
  const { id: annotationId } = await prisma.annotation.create({
    data: {
      debateId: debate.id,
      roomId: classId,
      authorId,
      kind: 'comment',
      visibility: 'room',
      claimId: debate.motionId,
      revisions: { create: { number: 1, body: 'A note.' } },
    },
  });
  const send = async (name: 'editClaim' | 'editAnnotation' | 'removeAnnotation', ask: Ask) =>
    (await call(contracts[name] as unknown as AnyContract, { ...ask, cookie })).code ?? 'ok';
  const edit = {
    text: 'Other words.',
    evidence: 'asserted',
    speaker: null,
    changesMeaning: false,
    revision: 1,
  };
  const claim: Ask = { params: { roomId: classId, claimId }, body: edit };
  const note: Ask = {
    params: { roomId: classId, annotationId },
    body: { kind: 'comment', visibility: 'room', body: `Words ${uuidv7()}.`, revision: 1 },
  };
  await enter(3, { acts: ['vote'] });
  await prisma.room.update({ where: { id: classId }, data: { speakers: 'all' } });
  expect(await send('editClaim', claim)).toBe('not-now');
  expect(await send('editAnnotation', note)).toBe('not-now');
  await prisma.room.update({ where: { id: classId }, data: { acts: ['claim', 'note'] } });
  expect(await send('editClaim', claim)).toBe('ok');
  expect(await send('editAnnotation', note)).toBe('ok');
  await prisma.room.update({ where: { id: classId }, data: { stage: 'closed', acts: [] } });
  expect(await send('removeAnnotation', { params: note.params ?? {} })).toBe('ok');
});
