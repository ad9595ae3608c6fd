import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { AddClaim } from '../../domain/claim/schema';
import type { ContributionStatus, ParticipantRole } from '../../domain/debate/view';
import { type Actor, makeActor } from '../../policy/actor';
import { can } from '../../policy/can';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { roomContext } from '../room/room-context';
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
import { claimViews } from './claim-views';
import { addClaim } from './commands';
import { contributionSubject } from './contribution-subject';
import { addRelation } from './relation-commands';
import { claimRevisions, editClaim, reviewClaim } from './review-commands';
import { readableContributions, visibleContributions } from './visible';

const { prisma } = testDatabase();

const claimOn = (debate: TestDebate, more: Partial<AddClaim> = {}): AddClaim => ({
  text: 'Mines cannot tell a soldier from a child.',
  side: 'b',
  evidence: 'asserted',
  citations: [],
  relation: { kind: 'attacks', toClaimId: debate.motionId },
  ...more,
});

const quoteOf = (debate: TestDebate, start: number, end: number) => ({
  sourceVersionId: debate.sourceVersionId,
  start,
  end,
  exact: debate.text.slice(start, end),
});

const seesClaim = async (actor: Actor, debate: TestDebate, id: string) =>
  (await debateView(actor, debate.slug))?.claims.some((claim) => claim.id === id) ?? false;

const edit = (revision: number, text = 'Other words.') =>
  ({ text, evidence: 'inferred', speaker: null, changesMeaning: false, revision }) as const;

describe('adding a claim', () => {
  test('waits as a suggestion, with its relation and passage, seen by its author and maintainers alone', async () => {
    const debate = await aDebate();
    const [author, other, owner] = [
      await aPerson(),
      await aPerson(),
      await aParticipant(debate.roomId, 'owner'),
    ];
    const added = valueIn(
      await addClaim(author, debate.roomId, claimOn(debate, { citations: [quoteOf(debate, 0, 27)] })),
    );
    expect(added.claim).toMatchObject({
      status: 'suggested',
      code: 'C1',
      side: 'b',
      isOwn: true,
      canEdit: true,
      canReview: false,
    });
    expect(added.claim.citations).toMatchObject([{ exact: 'Mines kill long after wars.', passageKey: 'p1' }]);
    expect(added.relation).toMatchObject({
      kind: 'attacks',
      status: 'suggested',
      toClaimId: debate.motionId,
    });
    const { id } = added.claim;
    expect(await seesClaim(author, debate, id)).toBe(true);
    expect(await seesClaim(owner, debate, id)).toBe(true);
    expect(await seesClaim(other, debate, id)).toBe(false);
    expect(await seesClaim(makeActor.visitor(), debate, id)).toBe(false);
    expect(codeOf(await claimRevisions(other, debate.roomId, id))).toBe('not-found');
  });

  test('shows at once when a maintainer adds it, or where no approval is asked for', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    expect(valueIn(await addClaim(owner, debate.roomId, claimOn(debate))).claim.status).toBe('published');
    const open = await aDebate({ claimsNeedApproval: false });
    expect(valueIn(await addClaim(await aPerson(), open.roomId, claimOn(open))).claim.status).toBe(
      'published',
    );
  });

  test('gives each of 15 claims added at once a code of its own', async () => {
    const debate = await aDebate();
    const people = await Promise.all(Array.from({ length: 15 }, () => aPerson()));
    const added = await Promise.all(people.map((who) => addClaim(who, debate.roomId, claimOn(debate))));
    const codes = added.map((one) => valueIn(one).claim.code);
    expect(new Set(codes)).toEqual(new Set(Array.from({ length: 15 }, (_, index) => `C${index + 1}`)));
  });

  test('refuses a citation that is not what the text says, and writes nothing', async () => {
    const debate = await aDebate();
    const other = await aDebate();
    const who = await aPerson();
    const wrong = [
      { ...quoteOf(debate, 0, 5), exact: 'Bombs' },
      { ...quoteOf(debate, 0, 5), end: 10_000 },
      { ...quoteOf(debate, 0, 5), start: 5 },
      quoteOf(other, 0, 5),
      { ...quoteOf(debate, 0, 5), sourceVersionId: uuidv7() },
    ];
    for (const citation of wrong) {
      const result = await addClaim(who, debate.roomId, claimOn(debate, { citations: [citation] }));
      expect(result).toEqual({ ok: false, error: { code: 'citation-not-in-text', field: 'citations.0' } });
    }
    expect(await prisma.claim.count({ where: { debateId: debate.id } })).toBe(1);
    expect(await prisma.debate.findUniqueOrThrow({ where: { id: debate.id } })).toMatchObject({
      nextCode: 1,
    });
  });

  test('needs a target that stands and is in sight', async () => {
    const debate = await aDebate();
    const other = await aDebate();
    const who = await aPerson();
    const under = async (toClaimId: string) =>
      codeOf(
        await addClaim(who, debate.roomId, claimOn(debate, { relation: { kind: 'supports', toClaimId } })),
      );
    expect(await under(await aClaim(debate, { status: 'archived' }))).toBe('claim-archived');
    expect(await under(await aClaim(debate, { status: 'suggested' }))).toBe('not-found');
    expect(await under(await aClaim(other))).toBe('not-found');
    expect(await under(uuidv7())).toBe('not-found');
    const seat = await prisma.participant
      .findFirstOrThrow({ where: { userId: who.userId } })
      .catch(() => null);
    const own = await aClaim(debate, {
      status: 'suggested',
      authorId: seat?.id ?? (await aSeat(who, debate.roomId)),
    });
    expect(await under(own)).toBe('claim-not-published');
  });

  test('a closed room takes none', async () => {
    const debate = await aDebate({ stage: 'closed' });
    expect(codeOf(await addClaim(await aPerson(), debate.roomId, claimOn(debate)))).toBe('room-closed');
  });
});

