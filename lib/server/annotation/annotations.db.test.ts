import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { AddAnnotation } from '../../domain/annotation/schema';
import { countNotes } from '../../domain/annotation/threads';
import type { AnnotationThread } from '../../domain/annotation/view';
import type { Visibility } from '../../domain/debate/view';
import { type Actor, makeActor, type Person } from '../../policy/actor';
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
import { annotationThreads } from './annotation-views';
import { addAnnotation, editAnnotation, removeAnnotation } from './commands';
import { annotationRevisions } from './revisions';

const { prisma } = testDatabase();

const note = (target: AddAnnotation['target'], more: Partial<AddAnnotation> = {}): AddAnnotation => ({
  target,
  kind: 'comment',
  visibility: 'public',
  body: 'A thought.',
  ...more,
});
const onClaim = (claimId: string, more: Partial<AddAnnotation> = {}) =>
  note({ type: 'claim', claimId }, more);
const answerTo = (annotationId: string, more: Partial<AddAnnotation> = {}) =>
  note({ type: 'annotation', annotationId }, more);

const write = async (who: Person, debate: TestDebate, input: AddAnnotation) =>
  valueIn(await addAnnotation(who, debate.roomId, input)).annotation;

const bodies = (threads: readonly AnnotationThread[] | null): string[] =>
  (threads ?? []).flatMap((thread) => [thread.note.body, ...bodies(thread.replies)]);

const read = async (actor: Actor, debate: TestDebate, claimId: string) =>
  bodies(await annotationThreads(actor, debate.roomId, { claimId }));

describe('a note', () => {
  test('is tied to a passage by its words, to a claim, to a relation or to a note', async () => {
    const debate = await aDebate();
    const who = await aPerson();
    const claimId = await aClaim(debate);
    const relationId = await aRelation(debate, claimId, debate.motionId);
    const passage = {
      type: 'passage',
      sourceVersionId: debate.sourceVersionId,
      start: 0,
      end: 5,
      exact: 'Mines',
    } as const;
    const first = await write(who, debate, note(passage));
    expect(first).toMatchObject({
      target: passage,
      isOwn: true,
      canEdit: true,
      canRemove: true,
      revision: 1,
    });
    await write(who, debate, note({ type: 'relation', relationId }));
    await write(who, debate, onClaim(claimId));
    expect(await write(who, debate, answerTo(first.id))).toMatchObject({
      parentId: first.id,
      target: passage,
    });
    const all = await annotationThreads(makeActor.visitor(), debate.roomId, { all: true });
    expect(countNotes(all ?? [])).toBe(4);
    const onText = await annotationThreads(makeActor.visitor(), debate.roomId, {
      sourceVersionId: debate.sourceVersionId,
    });
    expect(onText).toHaveLength(1);
  });

  test('quotes what the text says there, or is refused', async () => {
    const debate = await aDebate();
    const other = await aDebate();
    const who = await aPerson();
    const add = async (sourceVersionId: string, start: number, end: number, exact: string) =>
      codeOf(
        await addAnnotation(
          who,
          debate.roomId,
          note({ type: 'passage', sourceVersionId, start, end, exact }),
        ),
      );
    expect(await add(debate.sourceVersionId, 0, 5, 'Bombs')).toBe('citation-not-in-text');
    expect(await add(debate.sourceVersionId, 5, 5, 'Mines')).toBe('citation-not-in-text');
    expect(await add(other.sourceVersionId, 0, 5, 'Mines')).toBe('not-found');
  });

  test('finds no claim of another room, none that waits, and says when one is archived', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const who = await aPerson();
    const on = async (claimId: string) => codeOf(await addAnnotation(who, debate.roomId, onClaim(claimId)));
    expect(await on(await aClaim(debate, { roomId: classId }))).toBe('not-found');
    expect(await on(await aClaim(debate, { status: 'suggested' }))).toBe('not-found');
    expect(await on(await aClaim(debate, { status: 'archived' }))).toBe('claim-archived');
    expect(await on(uuidv7())).toBe('not-found');
  });

  test('is not taken in a closed room', async () => {
    const debate = await aDebate({ stage: 'closed' });
    expect(codeOf(await addAnnotation(await aPerson(), debate.roomId, onClaim(await aClaim(debate))))).toBe(
      'room-closed',
    );
  });

  test('sent 20 times at once with one key is one note and 20 equal answers', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const who = await aPerson();
    const key = { key: uuidv7(), requestHash: 'a' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => addAnnotation(who, debate.roomId, onClaim(claimId), key)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await prisma.annotation.count({ where: { claimId } })).toBe(1);
  });

  test('by 30 people at once needs no more connections than there are', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const people = await Promise.all(Array.from({ length: 30 }, () => aPerson()));
    await Promise.all(people.map((who) => aSeat(who, debate.roomId)));
    const started = Date.now();
    const codes = await Promise.all(
      people.map(async (who) => codeOf(await addAnnotation(who, debate.roomId, onClaim(claimId)))),
    );
    expect(new Set(codes)).toEqual(new Set(['ok']));
    // With a second connection inside each transaction all would wait for the three seconds of the pool.
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe('a private note', () => {
  test('is its author’s alone in lists, counts, threads, history and answers', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const [author, other] = [await aPerson(), await aPerson()];
    const owner = await aParticipant(debate.roomId, 'owner');
    const administrator = await aPerson({ isAdministrator: true });
    const secret = await write(author, debate, onClaim(claimId, { visibility: 'private', body: 'Secret.' }));
    await write(author, debate, answerTo(secret.id, { visibility: 'private', body: 'Secret too.' }));

    const countFor = async (actor: Actor) =>
      (await debateView(actor, debate.slug))?.claims.find((claim) => claim.id === claimId)?.noteCount;
    expect(await read(author, debate, claimId)).toEqual(['Secret.', 'Secret too.']);
    expect(await countFor(author)).toBe(2);
    for (const actor of [other, owner, administrator, makeActor.visitor()]) {
      expect(await read(actor, debate, claimId)).toEqual([]);
      expect(bodies(await annotationThreads(actor, debate.roomId, { all: true }))).toEqual([]);
      expect(await countFor(actor)).toBe(0);
      expect(codeOf(await annotationRevisions(actor, debate.roomId, secret.id))).toBe('not-found');
    }
    for (const actor of [other, owner, administrator]) {
      expect(codeOf(await addAnnotation(actor, debate.roomId, answerTo(secret.id)))).toBe('not-found');
      const edit = { body: 'Mine.', kind: 'comment', visibility: 'public', revision: 1 } as const;
      expect(codeOf(await editAnnotation(actor, debate.roomId, secret.id, edit))).toBe('not-found');
      expect(codeOf(await removeAnnotation(actor, debate.roomId, secret.id))).toBe('not-found');
    }
    expect(await prisma.event.count({ where: { roomId: debate.roomId } })).toBe(0);
  });

  test('below an open one is seen by its author alone, and does not stop the open one from closing', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const [author, other] = [await aPerson(), await aPerson()];
    const open = await write(author, debate, onClaim(claimId, { body: 'Open.' }));
    await write(other, debate, answerTo(open.id, { visibility: 'private', body: 'Secret.' }));
    expect(await read(author, debate, claimId)).toEqual(['Open.']);
    expect(await read(other, debate, claimId)).toEqual(['Open.', 'Secret.']);
    const close = { body: 'Open.', kind: 'comment', visibility: 'private', revision: 1 } as const;
    expect(codeOf(await editAnnotation(author, debate.roomId, open.id, close))).toBe('ok');
    expect(await read(other, debate, claimId)).toEqual([]);
  });

  test('takes no open answer, not from its author either', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const secret = await write(author, debate, onClaim(await aClaim(debate), { visibility: 'private' }));
    expect(codeOf(await addAnnotation(author, debate.roomId, answerTo(secret.id)))).toBe('reply-to-private');
  });
});

