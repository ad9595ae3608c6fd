import { BYTE_ORDER_MARK, writeTable } from '../../formats/csv-table';
import type { ExportedNote } from './exported-note';

const COLUMNS = [
  'id',
  'answers',
  'kind',
  'visibility',
  'author',
  'written',
  'changed',
  'on',
  'place',
  'quote',
  'words',
  'tags',
  'mark',
  'link',
] as const;

function cells({
  id,
  parentId,
  note,
  visibility,
  mark,
  place,
}: ExportedNote): Record<(typeof COLUMNS)[number], string> {
  return {
    id,
    answers: parentId ?? '',
    kind: note.kind,
    visibility,
    author: note.alias ?? '',
    written: note.createdAt ?? '',
    changed: note.editedAt ?? '',
    on: place.kind,
    place: place.label,
    quote: note.target.type === 'passage' ? note.target.exact : place.words,
    words: note.body,
    tags: note.tags.join(', '),
    mark: mark ?? '',
    link: place.link,
  };
}

/** Notes as a table that no spreadsheet computes, one row each, with a byte order mark; removed ones are left out. */
export function writeNotesCsv(notes: readonly ExportedNote[]): string {
  const rows = notes
    .filter(({ hasWords }) => hasWords)
    .map(cells)
    .map((row) => COLUMNS.map((column) => row[column]));
  return BYTE_ORDER_MARK + writeTable([COLUMNS, ...rows]);
}
