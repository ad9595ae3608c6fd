import { RefusedError } from './refusal';

/**
 * CSV as spreadsheets write and read it: RFC 4180, UTF-8 with a byte order mark, CRLF. A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front, and loses it again when it is read.
 */

export const BYTE_ORDER_MARK = '\ufeff';

// Full-width signs are formulas to spreadsheets of some languages; white space in front of them is no guard.
const FORMULA = /^[\s']*[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'(?=[\s']*[=+\-@\t\r\n＝＋－＠])/u;

const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** The cell as text that no spreadsheet computes. */
export const guardedCell = (cell: string): string =>
  FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;

/** The cell without the guard. */
export const unguardedCell = (cell: string): string => cell.replace(GUARDED, '');

const quoted = (cell: string): string =>
  /[",;\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as CSV, each ending in CRLF; without the byte order mark. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(guardedCell(cell))).join(',')}\r\n`).join('');

export interface CsvRow {
  cells: string[];
  /** Where the row begins, from 1. */
  line: number;
}

/** The separator that the first line uses most; a comma when none. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const counts = [',', ';', '\t'].map((separator) => [separator, first.split(separator).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/**
 * Rows of a CSV text; a run of empty lines is one row with one empty cell.
 * @throws RefusedError when a quoted cell is never closed, or there are more rows than `most`.
 */
export function readRows(text: string, most = Number.POSITIVE_INFINITY): CsvRow[] {
  const separator = separatorOf(text);
  // Up to the next character that ends a plain cell.
  const plain = separator === '\t' ? /[^\t\r\n]*/y : new RegExp(`[^${separator}\\r\\n]*`, 'y');
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    if (text[at] === '\n' || text[at] === '\r') {
      if (rows.at(-1)?.cells.join('') !== '') rows.push({ cells: [''], line });
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      continue;
    }
    if (rows.length > most) throw new RefusedError('too-many-claims', { limit: most }, { line });
    const row: CsvRow = { cells: [], line };
    for (let isInRow = true; isInRow; ) {
      let cell = '';
      if (text[at] === '"') {
        const start = line;
        for (;;) {
          const close = text.indexOf('"', at + 1);
          if (close < 0) throw new RefusedError('quote-open', {}, { line: start });
          const piece = text.slice(at + 1, close);
          line += piece.match(/\r\n|\n|\r/g)?.length ?? 0;
          cell += piece;
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
      }
      plain.lastIndex = at;
      const rest = plain.exec(text)?.[0] ?? '';
      cell += rest;
      at += rest.length;
      row.cells.push(cell);
      isInRow = text[at] === separator;
      if (isInRow) at += 1;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else at += 1;
    line += 1;
    rows.push(row);
  }
  return rows;
}
