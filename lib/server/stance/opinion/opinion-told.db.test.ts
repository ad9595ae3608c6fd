import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { ShownOpinions } from '../../../domain/stance/opinion/opinion-view';
import { type Actor, makeActor, type Person } from '../../../policy/actor';
import { database } from '../../database/client';
import { aClaim, aClass, aDebate, aPerson, aRevision, aSeat, type TestDebate } from '../../testing/a-debate';
import { codeOf, valueIn } from '../../testing/expecting';
import { roomStances } from '../room-stances';
import { opinionEffects } from './opinion-effects';
import { opinionLens, opinionView } from './opinion-view';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const PEOPLE = 16;
const CLAIMS = 8;

/** Sixteen people of two camps who voted on eight claims, each camp with one who strays on each. */
async function voters(debate: TestDebate, roomId: string) {
  const { prisma } = database();
  const claimIds: string[] = [];
  for (let claim = 0; claim < CLAIMS; claim += 1) claimIds.push(await aClaim(debate));
  const people: { who: Person; seatId: string }[] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const who = await aPerson();
    people.push({ who, seatId: await aSeat(who, roomId) });
  }
  await prisma.vote.createMany({
    data: people.flatMap(({ seatId }, person) =>
      claimIds.map((claimId, claim) => ({
        roomId,
        claimId,
        claimRevision: 1,
        participantId: seatId,
        choice:
          (person < PEOPLE / 2 === (claim % 2 === 0)) !== ((person * 3) % CLAIMS === claim)
            ? ('agree' as const)
            : ('disagree' as const),
        seq: 1n,
      })),
    ),
  });
  return { claimIds, people };
}

async function states(debate: TestDebate, roomId: string, seatId: string, value: number): Promise<void> {
  await database().prisma.stance.create({
    data: {
      roomId,
      motionId: debate.motionId,
      participantId: seatId,
      round: 1,
      answer: 'placed',
      value,
      seq: 1n,
      eventId: uuidv7(),
    },
  });
}

async function shown(who: Actor, roomId: string, isOld = false): Promise<ShownOpinions> {
  const ask = async () => valueIn(await opinionView(who, roomId));
  await expect
    .poll(
      async () => {
        const view = await ask();
        return view.state === 'shown' && (isOld || !view.isBehind);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  const view = await ask();
  return view.state === 'shown' ? view : expect.fail(view.state);
}

const stancesOn = ({ dots, groups }: ShownOpinions) => ({
  dots: dots.filter(({ stance }) => stance !== null).length,
  groups: groups.filter(({ stance }) => stance !== null).length,
});

describe('stances on the opinion map', () => {
  test('are told where the strip tells them: in the commons not to whoever has not said where they stand', async () => {
    const debate = await aDebate();
    const { roomId } = debate;
    const { people } = await voters(debate, roomId);
    for (const [at, { seatId }] of people.entries())
      if (at > 0) await states(debate, roomId, seatId, 60 - at);
    const silent = people[0] ?? expect.fail('nobody');
    expect(valueIn(await roomStances(silent.who, roomId))).toMatchObject({
      state: 'hidden',
      until: 'own-answer',
    });
    const before = await shown(silent.who, roomId);
    expect([before.hidesStances, stancesOn(before)]).toEqual([true, { dots: 0, groups: 0 }]);
    const visitor = await shown(makeActor.visitor(), roomId);
    // One of the groups has all but one.
    expect([visitor.hidesStances, stancesOn(visitor)]).toEqual([false, { dots: 8, groups: 1 }]);
    await states(debate, roomId, silent.seatId, 60);
    const after = await shown(silent.who, roomId);
    expect([after.hidesStances, stancesOn(after)]).toEqual([false, { dots: 16, groups: 2 }]);
  });

  test('are not told of fewer than five, as on the strip', async () => {
    const debate = await aDebate();
    const roomId = await aClass(debate, { stage: 'reveal' });
    const { people } = await voters(debate, roomId);
    for (const { seatId } of people.slice(0, 4)) await states(debate, roomId, seatId, 73);
    const who = people[9]?.who ?? expect.fail('nobody');
    expect(valueIn(await roomStances(who, roomId))).toMatchObject({ stances: { shift: { first: null } } });
    expect(stancesOn(await shown(who, roomId))).toEqual({ dots: 0, groups: 0 });
  });
});

describe('a map that votes came in since', () => {
  test('says what claims say now, and nothing of one that is out of sight', async () => {
    const debate = await aDebate();
    const roomId = await aClass(debate, { stage: 'reveal' });
    const { claimIds, people } = await voters(debate, roomId);
    const who = people[0]?.who ?? expect.fail('nobody');
    const [gone = '', changed = ''] = claimIds;
    const { version } = await shown(who, roomId);
    expect(valueIn(await opinionLens(who, roomId, { claimId: gone, version })).votes).toHaveLength(PEOPLE);
    const { prisma } = database();
    await prisma.claim.update({ where: { id: gone }, data: { status: 'archived' } });
    await aRevision(changed, false);
    const now = await prisma.claim.findUniqueOrThrow({ where: { id: changed }, include: { current: true } });
    const view = await shown(who, roomId, true);
    // Nothing else was written down of it: this is the map of before.
    expect(view.version).toBe(version);
    expect(JSON.stringify(view)).not.toContain(gone);
    expect(view.claims.find(({ claimId }) => claimId === changed)?.text).toBe(now.current.text);
    expect(codeOf(await opinionLens(who, roomId, { claimId: gone, version }))).toBe('not-found');
    expect(JSON.stringify(valueIn(await opinionEffects(who, roomId)))).not.toContain(gone);
  });
});
