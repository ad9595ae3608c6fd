import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { makeActor } from '../../policy/actor';
import { reviewClaim } from '../claim/review-commands';
import { addMotion } from '../debate/commands';
import { aClaim, aClass, aDebate, aParticipant, aPerson, aRelation } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { readTour, tourPlaces, writeTour } from './tour';

const visitor = makeActor.visitor();
const owned = async () => {
  const debate = await aDebate();
  return { debate, owner: await aParticipant(debate.roomId, 'owner') };
};

describe('the guided tour', () => {
  test('is written whole by maintainers and walked by everyone, each step at its motion', async () => {
    const { debate, owner } = await owned();
    const second = valueIn(await addMotion(owner, debate.roomId, { text: 'Another.' })).motion;
    const [a, b] = [await aClaim(debate, { code: 'A1' }), await aClaim(debate, { code: 'B1' })];
    await aRelation(debate, a, debate.motionId);
    await aRelation(debate, b, second.id);
    const steps = [debate.motionId, a, b, a].map((claimId, index) => ({ claimId, words: `Step ${index}.` }));
    const written = valueIn(await writeTour(owner, debate.slug, { steps, revision: 0 }));
    expect(written).toMatchObject({ revision: 1, canEdit: true });
    const tour = valueIn(await readTour(visitor, debate.slug));
    expect(tour.steps.map(({ code, motionCode, words }) => [code, motionCode, words])).toEqual([
      ['M', 'M', 'Step 0.'],
      ['A1', 'M', 'Step 1.'],
      ['B1', 'M2', 'Step 2.'],
      ['A1', 'M', 'Step 3.'],
    ]);
    expect(tour.canEdit).toBe(false);
    valueIn(await writeTour(owner, debate.slug, { steps: [], revision: 1 }));
    expect(valueIn(await readTour(visitor, debate.slug)).steps).toEqual([]);
  });

  test('leaves out what a reader does not see any more', async () => {
    const { debate, owner } = await owned();
    const a = await aClaim(debate);
    valueIn(await writeTour(owner, debate.slug, { steps: [{ claimId: a, words: 'Here.' }], revision: 0 }));
    valueIn(await reviewClaim(owner, debate.roomId, a, { decision: 'archive' }));
    expect(valueIn(await readTour(visitor, debate.slug)).steps).toEqual([]);
    expect(valueIn(await readTour(owner, debate.slug)).steps).toHaveLength(1);
  });

  test('of ten written at once one holds, and the others are told what stands', async () => {
    const { debate, owner } = await owned();
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        writeTour(owner, debate.slug, {
          steps: [{ claimId: debate.motionId, words: `Tour ${index}.` }],
          revision: 0,
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'out-of-date', current: { revision: 1, steps: [{ code: 'M' }] } },
    });
  });

  test('goes to claims that stand in this debate, and is nobody else’s to write', async () => {
    const { debate, owner } = await owned();
    const classId = await aClass(debate);
    const other = await aDebate();
    const at = async (claimId: string, who = owner) =>
      writeTour(who, debate.slug, { steps: [{ claimId, words: 'Here.' }], revision: 0 });
    for (const claimId of [
      uuidv7(),
      await aClaim(other),
      await aClaim(debate, { status: 'suggested' }),
      await aClaim(debate, { roomId: classId }),
    ]) {
      expect(await at(claimId)).toMatchObject({ error: { code: 'not-found', field: 'steps.0.claimId' } });
    }
    expect(codeOf(await at(debate.motionId, await aPerson()))).toBe('not-allowed');
    expect(codeOf(await at(debate.motionId, await aParticipant(classId, 'teacher')))).toBe('not-allowed');
    expect(valueIn(await readTour(visitor, debate.slug)).revision).toBe(0);
  });
});

test('places for steps are the motions, then the claims that stand, for maintainers alone', async () => {
  const { debate, owner } = await owned();
  const a = await aClaim(debate, { code: 'A1' });
  await aClaim(debate, { code: 'S1', status: 'suggested' });
  const places = await tourPlaces(owner, debate.slug);
  expect(places?.map(({ id, code, isMotion }) => [id, code, isMotion])).toEqual([
    [debate.motionId, 'M', true],
    [a, 'A1', false],
  ]);
  expect(await tourPlaces(visitor, debate.slug)).toBeNull();
  expect(await tourPlaces(await aPerson(), debate.slug)).toBeNull();
});
