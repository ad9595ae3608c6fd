import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { RoomVoice } from '../../domain/room/plan';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Person } from '../../policy/actor';
import { addClaim } from '../claim/commands';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { stateStance } from '../stance/commands';
import { aClaim, aClass, aDebate, aParticipant, aRelation, type TestDebate } from '../testing/a-debate';
import { someSeats, theyRate, theyVote } from '../testing/answers';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote, rateImpact } from '../vote/commands';

const { prisma } = testDatabase();

interface Arguing {
  debate: TestDebate;
  classId: string;
  claimId: string;
}

async function anArguingClass(): Promise<Arguing> {
  const debate = await aDebate();
  const classId = await aClass(debate, { stage: 'explore', claimsNeedApproval: false });
  return { debate, classId, claimId: await aClaim(debate) };
}

const say = (classId: string, voice: RoomVoice) =>
  prisma.room.update({ where: { id: classId }, data: { voice } });

/** A pupil with a side of the debate: 0 or 1. */
async function aPupil({ debate, classId }: Arguing, side: 0 | 1, alias: string): Promise<Person> {
  const pupil = await aParticipant(classId);
  await prisma.participant.update({
    where: { roomId_userId: { roomId: classId, userId: pupil.userId } },
    data: { sideId: debate.sideIds[side], alias, aliasKey: uniqueKey(alias) },
  });
  return pupil;
}

const press = (choice: 'agree' | 'disagree' | 'pass' | null, more: { voice?: RoomVoice } = {}) => ({
  choice,
  revision: 1,
  seq: Date.now(),
  eventId: uuidv7(),
  ...more,
});

const seenBy = async (who: Person, { debate, classId, claimId }: Arguing) => {
  const { key } = await prisma.room.findUniqueOrThrow({ where: { id: classId } });
  const view = await debateView(who, `${debate.slug}~${key}`);
  return view?.claims.find(({ id }) => id === claimId);
};

