import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { EditRelation } from '../../domain/claim/schema';
import { type Actor, makeActor } from '../../policy/actor';
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
import { rateImpact } from '../vote/commands';
import { addClaim } from './commands';
import { linkPremises, unlinkPremise } from './link-commands';
import { addRelation, editRelation, reviewRelation } from './relation-commands';
import { reviewClaim } from './review-commands';

const { prisma } = testDatabase();

const owned = async () => {
  const debate = await aDebate();
  return { debate, owner: await aParticipant(debate.roomId, 'owner') };
};
const rowOf = (id: string) => prisma.relation.findUniqueOrThrow({ where: { id } });
const seen = async (actor: Actor, debate: TestDebate, id: string) =>
  (await debateView(actor, debate.slug))?.relations.find((relation) => relation.id === id);

describe('a claim under several parents', () => {
  test('is one claim with a line to each, and closing one line leaves the other', async () => {
    const { debate, owner } = await owned();
    const [claim, parent] = [await aClaim(debate), await aClaim(debate)];
    await aRelation(debate, parent, debate.motionId);
    const first = await aRelation(debate, claim, debate.motionId);
    const second = valueIn(
      await addRelation(owner, debate.roomId, { fromClaimId: claim, kind: 'attacks', toClaimId: parent }),
    ).relation;
    const view = await debateView(makeActor.visitor(), debate.slug);
    expect(view?.claims.filter(({ id }) => id === claim)).toHaveLength(1);
    expect(view?.relations.filter(({ fromClaimId }) => fromClaimId === claim).map(({ id }) => id)).toEqual([
      first,
      second.id,
    ]);
    const closed = valueIn(
      await reviewRelation(owner, debate.roomId, second.id, {
        decision: 'archive',
        reason: 'Off the point.',
      }),
    ).relation;
    expect(closed).toMatchObject({ status: 'archived', closing: 'alone', statusReason: 'Off the point.' });
    expect(await seen(makeActor.visitor(), debate, second.id)).toBeUndefined();
    expect(await seen(makeActor.visitor(), debate, first)).toBeDefined();
  });

  test('a line closed on its own stays closed when its claim is archived and restored', async () => {
    const { debate, owner } = await owned();
    const [claim, parent] = [await aClaim(debate), await aClaim(debate)];
    const kept = await aRelation(debate, claim, debate.motionId);
    const closed = await aRelation(debate, claim, parent);
    valueIn(await reviewRelation(owner, debate.roomId, closed, { decision: 'archive' }));
    valueIn(await reviewClaim(owner, debate.roomId, claim, { decision: 'archive' }));
    expect((await rowOf(kept)).status).toBe('archived');
    valueIn(await reviewClaim(owner, debate.roomId, claim, { decision: 'restore' }));
    expect([(await rowOf(kept)).status, (await rowOf(closed)).status]).toEqual(['published', 'archived']);
    valueIn(await reviewRelation(owner, debate.roomId, closed, { decision: 'restore' }));
    expect(await rowOf(closed)).toMatchObject({ status: 'published', closing: null, reason: null });
  });
});

