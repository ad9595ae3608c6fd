import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { SplitClaim } from '../../domain/claim/schema';
import { makeActor, type Person } from '../../policy/actor';
import { annotationThreads } from '../annotation/annotation-views';
import { addAnnotation } from '../annotation/commands';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import {
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aRelation,
  aSeat,
  type TestDebate,
} from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { linkPremises } from './link-commands';
import { mergeClaim } from './merge-command';
import { reviewClaim } from './review-commands';
import { splitClaim } from './split-command';

const { prisma } = testDatabase();

const owned = async () => {
  const debate = await aDebate();
  return { debate, owner: await aParticipant(debate.roomId, 'owner') };
};
const rowOf = (id: string) => prisma.relation.findUniqueOrThrow({ where: { id } });
const into = (intoClaimId: string) => ({ intoClaimId, revision: 1, intoRevision: 1 });
let seq = 0;
const vote = async (
  who: Person,
  roomId: string,
  claimId: string,
  choice: 'agree' | 'disagree' | null = 'agree',
) => {
  seq += 1;
  return valueIn(await castVote(who, roomId, claimId, { choice, revision: 1, seq, eventId: uuidv7() }));
};
const seen = async (who: Person | ReturnType<typeof makeActor.visitor>, debate: TestDebate, id: string) =>
  (await debateView(who, debate.slug))?.claims.find((claim) => claim.id === id);
const cites = (debate: TestDebate, claimId: string, start: number, end: number) =>
  prisma.citation.create({
    data: {
      debateId: debate.id,
      roomId: debate.roomId,
      claimId,
      sourceVersionId: debate.sourceVersionId,
      start,
      end,
      exact: debate.text.slice(start, end),
      prefix: '',
      suffix: '',
      position: 0,
    },
  });

