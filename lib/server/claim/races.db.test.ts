import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aPerson, aRelation, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { whileStopped } from '../testing/while-stopped';
import { castVote, rateImpact } from '../vote/commands';
import { mergeClaim } from './merge-command';
import { reviewClaim } from './review-commands';
import { splitClaim } from './split-command';

/** What somebody does at the very moment when somebody else takes the claim under it away. */

const { prisma } = testDatabase();

const aMap = async () => {
  const debate = await aDebate({ claimsNeedApproval: false });
  const owner = await aParticipant(debate.roomId, 'owner');
  const [a, b] = [await aClaim(debate), await aClaim(debate)];
  return { debate, owner, a, b };
};
const merging =
  (owner: Person, { roomId }: TestDebate, a: string, b: string) =>
  () =>
    mergeClaim(owner, roomId, a, { intoClaimId: b, revision: 1, intoRevision: 1 }).then(codeOf);
const part = (text: string, relationIds: string[] = []) => ({
  text,
  side: 'a' as const,
  evidence: 'asserted' as const,
  relationIds,
  citationIds: [],
});
const splitting =
  (owner: Person, { roomId }: TestDebate, a: string, relationIds: string[] = []) =>
  () =>
    splitClaim(owner, roomId, a, {
      revision: 1,
      parts: [part('One.', relationIds), part('Two.', relationIds)],
    }).then(codeOf);
const voting =
  (who: Person, { roomId }: TestDebate, claimId: string) =>
  () =>
    castVote(who, roomId, claimId, { choice: 'agree', revision: 1, seq: Date.now(), eventId: uuidv7() }).then(
      codeOf,
    );
const rating =
  (who: Person, { roomId }: TestDebate, relationId: string, revision?: number) =>
  () =>
    rateImpact(who, roomId, relationId, { weight: 3, revision, seq: Date.now(), eventId: uuidv7() }).then(
      codeOf,
    );

describe('a vote while its claim', () => {
  test('is merged or split is refused, never taken and then left behind', async () => {
    const { debate, owner, a, b } = await aMap();
    const voter = await aPerson();
    const merged = await whileStopped('ClaimLineage', merging(owner, debate, a, b), voting(voter, debate, a));
    expect(merged).toEqual(['ok', 'claim-archived']);
    const split = await whileStopped('ClaimLineage', splitting(owner, debate, b), voting(voter, debate, b));
    expect(split).toEqual(['ok', 'claim-archived']);
    expect(await prisma.vote.count()).toBe(0);
    expect(await prisma.voteEvent.count()).toBe(0);
  });

  test('takes another one in waits, and counts on what the claim says', async () => {
    const { debate, owner, a, b } = await aMap();
    const voter = await aPerson();
    valueIn(
      await castVote(voter, debate.roomId, a, {
        choice: 'disagree',
        revision: 1,
        seq: 1,
        eventId: uuidv7(),
      }),
    );
    const codes = await whileStopped('ClaimLineage', merging(owner, debate, a, b), voting(voter, debate, b));
    expect(codes).toEqual(['ok', 'ok']);
    expect(await prisma.vote.findMany({ where: { claimId: b } })).toMatchObject([
      { choice: 'agree', carriedFromId: null },
    ]);
  });

  test('is archived is refused', async () => {
    const { debate, owner, a } = await aMap();
    const archiving = () => reviewClaim(owner, debate.roomId, a, { decision: 'archive' }).then(codeOf);
    expect(await whileStopped('MapEdit', archiving, voting(await aPerson(), debate, a))).toEqual([
      'ok',
      'claim-archived',
    ]);
  });
});

describe('an impact while its line', () => {
  test('is closed by a merge is refused, and on one that moves it is asked about the new place', async () => {
    const { debate, owner, a, b } = await aMap();
    const [repeats, moves] = [
      await aRelation(debate, a, debate.motionId),
      await aRelation(debate, await aClaim(debate), a),
    ];
    await aRelation(debate, b, debate.motionId);
    const voter = await aPerson();
    expect(
      await whileStopped(
        'ClaimLineage',
        merging(owner, debate, a, b),
        rating(voter, debate, repeats, 1),
        rating(voter, debate, moves, 1),
      ),
    ).toEqual(['ok', 'claim-archived', 'out-of-date']);
    expect(await prisma.impact.count({ where: { relationId: { in: [repeats, moves] } } })).toBe(0);
  });

  test('is copied by a split is refused, from the claim and to it', async () => {
    const { debate, owner, a, b } = await aMap();
    const [up, below] = [await aRelation(debate, a, debate.motionId), await aRelation(debate, b, a)];
    const voter = await aPerson();
    expect(
      await whileStopped(
        'ClaimLineage',
        splitting(owner, debate, a, [up, below]),
        rating(voter, debate, up),
        rating(voter, debate, below),
      ),
    ).toEqual(['ok', 'claim-archived', 'claim-archived']);
    expect(await prisma.impact.count({ where: { relationId: { in: [up, below] } } })).toBe(0);
  });
});
