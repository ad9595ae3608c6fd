import { CLAIM_COLUMNS, COLUMN_NAMES, RELATION_COLUMNS } from './csv-columns';
import type { CsvRow } from './csv-table';
import { BYTE_ORDER_MARK, readRows, unguardedCell } from './csv-table';
import type { MapCitation, MapClaim, MapDocument, MapRelation, MapSide, MapSource } from './map-document';
import { MAP_LENGTHS, mapCitation, mapClaim } from './map-document';
import { MapDraft, visibleId, visibleLine } from './map-draft';
import type { ReadContext } from './reading';
import { RefusedError } from './refusal';

/** The CSV pair: two files, or both tables in one with an empty line between them. */

type TableName = 'claims' | 'relations';

interface Row {
  line: number;
  /** The cell without its guard; '' when the table has no such column. */
  cell: (column: string) => string;
}

interface Table {
  name: TableName;
  rows: Row[];
}

const NEEDED: Record<TableName, readonly string[]> = {
  claims: ['id', 'text'],
  relations: ['from', 'to', 'kind'],
};
const KNOWN: Record<TableName, readonly string[]> = { claims: CLAIM_COLUMNS, relations: RELATION_COLUMNS };

const isEmpty = ({ cells }: CsvRow): boolean => cells.every((cell) => cell.trim() === '');

function readTable(name: TableName, rows: readonly CsvRow[], { report }: ReadContext): Table {
  const [header, ...body] = rows;
  const line = header?.line ?? 1;
  const columns = new Map<string, number>();
  for (const [index, cell] of (header?.cells ?? []).entries()) {
    const named = cell
      .replace(BYTE_ORDER_MARK, '')
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    const column = Object.hasOwn(COLUMN_NAMES, named) ? (COLUMN_NAMES[named] ?? named) : named;
    if (!columns.has(column)) columns.set(column, index);
    if (named !== '' && !KNOWN[name].includes(column)) {
      report.dropped('field-unknown', `line ${line}`, { field: named });
    }
  }
  for (const column of NEEDED[name]) {
    if (!columns.has(column)) throw new RefusedError('column-missing', { table: name, column }, { line });
  }
  return {
    name,
    rows: body.map((row) => {
      const expected = header?.cells.length ?? 0;
      if (row.cells.length < expected || row.cells.slice(expected).some((cell) => cell.trim() !== '')) {
        throw new RefusedError('cells-uneven', { count: row.cells.length, expected }, { line: row.line });
      }
      return { line: row.line, cell: (column) => unguardedCell(row.cells[columns.get(column) ?? -1] ?? '') };
    }),
  };
}

const tableNameOf = ({ cells }: CsvRow): TableName | null => {
  const names = cells.map((cell) => cell.replace(BYTE_ORDER_MARK, '').trim().toLowerCase());
  if (names.includes('from') && names.includes('to')) return 'relations';
  return names.includes('id') && names.includes('text') ? 'claims' : null;
};

/** The rows of each table. An empty line ends a table only when the header of another follows. */
function blocksOf(text: string, { limits }: ReadContext): CsvRow[][] {
  const most = limits.maxClaims + limits.maxRelations;
  const blocks: CsvRow[][] = [];
  let isAfterEmpty = true;
  for (const row of readRows(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, most)) {
    const isHeader = isAfterEmpty && tableNameOf(row) !== null;
    isAfterEmpty = isEmpty(row);
    if (isAfterEmpty) continue;
    if (isHeader || blocks.length === 0) blocks.push([row]);
    else blocks.at(-1)?.push(row);
  }
  return blocks;
}