describe('merging a claim into another', () => {
  test('moves lines, citations and notes, archives the claim and says where it went', async () => {
    const { debate, owner } = await owned();
    const [a, b, x, parent] = [
      await aClaim(debate, { code: 'A1' }),
      await aClaim(debate, { code: 'B1' }),
      await aClaim(debate),
      await aClaim(debate),
    ];
    const moves = await aRelation(debate, a, parent);
    const repeats = await aRelation(debate, a, debate.motionId);
    const opposes = await aRelation(debate, parent, b, { kind: 'attacks' });
    const supports = await aRelation(debate, parent, a);
    const stays = await aRelation(debate, b, debate.motionId);
    const between = await aRelation(debate, a, b);
    const below = await aRelation(debate, x, a);
    await cites(debate, a, 0, 5);
    await cites(debate, b, 0, 5);
    await cites(debate, a, 0, 10);
    valueIn(
      await addAnnotation(await aPerson(), debate.roomId, {
        target: { type: 'claim', claimId: a },
        kind: 'comment',
        visibility: 'public',
        body: 'Said about A.',
      }),
    );
    const { claim, merged, relations } = valueIn(await mergeClaim(owner, debate.roomId, a, into(b)));
    expect(merged).toMatchObject({ status: 'archived', mergedInto: 'B1', citations: [{ end: 5 }] });
    expect(claim).toMatchObject({ madeFrom: ['A1'], noteCount: 1 });
    expect(claim.citations.map(({ end }) => end).sort()).toEqual([10, 5]);
    expect(Object.fromEntries(relations.map((one) => [one.id, one.closing ?? one.fromClaimId]))).toEqual({
      [moves]: b,
      [repeats]: 'repeated',
      [between]: 'itself',
      [below]: x,
      [supports]: 'opposed',
    });
    expect(await rowOf(below)).toMatchObject({ toClaimId: b, status: 'published', revision: 2, aim: 2 });
    expect(await rowOf(supports)).toMatchObject({ toClaimId: a, status: 'archived', closing: 'opposed' });
    expect(await rowOf(opposes)).toMatchObject({ toClaimId: b, status: 'published', revision: 1 });
    expect(await rowOf(repeats)).toMatchObject({ fromClaimId: a, status: 'archived', closing: 'repeated' });
    expect(await rowOf(stays)).toMatchObject({ fromClaimId: b, revision: 1 });
    expect((await annotationThreads(owner, debate.roomId, { claimId: b }))?.[0]?.note.body).toBe(
      'Said about A.',
    );
    const view = await debateView(makeActor.visitor(), debate.slug);
    expect(view?.claims.map(({ id }) => id)).not.toContain(a);
    expect(view?.successors).toEqual({ A1: ['B1'] });
    expect(await prisma.auditEntry.count({ where: { action: 'claim-merge', subjectId: a } })).toBe(1);
  });

  test('carries votes by rule, in every room, and counts none of them until they are given again', async () => {
    const { debate, owner } = await owned();
    const classId = await aClass(debate);
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const [onlyA, onlyB, both, tookBack] = [
      await aPerson(),
      await aPerson(),
      await aPerson(),
      await aPerson(),
    ];
    const pupil = await aParticipant(classId);
    await vote(onlyA, debate.roomId, a, 'disagree');
    await vote(onlyB, debate.roomId, b);
    await vote(both, debate.roomId, a);
    await vote(both, debate.roomId, b, 'disagree');
    await vote(tookBack, debate.roomId, a);
    await vote(tookBack, debate.roomId, b);
    await vote(tookBack, debate.roomId, b, null);
    await vote(pupil, classId, a);
    const before = await prisma.voteEvent.count();
    valueIn(await mergeClaim(owner, debate.roomId, a, into(b)));

    expect((await seen(makeActor.visitor(), debate, b))?.tally).toEqual({ agree: 1, disagree: 1, pass: 0 });
    expect(await seen(onlyA, debate, b)).toMatchObject({
      ownVote: { choice: 'disagree', isStale: true },
      tally: null,
    });
    expect((await seen(both, debate, b))?.ownVote).toMatchObject({ choice: 'disagree', isStale: false });
    expect((await seen(tookBack, debate, b))?.ownVote).toMatchObject({ choice: null, isStale: false });
    expect(await prisma.vote.count({ where: { claimId: b, roomId: classId, carriedFromId: a } })).toBe(1);
    // Nothing that was said is gone.
    expect(await prisma.vote.count({ where: { claimId: a } })).toBe(4);
    expect(await prisma.voteEvent.count()).toBe(before);
    expect(await vote(onlyA, debate.roomId, b)).toEqual({
      ownVote: { choice: 'agree', seq, isStale: false },
      tally: { agree: 2, disagree: 1, pass: 0 },
    });
  });

  test('takes a class’s lines and linked premises along', async () => {
    const { debate, owner } = await owned();
    const classId = await aClass(debate);
    const [a, b, x, y] = [
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate),
    ];
    const [one, two] = [await aRelation(debate, x, a), await aRelation(debate, y, a)];
    valueIn(await linkPremises(owner, debate.roomId, { relationIds: [one, two] }));
    const inClass = await aRelation(debate, await aClaim(debate, { roomId: classId }), a, {
      roomId: classId,
    });
    valueIn(await mergeClaim(owner, debate.roomId, a, into(b)));
    expect((await rowOf(inClass)).toClaimId).toBe(b);
    const [first, second] = [await rowOf(one), await rowOf(two)];
    expect([first.toClaimId, first.groupId]).toEqual([b, second.groupId]);
    expect(first.groupId).not.toBeNull();
  });

  test('is refused for words read in another version, for itself, a motion, or what is closed or elsewhere', async () => {
    const { debate, owner } = await owned();
    const other = await aDebate();
    const classId = await aClass(debate);
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const merge = async (from: string, to: string, more: object = {}) =>
      codeOf(await mergeClaim(owner, debate.roomId, from, { ...into(to), ...more }));
    expect(await merge(a, b, { intoRevision: 2 })).toBe('out-of-date');
    expect(await merge(a, b, { revision: 2 })).toBe('out-of-date');
    expect(await merge(a, a)).toBe('invalid-input');
    expect(await merge(a, debate.motionId)).toBe('not-found');
    expect(await merge(a, await aClaim(debate, { status: 'suggested' }))).toBe('claim-not-published');
    expect(await merge(a, await aClaim(debate, { status: 'archived' }))).toBe('claim-archived');
    expect(await merge(await aClaim(debate, { status: 'archived' }), b)).toBe('claim-archived');
    expect(await merge(a, await aClaim(other))).toBe('not-found');
    expect(codeOf(await mergeClaim(await aPerson(), debate.roomId, a, into(b)))).toBe('not-allowed');
    const teacher = await aParticipant(classId, 'teacher');
    const ofClass = await aClaim(debate, { roomId: classId });
    expect(codeOf(await mergeClaim(teacher, classId, ofClass, into(b)))).toBe('not-allowed');
    expect(
      codeOf(await mergeClaim(teacher, classId, ofClass, into(await aClaim(debate, { roomId: classId })))),
    ).toBe('ok');
  });

  test('of two into each other at once, one holds', async () => {
    const { debate, owner } = await owned();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const codes = await Promise.all([
      mergeClaim(owner, debate.roomId, a, into(b)).then(codeOf),
      mergeClaim(owner, debate.roomId, b, into(a)).then(codeOf),
    ]);
    expect(codes.sort()).toEqual(['claim-archived', 'ok']);
  });

  test('ends when the claim is restored: it stands alone again, without carried votes', async () => {
    const { debate, owner } = await owned();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const voter = await aPerson();
    await vote(voter, debate.roomId, a);
    valueIn(await mergeClaim(owner, debate.roomId, a, into(b)));
    const restored = valueIn(await reviewClaim(owner, debate.roomId, a, { decision: 'restore' })).claim;
    expect(restored).toMatchObject({ status: 'published', mergedInto: null });
    expect((await seen(voter, debate, a))?.ownVote).toMatchObject({ choice: 'agree', isStale: false });
    expect((await seen(voter, debate, b))?.ownVote.choice).toBeNull();
    valueIn(await mergeClaim(owner, debate.roomId, a, into(b)));
  });
});

