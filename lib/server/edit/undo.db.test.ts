import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { AddClaim } from '../../domain/claim/schema';
import type { Person } from '../../policy/actor';
import { addClaim } from '../claim/commands';
import { linkPremises, unlinkPremise } from '../claim/link-commands';
import { mergeClaim } from '../claim/merge-command';
import { addRelation, editRelation, reviewRelation } from '../claim/relation-commands';
import { claimRevisions, editClaim, reviewClaim } from '../claim/review-commands';
import { splitClaim } from '../claim/split-command';
import { testDatabase } from '../database/testing';
import { addMotion } from '../debate/commands';
import { debateView } from '../debate/queries';
import {
  aClaim,
  aDebate,
  aParticipant,
  aPerson,
  aRelation,
  aSeat,
  type TestDebate,
} from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { ownEdits } from './queries';
import { undoEdit } from './undo-command';

const { prisma } = testDatabase();

const owned = async () => {
  const debate = await aDebate();
  return { debate, owner: await aParticipant(debate.roomId, 'owner') };
};
const claimOn = (debate: TestDebate): AddClaim => ({
  text: 'A claim.',
  side: 'a',
  evidence: 'asserted',
  citations: [],
  relation: { kind: 'supports', toClaimId: debate.motionId },
});
const edits = async (who: Person, roomId: string) => valueIn(await ownEdits(who, roomId)).edits;
const undo = async (who: Person, roomId: string) => {
  const next = (await edits(who, roomId)).find(({ isNext }) => isNext);
  return undoEdit(who, roomId, { editId: next?.id ?? uuidv7() });
};
/** Everything about the map of a room that an undo is to bring back. */
const mapOf = async (debate: TestDebate) => ({
  claims: await prisma.claim.findMany({
    where: { debateId: debate.id },
    select: { id: true, status: true, reason: true, current: { select: { text: true, meaning: true } } },
    orderBy: { id: 'asc' },
  }),
  relations: await prisma.relation.findMany({
    where: { debateId: debate.id },
    omit: { revision: true },
    orderBy: { id: 'asc' },
  }),
  citations: await prisma.citation.findMany({
    where: { debateId: debate.id },
    select: { id: true, claimId: true },
    orderBy: { id: 'asc' },
  }),
  votes: await prisma.vote.findMany({ where: { roomId: debate.roomId }, orderBy: { claimId: 'asc' } }),
  lineages: await prisma.claimLineage.count({ where: { debateId: debate.id, undoneAt: null } }),
});