describe('the same request 20 times at once', () => {
  test('is one claim and 20 equal answers, even with more requests than connections', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const idempotency = { key: uuidv7(), requestHash: 'a' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => addClaim(who, debate.roomId, claimOn(debate), idempotency)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer, Object.keys(answer).sort()))).size).toBe(1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await prisma.claim.count({ where: { debateId: debate.id, isMotion: false } })).toBe(1);
  });

  test('with another body under the same key is a mistake, and another person’s key is their own', async () => {
    const debate = await aDebate();
    const [who, other] = [await aPerson(), await aPerson()];
    const key = uuidv7();
    const add = async (actor: typeof who, requestHash: string) =>
      codeOf(await addClaim(actor, debate.roomId, claimOn(debate), { key, requestHash }));
    expect(await add(who, 'a')).toBe('ok');
    expect(await add(who, 'b')).toBe('idempotency-mismatch');
    expect(await add(other, 'b')).toBe('ok');
  });

  test('after a failure may be tried again under its key', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const idempotency = { key: uuidv7(), requestHash: 'a' };
    const wrong = claimOn(debate, { citations: [{ ...quoteOf(debate, 0, 5), exact: 'Bombs' }] });
    expect(codeOf(await addClaim(who, debate.roomId, wrong, idempotency))).toBe('citation-not-in-text');
    expect(codeOf(await addClaim(who, debate.roomId, claimOn(debate), idempotency))).toBe('ok');
  });

  test('answers older than a day are forgotten as new ones come', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const old = { key: uuidv7(), requestHash: 'a' };
    await addClaim(who, debate.roomId, claimOn(debate), old);
    await prisma.$executeRaw`UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '25 hours' WHERE "key" = ${old.key}::uuid`;
    await addClaim(who, debate.roomId, claimOn(debate), { key: uuidv7(), requestHash: 'b' });
    const kept = await prisma.idempotencyKey.findMany({ where: { userId: who.userId } });
    expect(kept.map(({ requestHash }) => requestHash)).toEqual(['b']);
  });
});