describe('splitting a claim', () => {
  const part = (text: string, more: Partial<SplitClaim['parts'][number]> = {}) => ({
    text,
    side: 'a' as const,
    evidence: 'asserted' as const,
    relationIds: [],
    citationIds: [],
    ...more,
  });

  test('makes a claim of each part with the lines and citations chosen, and archives the original', async () => {
    const { debate, owner } = await owned();
    const author = await aPerson();
    const authorId = await aSeat(author, debate.roomId);
    const classId = await aClass(debate);
    const a = await aClaim(debate, { code: 'A1', authorId });
    const [x, y, z] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
    const up = await aRelation(debate, a, debate.motionId);
    const [one, two] = [await aRelation(debate, x, a), await aRelation(debate, y, a)];
    valueIn(await linkPremises(owner, debate.roomId, { relationIds: [one, two] }));
    await prisma.relation.create({
      data: {
        debateId: debate.id,
        roomId: debate.roomId,
        fromClaimId: z,
        kind: 'undercuts',
        toRelationId: up,
        status: 'published',
        position: 0,
      },
    });
    await aRelation(debate, await aClaim(debate, { roomId: classId }), a, { roomId: classId });
    const citation = await cites(debate, a, 0, 5);
    const voter = await aPerson();
    await vote(voter, debate.roomId, a);

    const result = valueIn(
      await splitClaim(owner, debate.roomId, a, {
        revision: 1,
        parts: [
          part('One thing.', { relationIds: [up, one, two], citationIds: [citation.id] }),
          part('Another thing.', { relationIds: [up], side: 'b' }),
        ],
      }),
    );
    expect(result.original).toMatchObject({ status: 'archived', splitInto: ['C1', 'C2'] });
    const [first, second] = result.claims;
    expect(first).toMatchObject({
      code: 'C1',
      status: 'published',
      side: 'a',
      citations: [{ exact: 'Mines' }],
      madeFrom: ['A1'],
      authorAlias: expect.any(String) as string,
    });
    expect(second).toMatchObject({ code: 'C2', side: 'b', citations: [] });
    const linesOf = (id: string | undefined) =>
      result.relations.filter((line) => line.fromClaimId === id || line.toClaimId === id);
    expect(linesOf(first?.id).map(({ kind }) => kind)).toEqual(['supports', 'supports', 'supports']);
    const groups = linesOf(first?.id).filter(({ toClaimId }) => toClaimId === first?.id);
    expect(new Set(groups.map(({ group }) => group)).size).toBe(1);
    expect(groups[0]?.group).not.toBeNull();
    expect(
      result.relations.filter(({ kind }) => kind === 'undercuts').map(({ fromClaimId }) => fromClaimId),
    ).toEqual([z, z]);
    expect(
      await prisma.relation.count({
        where: { roomId: classId, toClaimId: { in: [first?.id ?? '', second?.id ?? ''] } },
      }),
    ).toBe(2);
    for (const claim of result.claims) {
      expect((await seen(voter, debate, claim.id))?.ownVote).toMatchObject({
        choice: 'agree',
        isStale: true,
      });
      expect((await seen(makeActor.visitor(), debate, claim.id))?.tally).toEqual({
        agree: 0,
        disagree: 0,
        pass: 0,
      });
    }
    expect((await debateView(makeActor.visitor(), debate.slug))?.successors).toEqual({ A1: ['C1', 'C2'] });
  });

  test('takes only lines and citations of the claim, the wording read, and a maintainer', async () => {
    const { debate, owner } = await owned();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const elsewhere = await aRelation(debate, b, debate.motionId);
    const citation = await cites(debate, b, 0, 5);
    const split = async (who: Person, more: Partial<SplitClaim['parts'][number]>, revision = 1) =>
      splitClaim(who, debate.roomId, a, { revision, parts: [part('One.'), part('Two.', more)] });
    expect(await split(owner, { relationIds: [elsewhere] })).toMatchObject({
      error: { code: 'not-found', field: 'parts.1.relationIds' },
    });
    expect(await split(owner, { citationIds: [citation.id] })).toMatchObject({
      error: { code: 'not-found', field: 'parts.1.citationIds' },
    });
    expect(codeOf(await split(owner, {}, 2))).toBe('out-of-date');
    expect(codeOf(await split(await aPerson(), {}))).toBe('not-allowed');
    expect(codeOf(await split(owner, {}))).toBe('ok');
    expect(codeOf(await split(owner, {}))).toBe('claim-archived');
    expect(await prisma.claim.count({ where: { debateId: debate.id, code: { startsWith: 'C' } } })).toBe(2);
  });
});
