import { describe, expect, test } from 'vitest';
import { addAnnotationInput } from '../../domain/annotation/schema';
import { makeActor } from '../../policy/actor';
import { mergeClaim } from '../claim/merge-command';
import { testDatabase } from '../database/testing';
import { debateView } from '../debate/queries';
import { aClaim, aClass, aDebate, aParticipant, aPerson } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { annotationThreads } from './annotation-views';
import { addAnnotation, editAnnotation, removeAnnotation, resolveAnnotation } from './commands';

const { prisma } = testDatabase();

const markOn = (claimId: string, mark: 'unclear' | 'needs_source' = 'unclear') =>
  ({
    target: { type: 'claim', claimId },
    kind: 'concern',
    visibility: 'public',
    body: 'What is meant?',
    mark,
  }) as const;

const marked = async () => {
  const debate = await aDebate();
  const [owner, reviewer] = [await aParticipant(debate.roomId, 'owner'), await aPerson()];
  const claimId = await aClaim(debate);
  const { annotation } = valueIn(await addAnnotation(reviewer, debate.roomId, markOn(claimId)));
  return { debate, owner, reviewer, claimId, annotation };
};
const openMarks = async (slug: string, claimId: string) =>
  (await debateView(makeActor.visitor(), slug))?.claims.find(({ id }) => id === claimId)?.openMarks;

describe('a mark', () => {
  test('is a note on a claim that counts until it is resolved, and again when it is opened again', async () => {
    const { debate, owner, reviewer, claimId, annotation } = await marked();
    valueIn(await addAnnotation(await aPerson(), debate.roomId, markOn(claimId)));
    valueIn(await addAnnotation(reviewer, debate.roomId, markOn(claimId, 'needs_source')));
    expect(annotation).toMatchObject({ mark: 'unclear', isResolved: false, canResolve: true });
    expect(await openMarks(debate.slug, claimId)).toEqual([
      { mark: 'unclear', count: 2 },
      { mark: 'needs_source', count: 1 },
    ]);
    const resolved = await resolveAnnotation(owner, debate.roomId, annotation.id, { isResolved: true });
    expect(valueIn(resolved).annotation).toMatchObject({
      isResolved: true,
      resolvedByAlias: expect.any(String) as string,
    });
    expect(await openMarks(debate.slug, claimId)).toEqual([
      { mark: 'unclear', count: 1 },
      { mark: 'needs_source', count: 1 },
    ]);
    valueIn(await resolveAnnotation(reviewer, debate.roomId, annotation.id, { isResolved: false }));
    expect((await openMarks(debate.slug, claimId))?.[0]).toEqual({ mark: 'unclear', count: 2 });
    expect(await prisma.auditEntry.findMany({ where: { subjectId: annotation.id } })).toMatchObject([
      { action: 'mark-resolve', userId: owner.userId },
    ]);
  });

  test('is answered like any note, and its answers come with it', async () => {
    const { debate, claimId, annotation } = await marked();
    valueIn(
      await addAnnotation(await aPerson(), debate.roomId, {
        target: { type: 'annotation', annotationId: annotation.id },
        kind: 'comment',
        visibility: 'public',
        body: 'The one in force.',
      }),
    );
    const [thread] = (await annotationThreads(makeActor.visitor(), debate.roomId, { claimId })) ?? [];
    expect(thread?.note).toMatchObject({ mark: 'unclear', canResolve: false });
    expect(thread?.replies.map(({ note }) => [note.body, note.mark])).toEqual([['The one in force.', null]]);
  });

  test('goes with its claim when that is merged, and no longer counts when it is removed', async () => {
    const { debate, owner, reviewer, claimId, annotation } = await marked();
    const into = await aClaim(debate);
    valueIn(
      await mergeClaim(owner, debate.roomId, claimId, { intoClaimId: into, revision: 1, intoRevision: 1 }),
    );
    expect(await openMarks(debate.slug, into)).toEqual([{ mark: 'unclear', count: 1 }]);
    valueIn(await removeAnnotation(reviewer, debate.roomId, annotation.id));
    expect(await openMarks(debate.slug, into)).toEqual([]);
    expect(codeOf(await resolveAnnotation(owner, debate.roomId, annotation.id, { isResolved: true }))).toBe(
      'annotation-removed',
    );
  });

  test('is about a claim and for the room, from the start and later', async () => {
    const { debate, reviewer, claimId, annotation } = await marked();
    const parsed = (more: object) =>
      addAnnotationInput.safeParse({ ...markOn(claimId), ...more }).error?.issues[0]?.path;
    expect(parsed({})).toBeUndefined();
    expect(parsed({ visibility: 'private' })).toEqual(['mark']);
    expect(parsed({ target: { type: 'relation', relationId: claimId } })).toEqual(['mark']);
    expect(parsed({ mark: 'boring' })).toEqual(['mark']);
    const edit = { body: 'To myself.', kind: 'concern', visibility: 'private', revision: 1 } as const;
    expect(await editAnnotation(reviewer, debate.roomId, annotation.id, edit)).toMatchObject({
      error: { code: 'invalid-input', field: 'visibility' },
    });
  });

  test('is resolved by who set it and by maintainers of its room; a plain note by nobody', async () => {
    const { debate, owner, reviewer, claimId, annotation } = await marked();
    const classId = await aClass(debate);
    const teacher = await aParticipant(classId, 'teacher');
    const resolve = async (who: typeof owner, roomId: string, id = annotation.id) =>
      codeOf(await resolveAnnotation(who, roomId, id, { isResolved: true }));
    expect(await resolve(await aPerson(), debate.roomId)).toBe('not-allowed');
    expect(await resolve(teacher, debate.roomId)).toBe('not-allowed');
    expect(await resolve(teacher, classId)).toBe('not-found');
    const plain = valueIn(
      await addAnnotation(reviewer, debate.roomId, {
        target: { type: 'claim', claimId },
        kind: 'comment',
        visibility: 'public',
        body: 'A thought.',
      }),
    ).annotation.id;
    expect(await resolve(reviewer, debate.roomId, plain)).toBe('not-allowed');
    expect(await resolve(reviewer, debate.roomId)).toBe('ok');
  });
});
