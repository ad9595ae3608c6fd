import { unguardedCell } from '../../formats/csv-table';
import { RefusedError } from '../../formats/refusal';
import { CsvRecords } from './csv-records';
import { LIMITS } from './limits';
import { groupIn } from './votes-reader';

/** The small tables of a Polis export: the comments, and groups that somebody gives. Authors are not read. */

export interface PolisComment {
  /** The claim that it became. */
  id: number;
  text: string;
  /** -1 out, 0 not decided, 1 in. */
  moderation: -1 | 0 | 1;
  /** About the conversation itself. */
  isMeta: boolean;
}

type Row = (column: string) => string;

/** Reads rows below a header; the columns that are `needed` have to be there. `push` and `finish` throw RefusedError. */
class TableReader<Item> {
  readonly items: Item[] = [];
  private header: string[] | null = null;
  private readonly seen = new Set<string | number>();
  private readonly records: CsvRecords;

  constructor(
    table: string,
    needed: readonly string[],
    most: number,
    itemOf: (row: Row, line: number) => { id: string | number; item: Item },
  ) {
    this.records = new CsvRecords(({ cells, line }) => {
      if (!this.header) {
        this.header = cells.map((cell) => cell.trim());
        const missing = needed.find((column) => !this.header?.includes(column));
        if (missing) throw new RefusedError('column-missing', { table, column: missing }, { line });
        return;
      }
      const { header } = this;
      if (cells.length !== header.length) {
        throw new RefusedError('cells-uneven', { count: cells.length, expected: header.length }, { line });
      }
      const { id, item } = itemOf((column) => cells[header.indexOf(column)]?.trim() ?? '', line);
      if (this.seen.has(id)) throw new RefusedError('id-repeated', { id }, { line });
      this.seen.add(id);
      if (this.items.push(item) > most) {
        throw new RefusedError('list-too-long', { count: this.items.length, limit: most }, { line });
      }
    });
  }

  push(chunk: Uint8Array): void {
    this.records.push(chunk);
  }

  finish(): Item[] {
    this.records.finish();
    return this.items;
  }
}

const MODERATION = new Map<string, PolisComment['moderation']>([
  ['', 0],
  ['0', 0],
  ['1', 1],
  ['-1', -1],
]);
const META = new Map([
  ['', false],
  ['false', false],
  ['0', false],
  ['f', false],
  ['true', true],
  ['1', true],
  ['t', true],
]);

function known<Value>(values: ReadonlyMap<string, Value>, row: Row, column: string, line: number): Value {
  const value = values.get(row(column).toLowerCase());
  if (value !== undefined) return value;
  throw new RefusedError('value-wrong', { value: row(column).slice(0, 40), column }, { line });
}

/** Reads comments.csv. @param needed columns that have to be there */
export const commentsReader = (needed: readonly string[] = ['comment-id']) =>
  new TableReader<PolisComment>('comments', needed, LIMITS.claims, (row, line) => {
    const cell = row('comment-id');
    if (!/^\d{1,9}$/.test(cell)) {
      throw new RefusedError('value-wrong', { value: cell.slice(0, 40), column: 'comment-id' }, { line });
    }
    const id = Number(cell);
    return {
      id,
      item: {
        id,
        text: unguardedCell(row('comment-body')),
        moderation: known(MODERATION, row, 'moderated', line),
        isMeta: known(META, row, 'is-meta', line),
      },
    };
  });

/** Reads a table of participants and their groups; other columns may stand beside. */
export const groupsReader = () =>
  new TableReader<{ participant: string; group: number }>(
    'groups',
    ['participant', 'group-id'],
    LIMITS.people,
    (row, line) => {
      const participant = row('participant');
      if (participant === '' || participant.length > LIMITS.name) {
        throw new RefusedError(
          'value-wrong',
          { value: participant.slice(0, 40), column: 'participant' },
          { line },
        );
      }
      return { id: participant, item: { participant, group: groupIn(row('group-id'), line) } };
    },
  );