describe('undoing', () => {
  test('each kind of change brings the map back to what it was', { timeout: 120_000 }, async () => {
    const { debate, owner } = await owned();
    const { roomId } = debate;
    const [a, b, c, d] = [
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate),
    ];
    const waiting = await aClaim(debate, { status: 'suggested' });
    const [up, second, third] = [
      await aRelation(debate, a, debate.motionId),
      await aRelation(debate, b, debate.motionId),
      await aRelation(debate, c, a),
    ];
    await aRelation(debate, d, a);
    await aRelation(debate, waiting, debate.motionId, { status: 'suggested' });
    await prisma.citation.create({
      data: {
        debateId: debate.id,
        roomId,
        claimId: a,
        sourceVersionId: debate.sourceVersionId,
        start: 0,
        end: 5,
        exact: 'Mines',
        prefix: '',
        suffix: '',
        position: 0,
      },
    });
    valueIn(
      await castVote(await aPerson(), roomId, a, { choice: 'agree', revision: 1, seq: 1, eventId: uuidv7() }),
    );
    const linked = { relationIds: [up, second] };
    const revision = async (id: string) =>
      (await prisma.relation.findUniqueOrThrow({ where: { id } })).revision;
    const words = async (id: string) => (await prisma.claim.findUniqueOrThrow({ where: { id } })).revision;
    const changes: Record<string, () => Promise<unknown>> = {
      'new words': async () =>
        valueIn(
          await editClaim(owner, roomId, a, {
            text: 'Other words.',
            evidence: 'inferred',
            speaker: null,
            changesMeaning: true,
            revision: await words(a),
          }),
        ),
      'a move': async () =>
        valueIn(
          await editRelation(owner, roomId, third, {
            kind: 'undercuts',
            toRelationId: second,
            revision: await revision(third),
          }),
        ),
      linking: async () => valueIn(await linkPremises(owner, roomId, linked)),
      'closing a line': async () =>
        valueIn(await reviewRelation(owner, roomId, up, { decision: 'archive', reason: 'No.' })),
      'closing a claim': async () => valueIn(await reviewClaim(owner, roomId, a, { decision: 'archive' })),
      publishing: async () => valueIn(await reviewClaim(owner, roomId, waiting, { decision: 'publish' })),
      declining: async () =>
        valueIn(await reviewClaim(owner, roomId, waiting, { decision: 'decline', reason: 'Why.' })),
      merging: async () =>
        valueIn(
          await mergeClaim(owner, roomId, a, {
            intoClaimId: b,
            revision: await words(a),
            intoRevision: await words(b),
          }),
        ),
    };
    for (const [name, change] of Object.entries(changes)) {
      const before = await mapOf(debate);
      await change();
      expect(await mapOf(debate), name).not.toEqual(before);
      valueIn(await undo(owner, roomId));
      expect(await mapOf(debate), name).toEqual(before);
    }
    // All of them, one after another, and all of them back.
    const before = await mapOf(debate);
    const order = ['new words', 'a move', 'linking', 'publishing', 'merging'];
    for (const name of order) await changes[name]?.();
    for (const _ of order) valueIn(await undo(owner, roomId));
    expect(await mapOf(debate)).toEqual(before);
  });

  test('what one added closes it, as withdrawn or archived, with the line that came with it', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const { claim, relation } = valueIn(await addClaim(author, debate.roomId, claimOn(debate)));
    const undone = valueIn(await undo(author, debate.roomId));
    expect(undone.claims).toMatchObject([{ id: claim.id, status: 'declined' }]);
    expect(undone.relations).toMatchObject([{ id: relation.id, status: 'declined' }]);
    expect(undone.edits).toMatchObject([{ kind: 'claim_added', code: 'C1', isUndone: true, isNext: false }]);
    expect((await debateView(await aPerson(), debate.slug))?.claims).toEqual([]);

    const owner = await aParticipant(debate.roomId, 'owner');
    const second = valueIn(await addClaim(owner, debate.roomId, claimOn(debate)));
    valueIn(await undo(owner, debate.roomId));
    const restored = await reviewClaim(owner, debate.roomId, second.claim.id, { decision: 'restore' });
    expect(valueIn(restored).claim.status).toBe('published');
    const line = await prisma.relation.findUniqueOrThrow({ where: { id: second.relation.id } });
    expect(line.status).toBe('published');
  });

  test('a split closes its parts and opens the claim; a motion is closed', async () => {
    const { debate, owner } = await owned();
    const a = await aClaim(debate);
    const up = await aRelation(debate, a, debate.motionId);
    const voter = await aPerson();
    valueIn(
      await castVote(voter, debate.roomId, a, { choice: 'agree', revision: 1, seq: 1, eventId: uuidv7() }),
    );
    const part = {
      text: 'Part.',
      side: 'a',
      evidence: 'asserted',
      relationIds: [up],
      citationIds: [],
    } as const;
    const parts = [
      { ...part, relationIds: [up] },
      { ...part, relationIds: [] },
    ];
    valueIn(
      await splitClaim(owner, debate.roomId, a, {
        revision: 1,
        parts: parts.map((one) => ({ ...one, citationIds: [] })),
      }),
    );
    valueIn(await undo(owner, debate.roomId));
    const view = await debateView(voter, debate.slug);
    expect(view?.claims.map(({ id }) => id)).toEqual([a]);
    expect(view?.relations.map(({ id }) => id)).toEqual([up]);
    expect(view?.successors).toEqual({});
    expect(view?.claims[0]?.ownVote).toMatchObject({ choice: 'agree', isStale: false });
    valueIn(await addMotion(owner, debate.roomId, { text: 'Another.' }));
    valueIn(await undo(owner, debate.roomId));
    expect((await debateView(voter, debate.slug))?.motions).toHaveLength(1);
  });

  test('words that changed the meaning makes the votes of before count again, and those between not', async () => {
    const { debate, owner } = await owned();
    const a = await aClaim(debate);
    const [early, between] = [await aPerson(), await aPerson()];
    const vote = async (who: Person, revision: number, seq: number) =>
      valueIn(await castVote(who, debate.roomId, a, { choice: 'agree', revision, seq, eventId: uuidv7() }));
    await vote(early, 1, 1);
    const edit = {
      text: 'Other.',
      evidence: 'asserted',
      speaker: null,
      changesMeaning: true,
      revision: 1,
    } as const;
    valueIn(await editClaim(owner, debate.roomId, a, edit));
    await vote(between, 2, 1);
    valueIn(await undo(owner, debate.roomId));
    const [claim] = (await debateView(early, debate.slug))?.claims ?? [];
    expect(claim).toMatchObject({ revision: 3, tally: { agree: 1 }, ownVote: { isStale: false } });
    expect((await debateView(between, debate.slug))?.claims[0]?.ownVote.isStale).toBe(true);
    const revisions = valueIn(await claimRevisions(owner, debate.roomId, a));
    expect(revisions.map(({ number, text }) => [number, text === 'Other.'])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
    // Back and forth: the same words are the same votes.
    valueIn(
      await editClaim(owner, debate.roomId, a, {
        ...edit,
        revision: 3,
        changesMeaning: false,
        text: 'Third.',
      }),
    );
    expect((await debateView(early, debate.slug))?.claims[0]?.tally).toMatchObject({ agree: 1 });
  });
});