function numberCell(row: Row, column: string): number | undefined {
  const value = row.cell(column).trim();
  if (value === '') return undefined;
  // A spreadsheet of another country writes a decimal comma.
  const number = Number(value.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  if (Number.isFinite(number)) return number;
  throw new RefusedError('value-wrong', { value, column }, { line: row.line });
}

function choiceCell<Choice extends string>(
  row: Row,
  column: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = row.cell(column).trim().toLowerCase();
  if (value === '') return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new RefusedError('value-wrong', { value, column }, { line: row.line });
  return found;
}

function moreCitations(row: Row): MapCitation[] {
  const cell = row.cell('more_citations').trim();
  if (cell === '') return [];
  try {
    return mapCitation.array().max(1_000).parse(JSON.parse(cell));
  } catch {
    throw new RefusedError(
      'value-wrong',
      { value: cell.slice(0, 40), column: 'more_citations' },
      { line: row.line },
    );
  }
}

function citations(row: Row): MapCitation[] {
  const source = visibleId(row.cell('source')).slice(0, MAP_LENGTHS.key);
  const [start, end] = [numberCell(row, 'start'), numberCell(row, 'end')];
  const quote = row.cell('quote');
  if (source === '') return moreCitations(row);
  const range = start === undefined || end === undefined ? {} : { start, end };
  return [{ source, ...range, ...(quote === '' ? {} : { exact: quote }) }, ...moreCitations(row)];
}

const lineCell = (row: Row, column: string, longest: number): string | undefined =>
  visibleLine(row.cell(column), longest) || undefined;

function claimOf(row: Row) {
  const votes = ['agree', 'disagree', 'pass'].map((column) => numberCell(row, column));
  const [agree = 0, disagree = 0, pass = 0] = votes;
  return {
    code: lineCell(row, 'code', MAP_LENGTHS.key),
    shortTitle: lineCell(row, 'short_title', MAP_LENGTHS.line),
    isMotion: ['motion', 'thesis', 'true', 'yes', '1'].includes(row.cell('kind').trim().toLowerCase()),
    side: visibleId(row.cell('side')).slice(0, MAP_LENGTHS.key) || null,
    evidence: choiceCell(row, 'evidence', mapClaim.shape.evidence.unwrap().options),
    speaker: lineCell(row, 'speaker', MAP_LENGTHS.line),
    layer: choiceCell(row, 'layer', mapClaim.shape.layer.unwrap().options),
    status: choiceCell(row, 'status', mapClaim.shape.status.unwrap().options),
    base: numberCell(row, 'base'),
    votes: votes.every((vote) => vote === undefined) ? undefined : { agree, disagree, pass },
    citations: citations(row),
  } satisfies Partial<Record<keyof MapClaim, unknown>>;
}

const KINDS = new Map<string, MapRelation['kind']>([
  ['supports', 'supports'],
  ['support', 'supports'],
  ['pro', 'supports'],
  ['attacks', 'attacks'],
  ['attack', 'attacks'],
  ['con', 'attacks'],
  ['undercuts', 'undercuts'],
  ['undercut', 'undercuts'],
]);

function relationOf(row: Row) {
  const value = row.cell('kind').trim().toLowerCase();
  const kind = KINDS.get(value);
  if (kind === undefined)
    throw new RefusedError('value-wrong', { value, column: 'kind' }, { line: row.line });
  const [mean, count] = [numberCell(row, 'impact_mean'), numberCell(row, 'impact_count')];
  return {
    id: visibleId(row.cell('id')) || undefined,
    from: visibleId(row.cell('from')),
    to: visibleId(row.cell('to')),
    kind,
    weight: numberCell(row, 'weight'),
    impact: mean === undefined || count === undefined ? undefined : { mean, count },
    group: visibleId(row.cell('group')) || undefined,
    scheme: lineCell(row, 'scheme', MAP_LENGTHS.line),
  };
}

/** Which table a block is: relations have ends. */
function tablesOf(
  blocks: readonly CsvRow[][],
  context: ReadContext,
): { claims: Table; relations: Table | undefined } {
  const found: Partial<Record<TableName, Table>> = {};
  for (const block of blocks) {
    const name = (block[0] ? tableNameOf(block[0]) : null) ?? 'claims';
    found[name] ??= readTable(name, block, context);
  }
  if (!found.claims) throw new RefusedError('table-missing', { table: 'claims' }, { line: 1 });
  return { claims: found.claims, relations: found.relations };
}

/** Sides and sources are named by the claims only; everything else about them is a guess. */
function headOf(claims: readonly ReturnType<typeof claimOf>[], { report }: ReadContext) {
  const keys = new Set(claims.flatMap((claim) => claim.side ?? []));
  const sides: MapSide[] = [...keys].map((key, index) => {
    const speaks = index === 0 ? 'for' : 'against';
    report.guessed('side-speaks', `side ${key}`, { side: key, speaks });
    return { key, name: key, speaks };
  });
  const cited = new Set(claims.flatMap((claim) => claim.citations.map((citation) => citation.source)));
  const sources: MapSource[] = [...cited].map((key) => ({ key, title: key, text: '' }));
  return { sides, sources };
}

/**
 * Reads the tables; `relations` when they stand in a file of their own.
 * @throws RefusedError
 */
export function readCsv(text: string, context: ReadContext, relationsText?: string): MapDocument {
  const blocks = [text, ...(relationsText === undefined ? [] : [relationsText])].flatMap((table) =>
    blocksOf(table, context),
  );
  const tables = tablesOf(blocks, context);
  const { report, limits, fallbackTitle } = context;
  const draft = new MapDraft(report, limits);
  report.count('rows.claims', tables.claims.rows.length);
  const claims: ReturnType<typeof claimOf>[] = [];
  for (const row of tables.claims.rows) {
    const id = visibleId(row.cell('id'));
    if (id === '') throw new RefusedError('value-wrong', { value: '', column: 'id' }, { line: row.line });
    const claim = claimOf(row);
    claims.push(claim);
    draft.claim({ ...claim, id, text: row.cell('text'), place: `line ${row.line}` });
  }
  const ids = new Set<string>();
  for (const row of tables.relations?.rows ?? []) {
    const relation = relationOf(row);
    if (relation.id !== undefined && (ids.has(relation.id) || draft.has(relation.id))) {
      throw new RefusedError('id-repeated', { id: relation.id }, { line: row.line });
    }
    if (relation.id !== undefined) ids.add(relation.id);
    draft.relation({ ...relation, place: `line ${row.line}` });
  }
  if (tables.relations) report.count('rows.relations', tables.relations.rows.length);
  else report.dropped('table-missing', 'relations', { table: 'relations' });
  return draft.finish(headOf(claims, context), fallbackTitle);
}
