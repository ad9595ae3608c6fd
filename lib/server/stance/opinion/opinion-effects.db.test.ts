import { describe, expect, test } from 'vitest';
import type { ShownEffects } from '../../../domain/stance/opinion/claim-effects';
import { type Actor, makeActor } from '../../../policy/actor';
import { database } from '../../database/client';
import { aBreakout, aClaim, aClass, aDebate, aPerson, aSeat } from '../../testing/a-debate';
import { someSeats, theyVote } from '../../testing/answers';
import { valueIn } from '../../testing/expecting';
import { opinionEffects } from './opinion-effects';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

const visitor = makeActor.visitor();

async function shown(actor: Actor, roomId: string): Promise<ShownEffects> {
  await expect
    .poll(async () => valueIn(await opinionEffects(actor, roomId)).state, { timeout: 30_000 })
    .toBe('shown');
  const view = valueIn(await opinionEffects(actor, roomId));
  return view.state === 'shown' ? view : expect.fail(view.state);
}

/** Two camps of eight that differ on four claims, and a claim on which all are at one. */
async function campsIn(roomId: string, claimIds: readonly string[]): Promise<void> {
  const seats = await someSeats(roomId, 16);
  const [shared = '', ...others] = claimIds;
  await theyVote(roomId, [shared], seats);
  for (const [index, claimId] of others.entries()) {
    const [one, two] = index % 2 === 0 ? (['agree', 'disagree'] as const) : (['disagree', 'agree'] as const);
    await theyVote(roomId, [claimId], seats.slice(0, 8), one);
    await theyVote(roomId, [claimId], seats.slice(8), two);
  }
}

describe('what divides and what unites', () => {
  test('in the commons is told to visitors, and to those who take part of what they voted on', async () => {
    const debate = await aDebate();
    const claimIds = await Promise.all(Array.from({ length: 5 }, () => aClaim(debate)));
    await campsIn(debate.roomId, claimIds);
    const effectOf = new Map(
      (await shown(visitor, debate.roomId)).claims.map(({ claimId, effect }) => [claimId, effect]),
    );
    expect(claimIds.map((id) => effectOf.get(id))).toEqual([
      'unites',
      'divides',
      'divides',
      'divides',
      'divides',
    ]);

    const person = await aPerson();
    const seatId = await aSeat(person, debate.roomId);
    await theyVote(debate.roomId, claimIds.slice(0, 1), [seatId]);
    expect((await shown(person, debate.roomId)).claims.map(({ claimId }) => claimId)).toEqual([claimIds[0]]);
  });

  test('in a group is that of its class, from the reveal on', async () => {
    const debate = await aDebate();
    const claimIds = await Promise.all(Array.from({ length: 5 }, () => aClaim(debate)));
    const classId = await aClass(debate, { stage: 'vote' });
    const groupId = await aBreakout(debate, classId);
    const pupil = await aPerson();
    await aSeat(pupil, classId);
    await aSeat(pupil, groupId);
    await campsIn(classId, claimIds);
    await database().prisma.room.update({ where: { id: groupId }, data: { stage: 'vote' } });
    expect(valueIn(await opinionEffects(pupil, groupId))).toEqual({ state: 'hidden' });

    await database().prisma.room.updateMany({
      where: { id: { in: [classId, groupId] } },
      data: { stage: 'reveal' },
    });
    const view = await shown(pupil, groupId);
    expect(view.counts).toEqual({ people: 16, claims: 5, votes: 80 });
    expect(view.groups).toHaveLength(2);
    expect(view.claims.find(({ claimId }) => claimId === claimIds[1])?.byGroup).toContainEqual({
      agree: 8,
      disagree: 0,
      pass: 0,
    });
  });
});