describe('moving a relation', () => {
  test('leads it to another claim, kind or line, and counts its revisions', async () => {
    const { debate, owner } = await owned();
    const [claim, parent, other] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
    const line = await aRelation(debate, other, debate.motionId);
    const id = await aRelation(debate, claim, debate.motionId);
    const move = async (input: EditRelation) =>
      valueIn(await editRelation(owner, debate.roomId, id, input)).relation;
    expect(await move({ kind: 'attacks', toClaimId: parent, revision: 1 })).toMatchObject({
      kind: 'attacks',
      toClaimId: parent,
      toRelationId: null,
      revision: 2,
    });
    expect(await move({ kind: 'undercuts', toRelationId: line, revision: 2 })).toMatchObject({
      kind: 'undercuts',
      toClaimId: null,
      toRelationId: line,
      revision: 3,
    });
    expect(await move({ kind: 'undercuts', toRelationId: line, revision: 3 })).toMatchObject({ revision: 3 });
    const edits = await prisma.mapEdit.findMany({ where: { subjectId: id }, orderBy: { ordinal: 'asc' } });
    expect(edits.map(({ kind, userId }) => [kind, userId])).toEqual([
      ['relation_edited', owner.userId],
      ['relation_edited', owner.userId],
    ]);
    expect(edits[0]?.changes).toMatchObject([
      { type: 'relation', id, before: { toClaimId: debate.motionId }, after: { toClaimId: parent } },
    ]);
    expect(await prisma.auditEntry.count({ where: { subjectId: id, action: 'relation-edit' } })).toBe(2);
  });

  test('a move of something older gets what stands; of ten at once one holds', async () => {
    const { debate, owner } = await owned();
    const [claim, parent] = [await aClaim(debate), await aClaim(debate)];
    const id = await aRelation(debate, claim, debate.motionId);
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        editRelation(owner, debate.roomId, id, { kind: 'attacks', toClaimId: parent, revision: 1 }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'out-of-date', current: { relation: { toClaimId: parent, revision: 2 } } },
    });
  });

  test('never to itself, to what it undercuts, to its own line, twice, or to what is not there', async () => {
    const { debate, owner } = await owned();
    const other = await aDebate();
    const [claim, parent, hidden, archived] = [
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate, { status: 'suggested' }),
      await aClaim(debate, { status: 'archived' }),
    ];
    const line = await aRelation(debate, parent, debate.motionId);
    const own = await aRelation(debate, claim, debate.motionId);
    const id = await aRelation(debate, claim, parent);
    const undercut = valueIn(
      await addRelation(owner, debate.roomId, { fromClaimId: claim, kind: 'undercuts', toRelationId: line }),
    ).relation.id;
    const move = async (input: EditRelation, what = id) =>
      codeOf(await editRelation(owner, debate.roomId, what, input));
    const to = (toClaimId: string) => ({ kind: 'supports', toClaimId, revision: 1 }) as const;
    const under = (toRelationId: string) => ({ kind: 'undercuts', toRelationId, revision: 1 }) as const;
    expect(await move(to(claim))).toBe('relation-to-itself');
    expect(await move(to(debate.motionId))).toBe('relation-repeated');
    expect(await move(under(own))).toBe('relation-to-itself');
    expect(await move(under(undercut), line)).toBe('relation-to-itself');
    expect(await move(under(id))).toBe('relation-to-itself');
    expect(await move(to(hidden))).toBe('claim-not-published');
    expect(await move(to(archived))).toBe('claim-archived');
    expect(await move(to(await aClaim(other)))).toBe('not-found');
    expect(await move(to(uuidv7()))).toBe('not-found');
    expect(await rowOf(id)).toMatchObject({ toClaimId: parent, revision: 1 });
  });

  test('is a maintainer’s; an author moves what still waits', async () => {
    const { debate } = await owned();
    const classId = await aClass(debate);
    const author = await aPerson();
    const authorId = await aSeat(author, debate.roomId);
    const [claim, parent, another] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
    const waiting = await aRelation(debate, claim, parent, { authorId, status: 'suggested' });
    const standing = await aRelation(debate, claim, debate.motionId, { authorId });
    const to = { kind: 'attacks', toClaimId: another, revision: 1 } as const;
    expect(codeOf(await editRelation(await aPerson(), debate.roomId, waiting, to))).toBe('not-found');
    expect(codeOf(await editRelation(author, debate.roomId, standing, to))).toBe('not-allowed');
    expect(codeOf(await editRelation(await aParticipant(classId, 'teacher'), classId, standing, to))).toBe(
      'not-allowed',
    );
    expect(codeOf(await editRelation(author, debate.roomId, waiting, to))).toBe('ok');
    expect(await prisma.auditEntry.count({ where: { subjectId: waiting } })).toBe(0);
  });

  test('asks for impacts again: those given before are shown as stale and not counted', async () => {
    const { debate, owner } = await owned();
    const [claim, parent] = [await aClaim(debate), await aClaim(debate)];
    const id = await aRelation(debate, claim, debate.motionId);
    const reader = await aPerson();
    const rate = async (seq: number, revision?: number) =>
      rateImpact(reader, debate.roomId, id, {
        weight: 4,
        seq,
        eventId: uuidv7(),
        ...(revision ? { revision } : {}),
      });
    valueIn(await rate(1));
    valueIn(
      await editRelation(owner, debate.roomId, id, { kind: 'supports', toClaimId: parent, revision: 1 }),
    );
    expect(await seen(reader, debate, id)).toMatchObject({
      tally: null,
      ownImpact: { weight: 4, isStale: true },
    });
    expect((await seen(makeActor.visitor(), debate, id))?.tally).toBeNull();
    expect(codeOf(await rate(2, 1))).toBe('out-of-date');
    expect(valueIn(await rate(3, 2))).toMatchObject({
      ownImpact: { weight: 4, isStale: false },
      tally: { mean: 4, count: 1 },
    });
  });
});