describe('relations', () => {
  test('a claim is not tied to itself, in either spelling of its id, nor tied twice, nor undercuts its own line', async () => {
    const debate = await aDebate({ claimsNeedApproval: false });
    const who = await aPerson();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const add = async (input: Parameters<typeof addRelation>[2]) =>
      codeOf(await addRelation(who, debate.roomId, input));
    expect(await add({ fromClaimId: a, kind: 'supports', toClaimId: a })).toBe('relation-to-itself');
    expect(await add({ fromClaimId: a, kind: 'supports', toClaimId: a.toUpperCase() })).toBe(
      'relation-to-itself',
    );
    expect(await add({ fromClaimId: a, kind: 'supports', toClaimId: b })).toBe('ok');
    expect(await add({ fromClaimId: a, kind: 'supports', toClaimId: b })).toBe('relation-repeated');
    expect(await add({ fromClaimId: a, kind: 'attacks', toClaimId: b })).toBe('relation-repeated');
    const line = await prisma.relation.findFirstOrThrow({ where: { fromClaimId: a } });
    expect(await add({ fromClaimId: a, kind: 'undercuts', toRelationId: line.id })).toBe(
      'relation-to-itself',
    );
    expect(await add({ fromClaimId: b, kind: 'undercuts', toRelationId: line.id })).toBe('ok');
    expect(await add({ fromClaimId: b, kind: 'undercuts', toRelationId: line.id })).toBe('relation-repeated');
  });

  test('ten at once between the same two claims are one', async () => {
    const debate = await aDebate();
    const [a, b] = [await aClaim(debate), await aClaim(debate)];
    const people = await Promise.all(Array.from({ length: 10 }, () => aPerson()));
    const codes = await Promise.all(
      people.map(async (who) =>
        codeOf(await addRelation(who, debate.roomId, { fromClaimId: a, kind: 'supports', toClaimId: b })),
      ),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'relation-repeated')).toHaveLength(9);
  });

  test('start and end at claims that stand', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const [a, closed, hidden] = [
      await aClaim(debate),
      await aClaim(debate, { status: 'archived' }),
      await aClaim(debate, { status: 'suggested' }),
    ];
    const add = async (fromClaimId: string, toClaimId: string) =>
      codeOf(await addRelation(who, debate.roomId, { fromClaimId, kind: 'supports', toClaimId }));
    expect(await add(closed, a)).toBe('claim-archived');
    expect(await add(a, closed)).toBe('claim-archived');
    expect(await add(hidden, a)).toBe('not-found');
    expect(await add(a, hidden)).toBe('not-found');
    expect(await add(debate.motionId, a)).toBe('not-found');
  });
});

describe('new words for a claim', () => {
  test('a stale edit keeps what stands and gives it back beside the refusal', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const claimId = await aClaim(debate, { text: 'First words.' });
    valueIn(await editClaim(owner, debate.roomId, claimId, edit(1, 'Second words.')));
    const stale = await editClaim(owner, debate.roomId, claimId, edit(1, 'Third words.'));
    expect(stale).toMatchObject({
      ok: false,
      error: { code: 'out-of-date', current: { claim: { text: 'Second words.', revision: 2 } } },
    });
    const revisions = valueIn(await claimRevisions(owner, debate.roomId, claimId));
    expect(revisions.map(({ number, text }) => [number, text])).toEqual([
      [2, 'Second words.'],
      [1, 'First words.'],
    ]);
  });

  test('ten edits of one revision at once: one holds, nine are out of date', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const claimId = await aClaim(debate);
    const codes = await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        codeOf(await editClaim(owner, debate.roomId, claimId, edit(1, `Words ${index}.`))),
      ),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'out-of-date')).toHaveLength(9);
  });

  test('an author rewords a suggestion, but never what a maintainer has published meanwhile', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const authorId = await aSeat(author, debate.roomId);
    for (let round = 0; round < 5; round += 1) {
      const claimId = await aClaim(debate, { status: 'suggested', authorId, text: 'As suggested.' });
      const publishing = prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT FROM "Claim" WHERE "id" = ${claimId}::uuid FOR UPDATE`;
        const editing = editClaim(author, debate.roomId, claimId, edit(1, 'Slipped in.'));
        // The edit has passed its first check and waits for the lock.
        await expect
          .poll(async () => {
            const [row] = await prisma.$queryRaw<{ count: number }[]>`
            SELECT count(*)::int AS "count" FROM pg_stat_activity
            WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
            return row?.count;
          })
          .toBe(1);
        await tx.claim.update({ where: { id: claimId }, data: { status: 'published' } });
        return { editing };
      });
      const { editing } = await publishing;
      expect(codeOf(await editing)).toBe('not-allowed');
      const [now] = await claimViews(
        prisma,
        makeActor.visitor(),
        await contextOf(makeActor.visitor(), debate.roomId),
        {
          ids: [claimId],
        },
      );
      expect(now?.text).toBe('As suggested.');
    }
  });

  test('others may not, an archived or declined claim is closed, and a claim of the commons is not a class’s to change', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const teacher = await aParticipant(classId, 'teacher');
    const claimId = await aClaim(debate);
    expect(codeOf(await editClaim(await aPerson(), debate.roomId, claimId, edit(1)))).toBe('not-allowed');
    expect(codeOf(await editClaim(teacher, classId, claimId, edit(1)))).toBe('not-allowed');
    const owner = await aParticipant(debate.roomId, 'owner');
    for (const status of ['archived', 'declined'] as const) {
      const closed = await aClaim(debate, { status });
      expect(codeOf(await editClaim(owner, debate.roomId, closed, edit(1))), status).toBe('claim-archived');
    }
  });
});