describe('an undo is refused', () => {
  test('when somebody changed the same thing since, and says what', async () => {
    const { debate, owner } = await owned();
    const other = await aParticipant(debate.roomId, 'assistant');
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const id = await aRelation(debate, a, debate.motionId);
    valueIn(await editRelation(owner, debate.roomId, id, { kind: 'supports', toClaimId: b, revision: 1 }));
    valueIn(await reviewRelation(other, debate.roomId, id, { decision: 'archive' }));
    expect(await undo(owner, debate.roomId)).toMatchObject({
      ok: false,
      error: { code: 'changed-since', current: { since: [{ type: 'relation', id }] } },
    });
    // The other person takes theirs back, and then it works.
    valueIn(await undo(other, debate.roomId));
    valueIn(await undo(owner, debate.roomId));
    expect((await prisma.relation.findUniqueOrThrow({ where: { id } })).toClaimId).toBe(debate.motionId);
  });

  test('when others have built on what was added', async () => {
    const debate = await aDebate({ claimsNeedApproval: false });
    const [author, other] = [await aPerson(), await aPerson()];
    const { claim } = valueIn(await addClaim(author, debate.roomId, claimOn(debate)));
    const below = await aClaim(debate);
    const built = valueIn(
      await addRelation(other, debate.roomId, { fromClaimId: below, kind: 'attacks', toClaimId: claim.id }),
    ).relation;
    expect(await undo(author, debate.roomId)).toMatchObject({
      error: { code: 'changed-since', current: { since: [{ type: 'relation', id: built.id }] } },
    });
    valueIn(await undo(other, debate.roomId));
    expect(codeOf(await undo(author, debate.roomId))).toBe('ok');
  });

  test('when an end of a line that it would bring back has been closed or merged since', async () => {
    const { debate, owner } = await owned();
    const other = await aParticipant(debate.roomId, 'assistant');
    const { roomId } = debate;
    const [a, b, c, x] = [
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate),
      await aClaim(debate),
    ];
    const [line, toC] = [await aRelation(debate, a, debate.motionId), await aRelation(debate, x, c)];
    const since = (id: string) => ({
      error: { code: 'changed-since', current: { since: [{ type: 'claim', id }] } },
    });
    // Where it came from.
    valueIn(await reviewRelation(owner, roomId, line, { decision: 'archive' }));
    valueIn(await mergeClaim(other, roomId, a, { intoClaimId: b, revision: 1, intoRevision: 1 }));
    expect(await undo(owner, roomId)).toMatchObject(since(a));
    expect((await prisma.relation.findUniqueOrThrow({ where: { id: line } })).status).toBe('archived');
    valueIn(await undo(other, roomId));
    expect(codeOf(await undo(owner, roomId))).toBe('ok');
    // Where it led.
    valueIn(await editRelation(owner, roomId, toC, { kind: 'supports', toClaimId: b, revision: 1 }));
    valueIn(await reviewClaim(other, roomId, c, { decision: 'archive' }));
    expect(await undo(owner, roomId)).toMatchObject(since(c));
    valueIn(await undo(other, roomId));
    expect(codeOf(await undo(owner, roomId))).toBe('ok');
    // The line that it undercut.
    const undercut = await addRelation(owner, roomId, {
      fromClaimId: x,
      kind: 'undercuts',
      toRelationId: line,
    });
    valueIn(await reviewRelation(owner, roomId, valueIn(undercut).relation.id, { decision: 'archive' }));
    valueIn(await reviewRelation(other, roomId, line, { decision: 'archive' }));
    expect(await undo(owner, roomId)).toMatchObject({
      error: { code: 'changed-since', current: { since: [{ type: 'relation', id: line }] } },
    });
  });

  test('but not for an end that was gone already: what one archived in turn comes back in turn', async () => {
    const { debate, owner } = await owned();
    const [parent, child] = [await aClaim(debate), await aClaim(debate)];
    const line = await aRelation(debate, child, parent);
    valueIn(await reviewClaim(owner, debate.roomId, parent, { decision: 'archive' }));
    valueIn(await reviewClaim(owner, debate.roomId, child, { decision: 'archive' }));
    expect(codeOf(await undo(owner, debate.roomId))).toBe('ok');
    expect(codeOf(await undo(owner, debate.roomId))).toBe('ok');
    expect((await prisma.relation.findUniqueOrThrow({ where: { id: line } })).status).toBe('published');
  });

  test('when a line that it would bring back was drawn again', async () => {
    const { debate, owner } = await owned();
    const a = await aClaim(debate);
    const id = await aRelation(debate, a, debate.motionId);
    valueIn(await reviewRelation(owner, debate.roomId, id, { decision: 'archive' }));
    await aRelation(debate, a, debate.motionId);
    expect(codeOf(await undo(owner, debate.roomId))).toBe('changed-since');
  });

  test('of another person’s edit, of an older one, twice, in a closed room, or without the right any more', async () => {
    const { debate, owner } = await owned();
    const stranger = await aPerson();
    const a = await aClaim(debate);
    valueIn(await reviewClaim(owner, debate.roomId, a, { decision: 'archive' }));
    valueIn(await reviewClaim(owner, debate.roomId, a, { decision: 'restore' }));
    const [newest, oldest] = await edits(owner, debate.roomId);
    const attempt = async (who: Person, editId: string | undefined) =>
      codeOf(await undoEdit(who, debate.roomId, { editId: editId ?? '' }));
    expect(await attempt(stranger, newest?.id)).toBe('not-found');
    expect(await attempt(owner, oldest?.id)).toBe('out-of-date');
    expect(await attempt(owner, newest?.id)).toBe('ok');
    expect(await attempt(owner, newest?.id)).toBe('out-of-date');
    await prisma.room.update({ where: { id: debate.roomId }, data: { stage: 'closed' } });
    expect(await attempt(owner, oldest?.id)).toBe('room-closed');
    await prisma.room.update({ where: { id: debate.roomId }, data: { stage: 'explore' } });
    await prisma.participant.updateMany({ where: { userId: owner.userId }, data: { role: 'participant' } });
    expect(await attempt(owner, oldest?.id)).toBe('not-allowed');
  });

  test('ten at once take back one', async () => {
    const { debate, owner } = await owned();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const [one, two] = [
      await aRelation(debate, a, debate.motionId),
      await aRelation(debate, b, debate.motionId),
    ];
    valueIn(await linkPremises(owner, debate.roomId, { relationIds: [one, two] }));
    valueIn(await unlinkPremise(owner, debate.roomId, one));
    const [next] = await edits(owner, debate.roomId);
    const codes = await Promise.all(
      Array.from({ length: 10 }, async () =>
        codeOf(await undoEdit(owner, debate.roomId, { editId: next?.id ?? '' })),
      ),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await prisma.mapEdit.count({ where: { kind: 'undone', roomId: debate.roomId } })).toBe(1);
  });
});

test('a person’s list holds their own edits alone, with the code of what each is about', async () => {
  const { debate, owner } = await owned();
  const author = await aPerson();
  await aSeat(author, debate.roomId);
  valueIn(await addClaim(author, debate.roomId, claimOn(debate)));
  valueIn(await addClaim(owner, debate.roomId, claimOn(debate)));
  expect((await edits(author, debate.roomId)).map(({ code, kind, isNext }) => [code, kind, isNext])).toEqual([
    ['C1', 'claim_added', true],
  ]);
});

test('a list of edits says what each decision was', async () => {
  const { debate, owner } = await owned();
  const [closed, waiting] = [await aClaim(debate), await aClaim(debate, { status: 'suggested' })];
  valueIn(await reviewClaim(owner, debate.roomId, closed, { decision: 'archive' }));
  valueIn(await reviewClaim(owner, debate.roomId, waiting, { decision: 'publish' }));
  valueIn(await addClaim(owner, debate.roomId, claimOn(debate)));
  const decided = (await edits(owner, debate.roomId)).map((edit) => edit.decided);
  expect(decided).toEqual([null, 'published', 'archived']);
});