describe('deciding about a relation', () => {
  test('publishes a suggestion once both its ends stand', async () => {
    const { debate, owner } = await owned();
    const waiting = await aClaim(debate, { status: 'suggested' });
    const id = await aRelation(debate, waiting, debate.motionId, { status: 'suggested' });
    const decide = async (decision: 'publish' | 'decline' | 'archive') =>
      codeOf(await reviewRelation(owner, debate.roomId, id, { decision }));
    expect(await decide('archive')).toBe('already-reviewed');
    expect(await decide('publish')).toBe('claim-not-published');
    expect(await decide('decline')).toBe('ok');
    expect(await rowOf(id)).toMatchObject({ status: 'declined', closing: 'alone' });
    valueIn(await reviewClaim(owner, debate.roomId, waiting, { decision: 'publish' }));
    expect((await rowOf(id)).status).toBe('declined');
    expect(await decide('publish')).toBe('ok');
    expect(await rowOf(id)).toMatchObject({ status: 'published', closing: null });
  });

  test('does not restore what was drawn again meanwhile', async () => {
    const { debate, owner } = await owned();
    const claim = await aClaim(debate);
    const id = await aRelation(debate, claim, debate.motionId);
    valueIn(await reviewRelation(owner, debate.roomId, id, { decision: 'archive' }));
    await aRelation(debate, claim, debate.motionId, { kind: 'attacks' });
    expect(codeOf(await reviewRelation(owner, debate.roomId, id, { decision: 'restore' }))).toBe(
      'relation-repeated',
    );
  });

  test('is for maintainers of its own room', async () => {
    const { debate } = await owned();
    const classId = await aClass(debate);
    const id = await aRelation(debate, await aClaim(debate), debate.motionId);
    const archive = { decision: 'archive' } as const;
    expect(codeOf(await reviewRelation(await aPerson(), debate.roomId, id, archive))).toBe('not-allowed');
    expect(codeOf(await reviewRelation(await aParticipant(classId, 'teacher'), classId, id, archive))).toBe(
      'not-allowed',
    );
  });
});

describe('linked premises', () => {
  const reasons = async (debate: TestDebate, count: number) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      ids.push(await aRelation(debate, await aClaim(debate), debate.motionId));
    }
    return ids;
  };
  const groupsOf = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await rowOf(id)).groupId));

  test('are linked, joined and left, each person seeing the same group', async () => {
    const { debate, owner } = await owned();
    const [a = '', b = '', c = ''] = await reasons(debate, 3);
    const linked = valueIn(await linkPremises(owner, debate.roomId, { relationIds: [a, b] })).relations;
    expect(linked.map(({ id }) => id)).toEqual([a, b]);
    expect(new Set(linked.map(({ group }) => group)).size).toBe(1);
    const group = linked[0]?.group;
    expect(group).toBeTruthy();
    valueIn(await linkPremises(owner, debate.roomId, { relationIds: [c, b] }));
    expect(await groupsOf([a, b, c])).toEqual([group, group, group]);
    expect((await seen(makeActor.visitor(), debate, c))?.group).toBe(group);
    const left = valueIn(await unlinkPremise(owner, debate.roomId, a)).relations;
    expect(left.map(({ id, group: now }) => [id, now])).toEqual([[a, null]]);
    const last = valueIn(await unlinkPremise(owner, debate.roomId, b)).relations;
    expect(last.map(({ id }) => id)).toEqual([b, c]);
    expect(await groupsOf([a, b, c])).toEqual([null, null, null]);
    expect(valueIn(await unlinkPremise(owner, debate.roomId, b)).relations).toHaveLength(1);
  });

  test('moving or closing one takes it out, and the other with it when it is left alone', async () => {
    const { debate, owner } = await owned();
    const parent = await aClaim(debate);
    const [a = '', b = '', c = ''] = await reasons(debate, 3);
    valueIn(await linkPremises(owner, debate.roomId, { relationIds: [a, b, c] }));
    const { revision } = await rowOf(a);
    valueIn(await editRelation(owner, debate.roomId, a, { kind: 'supports', toClaimId: parent, revision }));
    expect((await rowOf(a)).groupId).toBeNull();
    expect((await rowOf(b)).groupId).not.toBeNull();
    valueIn(await reviewRelation(owner, debate.roomId, b, { decision: 'archive' }));
    expect(await groupsOf([a, b, c])).toEqual([null, null, null]);
  });

  test('of another kind, target, room or state are no one reason', async () => {
    const { debate, owner } = await owned();
    const classId = await aClass(debate);
    const [a = ''] = await reasons(debate, 1);
    const parent = await aClaim(debate);
    const attack = await aRelation(debate, await aClaim(debate), debate.motionId, { kind: 'attacks' });
    const elsewhere = await aRelation(debate, await aClaim(debate), parent);
    const closed = await aRelation(debate, await aClaim(debate), debate.motionId, { status: 'archived' });
    const inClass = await aRelation(debate, await aClaim(debate), debate.motionId, { roomId: classId });
    const link = async (id: string) =>
      codeOf(await linkPremises(owner, debate.roomId, { relationIds: [a, id] }));
    expect(await link(attack)).toBe('premises-differ');
    expect(await link(elsewhere)).toBe('premises-differ');
    expect(await link(a)).toBe('premises-differ');
    expect(await link(closed)).toBe('relation-closed');
    expect(await link(inClass)).toBe('not-found');
    expect(await link(uuidv7())).toBe('not-found');
    expect(codeOf(await linkPremises(await aPerson(), debate.roomId, { relationIds: [a, attack] }))).toBe(
      'not-allowed',
    );
  });

  test('linked by ten people at once are one group', async () => {
    const { debate, owner } = await owned();
    const ids = await reasons(debate, 4);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        linkPremises(owner, debate.roomId, {
          relationIds: [ids[0] ?? '', ids[1 + (index % 3)] ?? ''],
        }),
      ),
    );
    expect(new Set(await groupsOf(ids)).size).toBe(1);
  });
});