describe('reviewing', () => {
  const decisions = ['publish', 'decline', 'archive', 'restore'] as const;
  const after: Record<
    ContributionStatus,
    Record<(typeof decisions)[number], ContributionStatus | 'already-reviewed'>
  > = {
    suggested: {
      publish: 'published',
      decline: 'declined',
      archive: 'already-reviewed',
      restore: 'already-reviewed',
    },
    published: {
      publish: 'published',
      decline: 'already-reviewed',
      archive: 'archived',
      restore: 'published',
    },
    declined: {
      publish: 'published',
      decline: 'declined',
      archive: 'already-reviewed',
      restore: 'already-reviewed',
    },
    archived: {
      publish: 'already-reviewed',
      decline: 'already-reviewed',
      archive: 'archived',
      restore: 'published',
    },
  };

  test.each(Object.entries(after))(
    'from %s leads where the table says, and takes the relation along',
    async (status, row) => {
      const debate = await aDebate();
      const owner = await aParticipant(debate.roomId, 'owner');
      for (const decision of decisions) {
        const from = { status: status as ContributionStatus };
        const claimId = await aClaim(debate, from);
        const relationId = await aRelation(debate, claimId, debate.motionId, from);
        const result = await reviewClaim(owner, debate.roomId, claimId, { decision, reason: 'Because.' });
        const expected = row[decision];
        expect(result.ok ? result.value.claim.status : result.error.code, `${status} ${decision}`).toBe(
          expected,
        );
        const relation = await prisma.relation.findUniqueOrThrow({ where: { id: relationId } });
        expect(relation.status).toBe(expected === 'already-reviewed' ? status : expected);
      }
    },
  );

  test('is audited once, with its reason; the same decision again changes nothing', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const claimId = await aClaim(debate, { status: 'suggested' });
    const decline = { decision: 'decline', reason: 'Said already.' } as const;
    expect(valueIn(await reviewClaim(owner, debate.roomId, claimId, decline)).claim).toMatchObject({
      status: 'declined',
      statusReason: 'Said already.',
    });
    await reviewClaim(owner, debate.roomId, claimId, decline);
    const entries = await prisma.auditEntry.findMany({ where: { subjectId: claimId } });
    expect(entries).toMatchObject([
      { action: 'claim-decline', userId: owner.userId, reason: 'Said already.' },
    ]);
  });

  test('is for maintainers of the claim’s own room', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const teacher = await aParticipant(classId, 'teacher');
    const waits = await aClaim(debate, { status: 'suggested' });
    const stands = await aClaim(debate);
    const archive = { decision: 'archive' } as const;
    expect(codeOf(await reviewClaim(await aPerson(), debate.roomId, stands, archive))).toBe('not-allowed');
    expect(codeOf(await reviewClaim(teacher, classId, stands, archive))).toBe('not-allowed');
    expect(codeOf(await reviewClaim(teacher, classId, waits, archive))).toBe('not-found');
    expect(
      codeOf(await reviewClaim(teacher, classId, await aClaim(debate, { roomId: classId }), archive)),
    ).toBe('ok');
    expect(
      codeOf(
        await reviewClaim(await aPerson({ isAdministrator: true }), debate.roomId, waits, {
          decision: 'publish',
        }),
      ),
    ).toBe('ok');
  });
});

