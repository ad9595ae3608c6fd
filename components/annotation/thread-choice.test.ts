import { describe, expect, test } from 'vitest';
import { noteOf } from '@/lib/domain/annotation/testing/plain-note';
import type { AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import { ALL_THREADS, chosenThreads, isWorthChoosing, type ThreadChoice, tagsIn } from './thread-choice';

const thread = (id: string, more: Partial<AnnotationView> = {}, replies: AnnotationThread[] = []) => ({
  note: noteOf(id, more),
  replies,
});

const threads = [
  thread('a', { kind: 'question', tags: ['Law'], helpfulCount: 1 }),
  thread('b', { isOwn: true, mark: 'unclear' }, [thread('b1', { kind: 'evidence', tags: ['law', 'war'] })]),
  thread('c', { mark: 'unclear', isResolved: true, helpfulCount: 3 }),
  thread('d', { kind: 'question', isRemoved: true }, [thread('d1')]),
];

const ids = (choice: Partial<ThreadChoice>) =>
  chosenThreads(threads, { ...ALL_THREADS, ...choice }).map(({ note }) => note.id);

describe('the notes of a place', () => {
  test('are all there, oldest first, until something is chosen', () => {
    expect(ids({})).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are chosen by kind, tag, author and open mark, in whatever part of a thread that is', () => {
    expect(ids({ kind: 'question' })).toEqual(['a']);
    expect(ids({ kind: 'evidence' })).toEqual(['b']);
    expect(ids({ tag: 'LAW' })).toEqual(['a', 'b']);
    expect(ids({ isMine: true })).toEqual(['b']);
    expect(ids({ isOpenMark: true })).toEqual(['b']);
    expect(ids({ kind: 'evidence', isMine: true })).toEqual([]);
  });

  test('stand with the most helpful first when that is wanted, equals as they were', () => {
    expect(ids({ order: 'helpful' })).toEqual(['c', 'a', 'b', 'd']);
  });

  test('name their tags once each, the most used first', () => {
    expect(tagsIn(threads)).toEqual(['Law', 'war']);
  });

  test('are worth choosing from when there are five', () => {
    expect(isWorthChoosing(threads)).toBe(true);
    expect(isWorthChoosing(threads.slice(0, 3))).toBe(false);
  });
});