describe('schemes and their questions', () => {
  test('a reason says its scheme, and an undercut the question that it answers', async () => {
    const { debate, owner } = await owned();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const { relation } = valueIn(
      await addRelation(owner, debate.roomId, {
        fromClaimId: a,
        kind: 'supports',
        toClaimId: debate.motionId,
        scheme: 'expert_opinion',
      }),
    );
    expect(relation).toMatchObject({ scheme: 'expert_opinion', questionKey: null });
    const undercut = async (questionKey: 'expert_opinion.trust' | 'rule.exception') =>
      addRelation(owner, debate.roomId, {
        fromClaimId: b,
        kind: 'undercuts',
        toRelationId: relation.id,
        questionKey,
      });
    expect(await undercut('rule.exception')).toMatchObject({
      error: { code: 'invalid-input', field: 'questionKey' },
    });
    const met = valueIn(await undercut('expert_opinion.trust')).relation;
    expect(met).toMatchObject({ scheme: null, questionKey: 'expert_opinion.trust' });
    const added = await addClaim(owner, debate.roomId, {
      text: 'They were paid for it.',
      side: 'b',
      evidence: 'asserted',
      citations: [],
      relation: { kind: 'undercuts', toRelationId: relation.id, questionKey: 'expert_opinion.field' },
    });
    expect(valueIn(added).relation.questionKey).toBe('expert_opinion.field');
  });

  test('is kept by an edit that does not speak of it, taken away by null, and asks for no impact again', async () => {
    const { debate, owner } = await owned();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const id = await aRelation(debate, a, debate.motionId);
    const reader = await aPerson();
    valueIn(await rateImpact(reader, debate.roomId, id, { weight: 3, seq: 1, eventId: uuidv7() }));
    const edit = async (input: EditRelation) =>
      valueIn(await editRelation(owner, debate.roomId, id, input)).relation;
    const to = { kind: 'supports', toClaimId: debate.motionId } as const;
    expect(await edit({ ...to, scheme: 'analogy', revision: 1 })).toMatchObject({
      scheme: 'analogy',
      revision: 2,
    });
    expect((await seen(reader, debate, id))?.ownImpact).toMatchObject({ weight: 3, isStale: false });
    expect(await edit({ ...to, kind: 'attacks', revision: 2 })).toMatchObject({ scheme: 'analogy' });
    expect(await edit({ kind: 'supports', toClaimId: b, scheme: null, revision: 3 })).toMatchObject({
      scheme: null,
    });
    expect(await edit({ kind: 'supports', toClaimId: b, revision: 4 })).toMatchObject({ revision: 4 });
  });
});
