import { expect, test } from 'vitest';
import { noteOf } from '@/lib/domain/annotation/testing/plain-note';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import { countNotes, hasNote, putNote } from './threads';

const note = (
  id: string,
  parentId: string | null = null,
  more: Partial<AnnotationView> = {},
): AnnotationView => noteOf(id, { parentId, isOwn: true, body: id, canEdit: true, canRemove: true, ...more });

const talk = [
  { note: note('a'), replies: [{ note: note('a1', 'a'), replies: [] }] },
  { note: note('b'), replies: [] },
];

test('a new note stands at the end, a reply under the note that it answers', () => {
  expect(putNote(talk, note('c')).map((thread) => thread.note.id)).toEqual(['a', 'b', 'c']);
  const deep = putNote(talk, note('a1x', 'a1'));
  expect(deep[0]?.replies[0]?.replies[0]?.note.id).toBe('a1x');
  expect(deep[1]).toBe(talk[1]);
});

test('a changed note takes its own place', () => {
  const changed = putNote(talk, note('a1', 'a', { body: 'better' }));
  expect(changed[0]?.replies.map((reply) => reply.note.body)).toEqual(['better']);
  expect(countNotes(changed)).toBe(3);
});

test('older words of a note are not put over newer ones', () => {
  const newer = putNote(talk, note('a1', 'a', { body: 'better', revision: 3 }));
  expect(putNote(newer, note('a1', 'a', { body: 'good', revision: 2 }))).toEqual(newer);
});

test('the same note twice is there once: an answer may come by two ways', () => {
  expect(countNotes(putNote(putNote(talk, note('c')), note('c')))).toBe(4);
});

test('a removed note with replies stays as a place, one without goes', () => {
  const kept = putNote(talk, note('a', null, { isRemoved: true }));
  expect(hasNote(kept, 'a')).toBe(true);
  expect(countNotes(kept)).toBe(2);
  expect(hasNote(putNote(talk, note('b', null, { isRemoved: true })), 'b')).toBe(false);
});