describe('a note on a claim that waits', () => {
  test('is as hidden as the claim', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const authorId = await aSeat(author, debate.roomId);
    const [owner, reader] = [await aParticipant(debate.roomId, 'owner'), await aPerson()];
    const claimId = await aClaim(debate, { status: 'suggested', authorId });
    const asked = await write(owner, debate, onClaim(claimId, { body: 'Where is this from?' }));
    const answered = await write(author, debate, answerTo(asked.id, { body: 'From a friend.' }));
    expect(await read(author, debate, claimId)).toEqual(['Where is this from?', 'From a friend.']);
    expect(await annotationThreads(reader, debate.roomId, { claimId })).toBeNull();
    expect(bodies(await annotationThreads(reader, debate.roomId, { all: true }))).toEqual([]);
    for (const id of [asked.id, answered.id]) {
      expect(codeOf(await annotationRevisions(reader, debate.roomId, id))).toBe('not-found');
      expect(codeOf(await addAnnotation(reader, debate.roomId, answerTo(id)))).toBe('not-found');
    }
  });
});

describe('changing a note', () => {
  const edit = (revision: number, body: string, visibility: Visibility = 'public') =>
    ({ body, kind: 'question', visibility, revision }) as const;

  test('keeps every wording; a stale one is refused with what stands', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const first = await write(author, debate, onClaim(await aClaim(debate), { body: 'First.' }));
    const second = valueIn(
      await editAnnotation(author, debate.roomId, first.id, edit(1, 'Second.')),
    ).annotation;
    expect(second).toMatchObject({ body: 'Second.', kind: 'question', revision: 2 });
    expect(second.editedAt).not.toBeNull();
    expect(await editAnnotation(author, debate.roomId, first.id, edit(1, 'Third.'))).toMatchObject({
      ok: false,
      error: { code: 'out-of-date', current: { annotation: { body: 'Second.', revision: 2 } } },
    });
    const history = valueIn(await annotationRevisions(author, debate.roomId, first.id));
    expect(history.map(({ body }) => body)).toEqual(['Second.', 'First.']);
  });

  test('is its author’s', async () => {
    const debate = await aDebate();
    const [author, other] = [await aPerson(), await aPerson()];
    const owner = await aParticipant(debate.roomId, 'owner');
    const { id } = await write(author, debate, onClaim(await aClaim(debate)));
    for (const actor of [other, owner]) {
      expect(codeOf(await editAnnotation(actor, debate.roomId, id, edit(1, 'Mine.')))).toBe('not-allowed');
      expect(codeOf(await removeAnnotation(actor, debate.roomId, id))).toBe('not-allowed');
    }
  });

  test('it cannot close over an answer that the room sees, however far below', async () => {
    const debate = await aDebate();
    const [author, other] = [await aPerson(), await aPerson()];
    const root = await write(author, debate, onClaim(await aClaim(debate)));
    const middle = await write(author, debate, answerTo(root.id));
    await write(other, debate, answerTo(middle.id));
    await removeAnnotation(author, debate.roomId, middle.id);
    expect(codeOf(await editAnnotation(author, debate.roomId, root.id, edit(1, 'x', 'private')))).toBe(
      'reply-to-private',
    );
  });

  test('a private answer opens below an open note and not below a private one', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const claimId = await aClaim(debate);
    const [open, secret] = [
      await write(author, debate, onClaim(claimId)),
      await write(author, debate, onClaim(claimId, { visibility: 'private' })),
    ];
    const below = async (id: string) => {
      const answer = await write(author, debate, answerTo(id, { visibility: 'private' }));
      return codeOf(await editAnnotation(author, debate.roomId, answer.id, edit(1, 'x', 'public')));
    };
    expect(await below(open.id)).toBe('ok');
    expect(await below(secret.id)).toBe('reply-to-private');
  });
});

