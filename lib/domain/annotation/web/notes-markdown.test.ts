import { describe, expect, test } from 'vitest';
import { readRows } from '../../formats/csv-table';
import type { ExportedNote } from './exported-note';
import { writeNotesCsv } from './notes-csv';
import { writeNotesMarkdown } from './notes-markdown';

const exported = (id: string, more: Partial<ExportedNote> = {}, body = `Words of ${id}.`): ExportedNote => ({
  id,
  parentId: null,
  visibility: 'room',
  status: 'published',
  mark: null,
  hasWords: true,
  note: {
    iri: `https://debates.example.org/notes/${id}`,
    kind: 'comment',
    body,
    language: 'en',
    tags: [],
    alias: 'Ibis',
    createdAt: '2026-11-23T08:00:00.000Z',
    editedAt: null,
    target: { type: 'whole', iri: 'https://debates.example.org/claim' },
  },
  place: {
    kind: 'claim',
    key: 'D1',
    label: 'D1',
    words: 'Mines *kill*.',
    link: 'https://debates.example.org/claim',
  },
  ...more,
});

describe('notes as Markdown', () => {
  test('stand under their place, answers below what they answer', () => {
    const text = writeNotesMarkdown(
      [exported('a'), exported('b', { parentId: 'a' }), exported('c', { parentId: 'b' }), exported('d')],
      'Mines',
    );
    expect(text).toBe(`# Mines

## claim D1

> Mines \\*kill\\*.

<https://debates.example.org/claim>

- *comment · room · Ibis · 2026-11-23*

  Words of a.

  - *comment · room · Ibis · 2026-11-23*

    Words of b.

    - *comment · room · Ibis · 2026-11-23*

      Words of c.

- *comment · room · Ibis · 2026-11-23*

  Words of d.
`);
  });

  test('keep the place of a removed note, and stand alone when what they answer is not there', () => {
    const text = writeNotesMarkdown(
      [
        exported('a', { hasWords: false }, ''),
        exported('b', { parentId: 'a' }),
        exported('c', { parentId: 'gone' }),
      ],
      'Mines',
    );
    expect(text).toContain('- *removed*\n\n  - *comment');
    expect(text).toContain('\n- *comment · room · Ibis · 2026-11-23*\n\n  Words of c.');
  });

  test('are words where other programs would read HTML, and links stay links', () => {
    const text = writeNotesMarkdown(
      [exported('a', {}, '<script>x</script> a < b <https://a.example/>')],
      'Mines',
    );
    expect(text).toContain('\\<script>x\\</script> a < b <https://a.example/>');
  });
});

describe('notes as a table', () => {
  test('have a row each, without those that were removed', () => {
    const rows = readRows(
      writeNotesCsv([exported('a', { mark: 'unclear' }), exported('b', { hasWords: false })]).slice(1),
    );
    expect(rows.map(({ cells }) => [cells[0], cells[3], cells[12]])).toEqual([
      ['id', 'visibility', 'mark'],
      ['a', 'room', 'unclear'],
    ]);
  });

  test.each(['=1+1', '+1', '@SUM(A1)', '-2+3', '\t=1', '＝1'])('do not compute %j', (formula) => {
    const rows = readRows(writeNotesCsv([exported('a', {}, formula)]).slice(1));
    expect(rows[1]?.cells[10]).toBe(`'${formula}`);
  });
});
