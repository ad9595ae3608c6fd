import { expect, test } from 'vitest';
import { noteOf } from '@/lib/domain/annotation/testing/plain-note';
import { EMPTY_SNAPSHOT, withNote, withThreads } from './contribution-snapshot';

test('an answer to a note whose passage is lost stands below it in the list of its source', () => {
  const target = {
    type: 'passage',
    sourceVersionId: 'old',
    start: 0,
    end: 5,
    exact: 'Mines',
    isLost: true,
  } as const;
  const lost = noteOf('lost', { target });
  const known = withThreads(EMPTY_SNAPSHOT, { sourceId: 's' }, [{ note: lost, replies: [] }], 1);
  const answered = withNote(known, noteOf('answer', { target, parentId: 'lost' }), 2);
  const [thread] = answered.threads.get('sourceId=s') ?? [];
  expect(thread?.replies.map(({ note }) => note.id)).toEqual(['answer']);
});

test('a note of another place changes no list', () => {
  const known = withThreads(EMPTY_SNAPSHOT, { claimId: 'c' }, [{ note: noteOf('a'), replies: [] }], 1);
  const after = withNote(known, noteOf('b', { target: { type: 'claim', claimId: 'other' } }), 2);
  expect(after.threads).toEqual(known.threads);
});
