import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { ownEdits } from '../edit/queries';
import { undoEdit } from '../edit/undo-command';
import {
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aRelation,
  type TestDebate,
} from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { rateImpact } from '../vote/commands';
import { mergeClaim } from './merge-command';
import { addRelation } from './relation-commands';
import { splitClaim } from './split-command';

const { prisma } = testDatabase();

const aMap = async () => {
  const debate = await aDebate({ claimsNeedApproval: false });
  const owner = await aParticipant(debate.roomId, 'owner');
  const [a, b, x] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
  return { debate, owner, a, b, x };
};
let seq = 0;
const rate = async (who: Person, roomId: string, relationId: string, weight: number) => {
  seq += 1;
  return valueIn(await rateImpact(who, roomId, relationId, { weight, seq, eventId: uuidv7() }));
};
const merge = async (owner: Person, { roomId }: TestDebate, a: string, b: string) =>
  valueIn(await mergeClaim(owner, roomId, a, { intoClaimId: b, revision: 1, intoRevision: 1 }));
const undoLast = async (who: Person, roomId: string) => {
  const last = valueIn(await ownEdits(who, roomId)).edits.find(({ isNext }) => isNext);
  return codeOf(await undoEdit(who, roomId, { editId: last?.id ?? '' }));
};
/** What this person is shown of a line: their own impact, and whether they are asked again. */
const seen = async (who: Person, debate: TestDebate, id: string) => {
  const line = (await debateView(who, debate.slug))?.relations.find((one) => one.id === id);
  return line && [line.ownImpact.weight, line.ownImpact.isStale ? 'asked again' : 'counts', line.tally];
};
const counted = async (debate: TestDebate, id: string) =>
  (await debateView(makeActor.visitor(), debate.slug))?.relations.find((one) => one.id === id)?.tally;

describe('impacts on the lines of a merged claim', () => {
  test('are asked again on a line that moves, and shown until then', async () => {
    const { debate, owner, a, b, x } = await aMap();
    const [up, below, stays] = [
      await aRelation(debate, a, debate.motionId),
      await aRelation(debate, x, a),
      await aRelation(debate, x, debate.motionId),
    ];
    const voter = await aPerson();
    for (const line of [up, below, stays]) await rate(voter, debate.roomId, line, 0);
    await merge(owner, debate, a, b);
    expect(await seen(voter, debate, up)).toEqual([0, 'asked again', null]);
    expect(await seen(voter, debate, below)).toEqual([0, 'asked again', null]);
    expect(await seen(voter, debate, stays)).toEqual([0, 'counts', { mean: 0, count: 1 }]);
    await rate(voter, debate.roomId, up, 4);
    expect(await seen(voter, debate, up)).toEqual([4, 'counts', { mean: 4, count: 1 }]);
  });

  test('go from a line that would repeat to the one that stays, in every room, and never over an own one', async () => {
    const { debate, owner, a, b, x } = await aMap();
    const classId = await aClass(debate);
    const [goes, stays] = [
      await aRelation(debate, a, debate.motionId),
      await aRelation(debate, b, debate.motionId),
    ];
    const undercut = { fromClaimId: x, kind: 'undercuts' } as const;
    const [onGoes, onStays] = [
      valueIn(await addRelation(owner, debate.roomId, { ...undercut, toRelationId: goes })).relation.id,
      valueIn(await addRelation(owner, debate.roomId, { ...undercut, toRelationId: stays })).relation.id,
    ];
    const [onlyGoes, both, pupil] = [await aPerson(), await aPerson(), await aParticipant(classId)];
    await rate(onlyGoes, debate.roomId, goes, 4);
    await rate(onlyGoes, debate.roomId, onGoes, 1);
    await rate(both, debate.roomId, stays, 2);
    await rate(both, debate.roomId, goes, 3);
    await rate(pupil, classId, goes, 1);
    await merge(owner, debate, a, b);
    expect(await seen(onlyGoes, debate, stays)).toEqual([4, 'asked again', null]);
    expect(await seen(onlyGoes, debate, onStays)).toEqual([1, 'asked again', null]);
    expect(await seen(both, debate, stays)).toEqual([2, 'counts', { mean: 2, count: 1 }]);
    expect(await prisma.impact.findMany({ where: { relationId: stays, roomId: classId } })).toMatchObject([
      { weight: 1, aim: 0 },
    ]);
    // Nothing that was said is gone.
    expect(await prisma.impact.count({ where: { relationId: goes } })).toBe(3);
    await rate(onlyGoes, debate.roomId, stays, 4);
    expect(await counted(debate, stays)).toEqual({ mean: 3, count: 2 });
  });

  test('stay with a line that says the opposite of what is there, and come back with the undo', async () => {
    const { debate, owner, a, b } = await aMap();
    const attack = await aRelation(debate, a, debate.motionId, { kind: 'attacks' });
    const support = await aRelation(debate, b, debate.motionId);
    const voter = await aPerson();
    await rate(voter, debate.roomId, attack, 3);
    const { relations } = await merge(owner, debate, a, b);
    expect(relations).toMatchObject([{ id: attack, status: 'archived', closing: 'opposed' }]);
    expect(await seen(voter, debate, support)).toEqual([null, 'counts', null]);
    expect(await undoLast(owner, debate.roomId)).toBe('ok');
    expect(await seen(voter, debate, attack)).toEqual([3, 'counts', { mean: 3, count: 1 }]);
  });

  test('are where they were after an undo, but for those given since', async () => {
    const { debate, owner, a, b, x } = await aMap();
    const [goes, stays, below] = [
      await aRelation(debate, a, debate.motionId),
      await aRelation(debate, b, debate.motionId),
      await aRelation(debate, x, a),
    ];
    const [silent, answered] = [await aPerson(), await aPerson()];
    for (const who of [silent, answered]) {
      await rate(who, debate.roomId, goes, 4);
      await rate(who, debate.roomId, below, 2);
    }
    await merge(owner, debate, a, b);
    await rate(answered, debate.roomId, stays, 1);
    expect(await undoLast(owner, debate.roomId)).toBe('ok');
    expect(await seen(silent, debate, goes)).toEqual([4, 'counts', { mean: 4, count: 2 }]);
    expect(await seen(silent, debate, below)).toEqual([2, 'counts', { mean: 2, count: 2 }]);
    expect(await seen(silent, debate, stays)).toEqual([null, 'counts', null]);
    expect(await seen(answered, debate, stays)).toEqual([1, 'counts', { mean: 1, count: 1 }]);
  });
});

