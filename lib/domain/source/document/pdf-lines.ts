import type { Losses } from './losses';

/** Pieces of text on the pages of a PDF, put together to lines in reading order. */

export interface PdfPiece {
  text: string;
  /** Start of the piece and its baseline, in points from the lower left corner. */
  x: number;
  y: number;
  width: number;
  /** Height of the letters, in points. */
  size: number;
}

export interface PdfLine {
  text: string;
  x: number;
  /** Where the line ends. */
  right: number;
  y: number;
  size: number;
  /** From 0. */
  page: number;
  /** Which column of the page; lines over the whole width have 0. */
  column: number;
  /** Edges of the text that the line is part of. */
  left: number;
  edge: number;
}

/** A gap of so many letter heights parts what stands side by side. */
const GAP_BETWEEN_COLUMNS = 1.4;
const GAP_BETWEEN_WORDS = 0.14;
/** Fewer lines side by side than this are a table or a picture's words. */
const LEAST_COLUMN_LINES = 6;
/** Letters in a line of prose; the cells of a table have fewer. */
const LEAST_PROSE = 20;
const MOST_CROSSING = 0.2;

interface Segment extends PdfPiece {
  right: number;
}

type Measure = 'x' | 'y' | 'right';

// Not `Math.min(...)`: a page of a stranger may have more pieces than a call takes arguments.
const least = (all: readonly Segment[], measure: Measure): number =>
  all.reduce((found, one) => Math.min(found, one[measure]), Number.POSITIVE_INFINITY);
const most = (all: readonly Segment[], measure: Measure): number =>
  all.reduce((found, one) => Math.max(found, one[measure]), Number.NEGATIVE_INFINITY);

const sizeOf = (size: number): number => (size > 0 ? size : 1);

/** The lines of a page, from the top; those of a page in two columns column by column. */
export function pageLines(pieces: readonly PdfPiece[], page: number, losses: Losses): PdfLine[] {
  const segments = segmentsOf(pieces);
  if (segments.length === 0) return [];
  const left = least(segments, 'x');
  const edge = most(segments, 'right');
  const gutter = gutterOf(segments, left, edge);
  if (gutter === null) return rowsOf(segments).map((row) => lineOf(row, page, 0, left, edge));
  losses.add('columns');
  const lines: PdfLine[] = [];
  let sides: [Segment[], Segment[]] = [[], []];
  const flush = (): void => {
    for (const [column, side] of sides.entries()) {
      if (side.length === 0) continue;
      const from = least(side, 'x');
      const to = most(side, 'right');
      for (const row of rowsOf(side)) lines.push(lineOf(row, page, column + 1, from, to));
    }
    sides = [[], []];
  };
  for (const row of rowsOf(segments)) {
    const crossing = row.some(({ x, right }) => x < gutter && right > gutter);
    if (crossing) {
      flush();
      lines.push(lineOf(row, page, 0, left, edge));
    } else for (const segment of row) sides[segment.x < gutter ? 0 : 1].push(segment);
  }
  flush();
  return lines;
}

/** Pieces that follow one another on one baseline, joined; a wide gap begins another segment. */
function segmentsOf(pieces: readonly PdfPiece[]): Segment[] {
  const segments: Segment[] = [];
  for (const row of rowsOf(pieces.filter(({ text }) => text.trim() !== '').map(withRight))) {
    let held: Segment | null = null;
    for (const piece of row) {
      const gap = held === null ? 0 : piece.x - held.right;
      const size = sizeOf(Math.max(piece.size, held?.size ?? 0));
      if (held === null || gap > size * GAP_BETWEEN_COLUMNS) {
        held = { ...piece };
        segments.push(held);
        continue;
      }
      const isParted = gap > size * GAP_BETWEEN_WORDS && !/\s$/.test(held.text) && !/^\s/.test(piece.text);
      held.text += (isParted ? ' ' : '') + piece.text;
      held.right = Math.max(held.right, piece.right);
      held.width = held.right - held.x;
      if (piece.text.trim().length > 1) held.size = Math.max(held.size, piece.size);
    }
  }
  return segments;
}

const withRight = (piece: PdfPiece): Segment => ({ ...piece, right: piece.x + piece.width });

/** Groups by baseline, from the top; within a row from the left. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  let top: Segment | null = null;
  for (const segment of [...segments].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1);
    // Raised and lowered letters (the number of a note) belong to the line that they touch.
    if (row && top && top.y - segment.y <= sizeOf(Math.max(top.size, segment.size)) * 0.45) row.push(segment);
    else {
      rows.push([segment]);
      top = segment;
    }
  }
  for (const row of rows) row.sort((one, other) => one.x - other.x);
  return rows;
}

function lineOf(row: readonly Segment[], page: number, column: number, left: number, edge: number): PdfLine {
  const [first] = row;
  const widest = row.reduce((found, one) => (one.text.length > found.text.length ? one : found));
  return {
    text: row.map(({ text }) => text.trim()).join(' '),
    x: first?.x ?? 0,
    right: most(row, 'right'),
    y: widest.y,
    size: widest.size,
    page,
    column,
    left,
    edge,
  };
}

/**
 * The empty strip between two columns, or null. It stands in the middle half of the page; few segments cross it, and
 * enough of them stand on each side at the same height.
 */
function gutterOf(segments: readonly Segment[], left: number, edge: number): number | null {
  const width = edge - left;
  if (width <= 0 || segments.length < LEAST_COLUMN_LINES * 2) return null;
  let best: { at: number; crossing: number } | null = null;
  for (let step = 0; step <= 20; step += 1) {
    const at = left + width * (0.3 + (0.4 * step) / 20);
    const crossing = segments.filter(({ x, right }) => x < at && right > at).length;
    const before = segments.filter(({ right }) => right <= at);
    const after = segments.filter(({ x }) => x >= at);
    if (crossing > segments.length * MOST_CROSSING || !areBeside(before, after)) continue;
    if (best === null || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** Columns of prose: lines that fill most of their column, beside lines of the other one. */
function areBeside(before: readonly Segment[], after: readonly Segment[]): boolean {
  if (before.length < LEAST_COLUMN_LINES || after.length < LEAST_COLUMN_LINES) return false;
  const isProse = (side: readonly Segment[]): boolean => {
    const from = least(side, 'x');
    const to = most(side, 'right');
    const long = side.filter(
      ({ x, right, text }) => right - x > (to - from) * 0.6 && text.length >= LEAST_PROSE,
    ).length;
    return long >= LEAST_COLUMN_LINES && long >= side.length * 0.5;
  };
  const top = Math.min(most(before, 'y'), most(after, 'y'));
  const foot = Math.max(least(before, 'y'), least(after, 'y'));
  const beside = (side: readonly Segment[]) => side.filter(({ y }) => y <= top + 2 && y >= foot - 2).length;
  return (
    isProse(before) &&
    isProse(after) &&
    beside(before) >= LEAST_COLUMN_LINES &&
    beside(after) >= LEAST_COLUMN_LINES
  );
}
