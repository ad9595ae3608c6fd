import { RefusedError } from '../../formats/refusal';
import { LIMITS } from './limits';

/** Rows of a small CSV file that comes in pieces; cells in quotes may have commas and line ends. */

/** @throws RefusedError when the bytes are not UTF-8 or hold NUL */
export function decoded(bytes: Uint8Array, line: number): string {
  if (line === 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    throw new RefusedError('utf-16', {}, { line });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedError('not-utf-8', {}, { line });
  }
  if (text.includes('\0')) throw new RefusedError('control-character', { code: 'U+0000' }, { line });
  return text;
}

export interface CsvRecord {
  cells: string[];
  /** Line on which the row begins, from 1. */
  line: number;
}

/** Signs that end a run of plain text: outside of quotes, and in them, where line ends are counted. */
const SPECIAL = /[",\r\n\0]/g;
const SPECIAL_IN_QUOTES = /["\n\0]/g;

/** Takes pieces of the file and hands on each row as soon as it is whole. `push` and `finish` throw RefusedError. */
export class CsvRecords {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly take: (record: CsvRecord) => void;
  private bytes = 0;
  private line = 1;
  private start = 1;
  private cells: string[] = [];
  private cell = '';
  /** In quotes; or just after a quote that may have closed them. */
  private state: 'plain' | 'quoted' | 'closing' = 'plain';

  constructor(take: (record: CsvRecord) => void) {
    this.take = take;
  }

  push(chunk: Uint8Array): void {
    if (
      this.bytes === 0 &&
      ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))
    ) {
      throw new RefusedError('utf-16', {}, { line: 1 });
    }
    this.bytes += chunk.length;
    if (this.bytes > LIMITS.bytes) throw new RefusedError('too-large', { limit: LIMITS.bytes });
    this.takeText(this.decode(chunk, true));
  }

  finish(): void {
    if (this.bytes === 0) throw new RefusedError('empty');
    this.takeText(this.decode(new Uint8Array(0), false));
    if (this.state === 'quoted') throw new RefusedError('quote-open', {}, { line: this.start });
    this.endRow();
  }

  private decode(chunk: Uint8Array, stream: boolean): string {
    try {
      return this.decoder.decode(chunk, { stream });
    } catch {
      throw new RefusedError('not-utf-8', {}, { line: this.line });
    }
  }

  private takeText(text: string): void {
    for (let from = 0; from < text.length; ) {
      const special = this.state === 'quoted' ? SPECIAL_IN_QUOTES : SPECIAL;
      special.lastIndex = from;
      const at = special.test(text) ? special.lastIndex - 1 : text.length;
      if (at > from) this.add(text.slice(from, at));
      if (at < text.length) this.takeSpecial(text[at] as string);
      from = at + 1;
    }
  }

  private takeSpecial(sign: string): void {
    if (sign === '\n') this.line += 1;
    if (sign === '\0') throw new RefusedError('control-character', { code: 'U+0000' }, { line: this.line });
    if (this.state === 'quoted') {
      if (sign === '"') this.state = 'closing';
      else this.add(sign);
    } else if (sign === '"' && this.state === 'closing') {
      this.add(sign);
      this.state = 'quoted';
    } else if (sign === '"' && this.cell === '') this.state = 'quoted';
    else if (sign === ',') this.endCell();
    else if (sign === '\n') this.endRow();
    else if (sign !== '\r') this.add(sign);
  }

  private add(text: string): void {
    this.cell += text;
    if (this.cell.length > LIMITS.line) {
      const at = { line: this.line };
      throw new RefusedError('text-too-long', { length: this.cell.length, limit: LIMITS.line }, at);
    }
  }

  private endCell(): void {
    this.cells.push(this.cell);
    if (this.cells.length > LIMITS.claims + LIMITS.name) {
      throw new RefusedError('too-many-claims', { limit: LIMITS.claims }, { line: this.line });
    }
    this.cell = '';
    this.state = 'plain';
  }

  private endRow(): void {
    this.endCell();
    const record = { cells: this.cells, line: this.start };
    this.cells = [];
    this.start = this.line;
    // An empty line is no row.
    if (record.cells.length > 1 || record.cells[0] !== '') this.take(record);
  }
}
