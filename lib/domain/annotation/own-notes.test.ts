import { describe, expect, test } from 'vitest';
import {
  countOf,
  filteredNotes,
  type OwnNote,
  type OwnNotesAt,
  type OwnNotesFilter,
  tagsOf,
} from './own-notes';

const note = (id: string, more: Partial<OwnNote> = {}): OwnNote => ({
  id,
  kind: 'comment',
  visibility: 'private',
  status: 'published',
  mark: null,
  tags: [],
  body: 'A thought.',
  content: [],
  quote: '',
  isAnswer: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  ...more,
});
const at = (label: string, notes: OwnNote[]): OwnNotesAt => ({
  place: { kind: 'claim', key: label, label, words: `Words of ${label}.`, link: '/' },
  notes,
});

const places = [
  at('D1', [note('a', { tags: ['Sources'] }), note('b', { kind: 'question', body: 'Хто Їх рахував?' })]),
  at('D2', [note('c', { visibility: 'room', tags: ['sources', 'law'], quote: 'two hundred' })]),
];
const ids = (filter: Partial<OwnNotesFilter>) =>
  filteredNotes(places, { words: '', kind: null, visibility: null, tag: null, ...filter }).map(({ notes }) =>
    notes.map(({ id }) => id).join(''),
  );

describe('own notes', () => {
  test.each([
    [{}, ['ab', 'c']],
    [{ kind: 'question' as const }, ['b']],
    [{ visibility: 'room' as const }, ['c']],
    [{ tag: 'SOURCES' }, ['a', 'c']],
    [{ words: 'їх ХТО' }, ['b']],
    [{ words: 'hundred d2' }, ['c']],
    [{ words: 'd2', kind: 'question' as const }, []],
  ])('that pass %j', (filter, expected) => expect(ids(filter)).toEqual(expected));

  test('have each tag once', () => expect(tagsOf(places, 'en')).toEqual(['law', 'Sources']));

  test('are counted', () => expect(countOf(places)).toBe(3));
});