describe('removing a note', () => {
  test('deletes its words wherever they are kept, leaves its replies, and may be said again', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const [author, other] = [await aPerson(), await aPerson()];
    const key = { key: uuidv7(), requestHash: 'a' };
    const input = onClaim(claimId, { body: 'Regretted.' });
    const { id } = valueIn(await addAnnotation(author, debate.roomId, input, key)).annotation;
    await write(other, debate, answerTo(id, { body: 'An answer.' }));
    for (let time = 0; time < 2; time += 1) {
      expect(valueIn(await removeAnnotation(author, debate.roomId, id)).annotation).toMatchObject({
        isRemoved: true,
        body: '',
        content: [],
        canEdit: false,
        canRemove: false,
      });
    }
    expect(await read(other, debate, claimId)).toEqual(['', 'An answer.']);
    expect(await prisma.annotationRevision.count({ where: { annotationId: id } })).toBe(0);
    const kept = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "IdempotencyKey" WHERE "body"::text LIKE '%Regretted%'`;
    expect(kept[0]?.count).toBe(0);
    const late = valueIn(await addAnnotation(author, debate.roomId, input, key));
    expect(late.annotation).toMatchObject({ id, isRemoved: true });
    expect(
      (await debateView(other, debate.slug))?.claims.find((claim) => claim.id === claimId)?.noteCount,
    ).toBe(1);
  });

  test('takes away the place too when nothing hangs below it', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const author = await aPerson();
    const { id } = await write(author, debate, onClaim(claimId));
    await removeAnnotation(author, debate.roomId, id);
    expect(await annotationThreads(author, debate.roomId, { claimId })).toEqual([]);
  });

  test('ends answers and changes', async () => {
    const debate = await aDebate();
    const author = await aPerson();
    const { id } = await write(author, debate, onClaim(await aClaim(debate)));
    await removeAnnotation(author, debate.roomId, id);
    expect(codeOf(await addAnnotation(author, debate.roomId, answerTo(id)))).toBe('annotation-removed');
    const edit = { body: 'Back.', kind: 'comment', visibility: 'public', revision: 1 } as const;
    expect(codeOf(await editAnnotation(author, debate.roomId, id, edit))).toBe('annotation-removed');
  });
});

describe('threads', () => {
  test('go eight answers deep; what answers the deepest stands beside it', async () => {
    const debate = await aDebate();
    const claimId = await aClaim(debate);
    const author = await aPerson();
    let last = await write(author, debate, onClaim(claimId));
    for (let depth = 0; depth < 12; depth += 1) last = await write(author, debate, answerTo(last.id));
    const depthOf = (threads: readonly AnnotationThread[]): number =>
      threads.length === 0 ? 0 : 1 + Math.max(...threads.map(({ replies }) => depthOf(replies)));
    const threads = (await annotationThreads(author, debate.roomId, { claimId })) ?? [];
    expect(depthOf(threads)).toBe(9);
    expect(countNotes(threads)).toBe(13);
  });

  test('on something that is not the room’s do not exist', async () => {
    const [debate, other] = [await aDebate(), await aDebate()];
    const who = await aPerson();
    const on = (scope: Parameters<typeof annotationThreads>[2]) =>
      annotationThreads(who, debate.roomId, scope);
    expect(await on({ claimId: await aClaim(other) })).toBeNull();
    expect(await on({ sourceVersionId: other.sourceVersionId })).toBeNull();
    expect(await on({ relationId: uuidv7() })).toBeNull();
    expect(await on({ claimId: debate.motionId })).toEqual([]);
    expect(await annotationThreads(who, uuidv7(), { all: true })).toBeNull();
  });
});