const contextOf = async (actor: Actor, roomId: string) => {
  const room = await roomContext(actor, roomId);
  if (!room) throw new Error('The room is not in sight');
  return room;
};

describe('what lists show and what the policy allows', () => {
  test('agree, whoever asks and whatever the claim is', { timeout: 60_000 }, async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const roles = fc.constantFrom<ParticipantRole | null>(
      'owner',
      'teacher',
      'assistant',
      'participant',
      'observer',
      null,
    );
    const statuses = fc.constantFrom<ContributionStatus>('suggested', 'published', 'declined', 'archived');
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          inCommons: roles,
          inClass: roles,
          status: statuses,
          isClassClaim: fc.boolean(),
          isOwn: fc.boolean(),
          looksFromClass: fc.boolean(),
          isAdministrator: fc.boolean(),
          isVisitor: fc.boolean(),
        }),
        async (facts) => {
          const person = await aPerson({ isAdministrator: facts.isAdministrator });
          const seats = new Map<string, string>();
          if (facts.inCommons) seats.set(debate.roomId, await aSeat(person, debate.roomId, facts.inCommons));
          if (facts.inClass) seats.set(classId, await aSeat(person, classId, facts.inClass));
          const home = facts.isClassClaim ? classId : debate.roomId;
          const authorId = facts.isOwn ? (seats.get(home) ?? null) : null;
          const id = await aClaim(debate, { status: facts.status, roomId: home, authorId });
          const actor: Actor = facts.isVisitor ? makeActor.visitor() : person;
          const room = await roomContext(actor, facts.looksFromClass ? classId : debate.roomId);
          if (!room) return;
          const subject = await contributionSubject(room, 'Claim', id);
          const mayRead = subject !== null && can(actor, 'claim:read', subject);
          const count = (where: object) => prisma.claim.count({ where: { AND: [where, { id }] } });
          expect(await count(readableContributions(actor, room))).toBe(mayRead ? 1 : 0);
          const isListed = (await count(visibleContributions(actor, room))) === 1;
          const isClosed = facts.status === 'declined' || facts.status === 'archived';
          // Lists show no more than may be read, and all of it but what is closed or waits in a room above.
          if (isListed) expect(mayRead).toBe(true);
          else if (mayRead && !isClosed) expect(facts.isAdministrator && home !== room.id).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a maintainer sees what waits and what is archived, not what was declined; readers see neither', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const reader = await aPerson();
    const seen = async (actor: Actor, status: ContributionStatus) =>
      seesClaim(actor, debate, await aClaim(debate, { status }));
    const table = async (actor: Actor) =>
      Promise.all(
        (['suggested', 'published', 'declined', 'archived'] as const).map((status) => seen(actor, status)),
      );
    expect(await table(owner)).toEqual([true, true, false, true]);
    expect(await table(reader)).toEqual([false, true, false, false]);
  });

  test('a relation shows only with both its ends', async () => {
    const debate = await aDebate();
    const [a, hidden] = [await aClaim(debate), await aClaim(debate, { status: 'suggested' })];
    const line = await aRelation(debate, hidden, a);
    const undercut = await prisma.relation.create({
      data: {
        debateId: debate.id,
        roomId: debate.roomId,
        fromClaimId: a,
        toRelationId: line,
        kind: 'undercuts',
        status: 'published',
        position: 1,
      },
    });
    const shown = (await debateView(await aPerson(), debate.slug))?.relations.map(({ id }) => id);
    expect(shown).not.toContain(line);
    expect(shown).not.toContain(undercut.id);
    const owner = await aParticipant(debate.roomId, 'owner');
    expect((await debateView(owner, debate.slug))?.relations.map(({ id }) => id)).toEqual(
      expect.arrayContaining([line, undercut.id]),
    );
  });
});
