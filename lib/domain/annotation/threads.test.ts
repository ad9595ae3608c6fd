import { expect, test } from 'vitest';
import { noteOf } from './testing/plain-note';
import { countNotes, threadsOf } from './threads';
import type { AnnotationView } from './view';

const note = (id: string, parentId: string | null, isRemoved = false): AnnotationView =>
  noteOf(id, { parentId, isRemoved });

const shapeOf = (threads: ReturnType<typeof threadsOf>): string =>
  threads.map((one) => `${one.note.id}(${shapeOf(one.replies)})`).join(' ');

test('replies stand below what they answer, in order', () => {
  expect(
    shapeOf(threadsOf([note('a', null), note('b', null), note('c', 'a'), note('d', 'c'), note('e', 'a')])),
  ).toBe('a(c(d()) e()) b()');
});

test('a removed note stays while it has replies and goes when they are gone too', () => {
  expect(shapeOf(threadsOf([note('a', null, true), note('b', 'a')]))).toBe('a(b())');
  expect(shapeOf(threadsOf([note('a', null, true), note('b', 'a', true)]))).toBe('');
});

test('a reply to a note that is out of sight is out of sight', () => {
  expect(shapeOf(threadsOf([note('b', 'hidden'), note('c', 'b')]))).toBe('');
});

test('removed notes are not counted', () => {
  expect(countNotes(threadsOf([note('a', null, true), note('b', 'a'), note('c', 'b')]))).toBe(2);
});