describe('impacts on the lines of a split claim', () => {
  const part = (text: string, relationIds: string[]) => ({
    text,
    side: 'a' as const,
    evidence: 'asserted' as const,
    relationIds,
    citationIds: [],
  });

  test('go to every copy, are asked again there, and are where they were after an undo', async () => {
    const { debate, owner, a, b, x } = await aMap();
    const up = await aRelation(debate, a, debate.motionId);
    const below = await aRelation(debate, b, a);
    const undercut = valueIn(
      await addRelation(owner, debate.roomId, { fromClaimId: x, kind: 'undercuts', toRelationId: up }),
    ).relation.id;
    const voter = await aPerson();
    await rate(voter, debate.roomId, up, 0);
    await rate(voter, debate.roomId, below, 3);
    await rate(voter, debate.roomId, undercut, 4);
    const { relations } = valueIn(
      await splitClaim(owner, debate.roomId, a, {
        revision: 1,
        parts: [part('One.', [up, below]), part('Two.', [up])],
      }),
    );
    const shown = await Promise.all(
      relations.map(async ({ id, kind, toClaimId }) => [
        kind === 'undercuts' ? 'undercut' : toClaimId === debate.motionId ? 'up' : 'below',
        await seen(voter, debate, id),
      ]),
    );
    expect(shown.sort()).toEqual([
      ['below', [3, 'asked again', null]],
      ['undercut', [4, 'asked again', null]],
      ['undercut', [4, 'asked again', null]],
      ['up', [0, 'asked again', null]],
      ['up', [0, 'asked again', null]],
    ]);
    expect(await undoLast(owner, debate.roomId)).toBe('ok');
    expect(await seen(voter, debate, up)).toEqual([0, 'counts', { mean: 0, count: 1 }]);
    expect(await seen(voter, debate, undercut)).toEqual([4, 'counts', { mean: 4, count: 1 }]);
  });
});
