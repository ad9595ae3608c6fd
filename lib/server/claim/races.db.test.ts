import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { ownEdits } from '../edit/queries';
import { undoEdit } from '../edit/undo-command';
import { aClaim, aDebate, aParticipant, aPerson, aRelation, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { whileStopped } from '../testing/while-stopped';
import { castVote, rateImpact } from '../vote/commands';
import { addClaim } from './commands';
import { mergeClaim } from './merge-command';
import { addRelation, editRelation, reviewRelation } from './relation-commands';
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

describe('drawing to or from a claim while it', () => {
  const adding =
    (who: Person, { roomId }: TestDebate, toClaimId: string) =>
    () =>
      addClaim(who, roomId, {
        text: 'A claim.',
        side: 'a',
        evidence: 'asserted',
        citations: [],
        relation: { kind: 'supports', toClaimId },
      }).then(codeOf);
  const tying =
    (who: Person, { roomId }: TestDebate, fromClaimId: string, toClaimId: string) =>
    () =>
      addRelation(who, roomId, { fromClaimId, kind: 'supports', toClaimId }).then(codeOf);
  const leading =
    (who: Person, { roomId }: TestDebate, id: string, toClaimId: string) =>
    () =>
      editRelation(who, roomId, id, { kind: 'supports', toClaimId, revision: 1 }).then(codeOf);
  const undercutting =
    (who: Person, { roomId }: TestDebate, fromClaimId: string, id: string) =>
    () =>
      addRelation(who, roomId, { fromClaimId, kind: 'undercuts', toRelationId: id }).then(codeOf);

  test('is merged is refused: nothing new hangs on what is gone', async () => {
    const { debate, owner, a, b } = await aMap();
    const [x, y] = [await aClaim(debate), await aClaim(debate)];
    const elsewhere = await aRelation(debate, y, debate.motionId);
    const repeats = await aRelation(debate, a, debate.motionId);
    await aRelation(debate, b, debate.motionId);
    const who = await aPerson();
    const codes = await whileStopped(
      'ClaimLineage',
      merging(owner, debate, a, b),
      adding(who, debate, a),
      tying(who, debate, x, a),
      tying(who, debate, a, x),
      leading(owner, debate, elsewhere, a),
      undercutting(who, debate, x, repeats),
    );
    const gone = 'claim-archived';
    expect(codes).toEqual(['ok', gone, gone, gone, gone, gone]);
    const onA = { OR: [{ fromClaimId: a }, { toClaimId: a }, { toRelationId: repeats }] };
    expect(await prisma.relation.count({ where: { ...onA, status: { not: 'archived' } } })).toBe(0);
  });

  test('is archived is refused, and beside it works', async () => {
    const { debate, owner, a, b } = await aMap();
    const archiving = () => reviewClaim(owner, debate.roomId, a, { decision: 'archive' }).then(codeOf);
    const who = await aPerson();
    const codes = await whileStopped(
      'MapEdit',
      archiving,
      adding(who, debate, a),
      tying(who, debate, b, a),
      adding(who, debate, b),
    );
    expect(codes).toEqual(['ok', 'claim-archived', 'claim-archived', 'ok']);
  });
});

describe('an undo and', () => {
  const undoing = async (who: Person, { roomId }: TestDebate) => {
    const last = valueIn(await ownEdits(who, roomId)).edits.find(({ isNext }) => isNext);
    return () => undoEdit(who, roomId, { editId: last?.id ?? '' }).then(codeOf);
  };

  test('a merge of the claim whose line it brings back: whichever comes second sees the first', async () => {
    const { debate, owner, a, b } = await aMap();
    const other = await aParticipant(debate.roomId, 'assistant');
    const line = await aRelation(debate, a, debate.motionId);
    const close = async () =>
      valueIn(await reviewRelation(owner, debate.roomId, line, { decision: 'archive' }));
    const rowOf = () => prisma.relation.findUniqueOrThrow({ where: { id: line } });
    await close();
    const first = await whileStopped(
      'ClaimLineage',
      merging(other, debate, a, b),
      await undoing(owner, debate),
    );
    expect(first).toEqual(['ok', 'changed-since']);
    expect(await rowOf()).toMatchObject({ fromClaimId: a, status: 'archived', closing: 'alone' });

    valueIn(await reviewClaim(other, debate.roomId, a, { decision: 'restore' }));
    const second = await whileStopped('MapEdit', await undoing(owner, debate), merging(other, debate, a, b));
    expect(second).toEqual(['ok', 'ok']);
    expect(await rowOf()).toMatchObject({ fromClaimId: b, status: 'published' });
  });

  test('a line to the claim that it takes back: the line is refused', async () => {
    const { debate, owner, b } = await aMap();
    const { claim } = valueIn(
      await addClaim(owner, debate.roomId, {
        text: 'A claim.',
        side: 'a',
        evidence: 'asserted',
        citations: [],
        relation: { kind: 'supports', toClaimId: debate.motionId },
      }),
    );
    const who = await aPerson();
    const drawing = () =>
      addRelation(who, debate.roomId, { fromClaimId: b, kind: 'attacks', toClaimId: claim.id }).then(codeOf);
    expect(await whileStopped('MapEdit', await undoing(owner, debate), drawing)).toEqual([
      'ok',
      'claim-archived',
    ]);
  });
});
