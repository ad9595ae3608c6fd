import { readRows } from '../formats/csv-table';
import { cleanLine, uniqueKey } from '../text/plain-text';
import { LONGEST_TYPED_NAME } from './joining';
import { MOST_NAMES } from './people';

/** Names that a teacher pastes, one a line, or as a table from a spreadsheet or a school's program. */

export interface ReadRoster {
  names: string[];
  /** Names that came more than once, once each; all of them are in `names`: two pupils may be called the same. */
  doubles: string[];
  /** Names that are longer than a seat takes. */
  tooLong: string[];
  /** Names beyond those that one list takes. */
  left: number;
}

const HEADINGS = [
  'name',
  'full name',
  'student',
  'student name',
  "ім'я",
  'ім’я',
  'прізвище та ім’я',
  "прізвище та ім'я",
  'піб',
  'учень',
];

const isHeading = (cell: string): boolean => HEADINGS.includes(cleanLine(cell).toLowerCase());

/** Cells of a text; a table that cannot be read as one is taken line by line. */
function rowsOf(text: string): string[][] {
  try {
    return readRows(text).map(({ cells }) => cells);
  } catch {
    return text.split(/\r\n|\n|\r/).map((row) => [row]);
  }
}

/**
 * Names of a pasted text: the first column, or the one whose heading is a word for name. "Okafor, Ada" on every line is a
 * table of two columns to a spreadsheet, and one name to a teacher: without a heading a comma with a blank after it joins.
 */
export function readRoster(text: string): ReadRoster {
  const plain = text.replace(/^\ufeff/u, '');
  const rows = rowsOf(plain);
  const column = rows[0]?.findIndex(isHeading) ?? -1;
  const isList =
    column === -1 &&
    !/[;\t"]/.test(plain) &&
    plain.split(/\n/).every((row) => /^[^,]*(, [^,]+)?\r?$/.test(row));
  const cells = isList
    ? plain.split(/\r\n|\n|\r/)
    : rows.slice(column === -1 ? 0 : 1).map((row) => row[Math.max(0, column)] ?? '');
  const found = cells.map(cleanLine).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const fits = (name: string) => [...name].length <= LONGEST_TYPED_NAME;
  const names = found.filter(fits);
  const seen = new Map<string, number>();
  for (const name of names) seen.set(uniqueKey(name), (seen.get(uniqueKey(name)) ?? 0) + 1);
  const doubles = names.filter(
    (name, index) =>
      (seen.get(uniqueKey(name)) ?? 0) > 1 &&
      names.findIndex((other) => uniqueKey(other) === uniqueKey(name)) === index,
  );
  return {
    names: names.slice(0, MOST_NAMES),
    doubles,
    tooLong: found.filter((name) => !fits(name)),
    left: Math.max(0, names.length - MOST_NAMES),
  };
}