describe('votes for a side', () => {
  test('stand beside one’s own, through the swap and back, and the room counts its own votes alone', async () => {
    const arguing = await anArguingClass();
    const { classId, claimId } = arguing;
    const heron = await aPupil(arguing, 0, 'Heron');
    const as = async (voice: RoomVoice, choice: 'agree' | 'disagree' | 'pass') => {
      await say(classId, voice);
      return valueIn(await castVote(heron, classId, claimId, press(choice, { voice })));
    };
    await as('own', 'pass');
    expect((await as('assigned', 'agree')).ownVote).toMatchObject({ choice: 'agree' });
    await as('swapped', 'disagree');
    for (const [voice, choice] of [
      ['own', 'pass'],
      ['assigned', 'agree'],
      ['swapped', 'disagree'],
    ] as const) {
      await say(classId, voice);
      expect((await seenBy(heron, arguing))?.ownVote.choice).toBe(choice);
    }
    await theyVote(classId, [claimId], await someSeats(classId, 4));
    await prisma.room.update({ where: { id: classId }, data: { stage: 'reveal', voice: 'own' } });
    expect((await seenBy(heron, arguing))?.tally).toEqual({ agree: 4, disagree: 0, pass: 1 });
  });

  test('hang on one seat for each side, named for it, however many presses come at once', async () => {
    const arguing = await anArguingClass();
    const { classId, debate } = arguing;
    const heron = await aPupil(arguing, 0, 'Heron');
    await aPupil(arguing, 1, 'Heron (For)');
    await say(classId, 'assigned');
    const claims = await Promise.all(Array.from({ length: 8 }, () => aClaim(debate)));
    const codes = await Promise.all(
      claims.map(async (id) => codeOf(await castVote(heron, classId, id, press('agree')))),
    );
    expect(new Set(codes)).toEqual(new Set(['ok']));
    const voices = await prisma.participant.findMany({
      where: { roomId: classId, actsForId: { not: null } },
      include: { votes: true },
    });
    expect(voices.map(({ alias, sideId, votes }) => [alias, sideId, votes.length])).toEqual([
      ['Heron (For) 2', debate.sideIds[0], 8],
    ]);
  });

  test('that were pressed in another voice than the room has now are not counted in either', async () => {
    const arguing = await anArguingClass();
    const { classId, claimId } = arguing;
    const heron = await aPupil(arguing, 0, 'Heron');
    await say(classId, 'swapped');
    const late = await castVote(heron, classId, claimId, press('agree', { voice: 'assigned' }));
    expect(codeOf(late)).toBe('not-now');
    expect(await prisma.vote.count({ where: { claimId } })).toBe(0);
  });

  test('take a side, but not from who keeps the room', async () => {
    const arguing = await anArguingClass();
    const { classId, claimId } = arguing;
    const [sideless, teacher] = [await aParticipant(classId), await aParticipant(classId, 'teacher')];
    await say(classId, 'assigned');
    expect(codeOf(await castVote(sideless, classId, claimId, press('agree')))).toBe('no-side');
    expect(codeOf(await castVote(teacher, classId, claimId, press('agree')))).toBe('ok');
    expect((await seenBy(teacher, arguing))?.ownVote.choice).toBe('agree');
    expect(await prisma.participant.count({ where: { roomId: classId, actsForId: { not: null } } })).toBe(0);
  });

  test('impacts are kept apart as well', async () => {
    const arguing = await anArguingClass();
    const { debate, classId, claimId } = arguing;
    const relationId = await aRelation(debate, claimId, debate.motionId);
    const heron = await aPupil(arguing, 1, 'Heron');
    const rate = async (weight: number) =>
      valueIn(await rateImpact(heron, classId, relationId, { weight, seq: Date.now(), eventId: uuidv7() }));
    await rate(4);
    await say(classId, 'assigned');
    expect((await rate(1)).ownImpact.weight).toBe(1);
    await theyRate(classId, relationId, await someSeats(classId, 4), 4);
    await prisma.room.update({ where: { id: classId }, data: { stage: 'reveal', voice: 'own' } });
    expect((await rate(4)).tally).toEqual({ mean: 4, count: 5 });
  });
});

describe('words for a side', () => {
  test('are their author’s in every voice, under the name of the side', async () => {
    const arguing = await anArguingClass();
    const { debate, classId } = arguing;
    const heron = await aPupil(arguing, 0, 'Heron');
    await prisma.room.update({
      where: { id: classId },
      data: { claimsNeedApproval: true, voice: 'assigned' },
    });
    const relation = { kind: 'supports', toClaimId: debate.motionId } as const;
    const words = { text: 'They save soldiers.', side: 'a', evidence: 'asserted', speaker: null } as const;
    const input = { ...words, citations: [], relation };
    const { claim } = valueIn(await addClaim(heron, classId, input));
    expect(claim).toMatchObject({ authorAlias: 'Heron (For)', isOwn: true, canEdit: true });
    const sees = async (who: Person) => await seenBy(who, { ...arguing, claimId: claim.id });
    for (const voice of ['own', 'swapped'] as const) {
      await say(classId, voice);
      expect(await sees(heron)).toMatchObject({ isOwn: true, canEdit: true, status: 'suggested' });
    }
    expect(await sees(await aPupil(arguing, 1, 'Wren'))).toBeUndefined();
  });
});

test('where one stands is not said for a side', async () => {
  const arguing = await anArguingClass();
  const { debate, classId } = arguing;
  const heron = await aPupil(arguing, 0, 'Heron');
  const input = { answer: 'placed', value: 50, confidence: 2, reason: null } as const;
  const state = async () =>
    codeOf(
      await stateStance(heron, classId, debate.motionId, { ...input, seq: Date.now(), eventId: uuidv7() }),
    );
  expect(await state()).toBe('ok');
  await say(classId, 'swapped');
  expect(await state()).toBe('not-now');
});
