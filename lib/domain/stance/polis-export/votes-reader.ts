import { RefusedError } from '../../formats/refusal';
import type { VoteMatrix } from '../opinion-map/vote-matrix';
import { decoded } from './csv-records';
import { type ExportLimits, LIMITS } from './limits';

/**
 * Reads participants-votes.csv of a Polis export: one row for each person with their votes, +1 agree, -1 disagree, 0 pass,
 * empty for never voted. The file is taken in pieces, so what is held is the votes and one line.
 */

export interface PolisVotes {
  /** Rows in the order of the file, claims ascending by id. */
  matrix: VoteMatrix;
  /** Names of the rows, as they stand in the file. */
  participants: string[];
  /** Ids of the claims, ascending. */
  claimIds: number[];
  /** The groups of the file, -1 for none. */
  group: Int16Array;
}

const COMMA = 44;
const QUOTE = 34;
const LINE_END = 10;
const RETURN = 13;
const ZERO = 48;
const ONE = 49;
const MINUS = 45;
const ABSENT = 2;
const VOTES = new Map([
  ['', ABSENT],
  ['1', 1],
  ['+1', 1],
  ['1.0', 1],
  ['-1', -1],
  ['-1.0', -1],
  ['0', 0],
  ['0.0', 0],
  ['-0.0', 0],
]);

/** Columns that are no claims. */
const KNOWN = /^(participant|group-id|n-comments|n-votes|n-agree|n-disagree)$/;
const CLAIM = /^\d{1,9}$/;

interface Header {
  columns: number;
  participant: number;
  /** -1 when the file has none. */
  group: number;
  /** For each column the place of its claim, -1 for other columns. */
  place: Int32Array;
  claimIds: number[];
  names: string[];
}

/** @throws RefusedError when columns are missing, twice or unknown */
function headerOf(names: string[], limits: ExportLimits): Header {
  const participant = names.indexOf('participant');
  if (participant < 0) {
    throw new RefusedError('column-missing', { table: 'votes', column: 'participant' }, { line: 1 });
  }
  const columns: { id: number; column: number }[] = [];
  for (const [column, name] of names.entries()) {
    if (names.indexOf(name) !== column) throw new RefusedError('id-repeated', { id: name }, { line: 1 });
    if (CLAIM.test(name)) columns.push({ id: Number(name), column });
    // Exports have had other columns before the claims; among the claims such a name is a fault.
    else if (!KNOWN.test(name) && columns.length > 0) {
      throw new RefusedError('value-wrong', { value: name, column: 'comment-id' }, { line: 1 });
    }
  }
  if (columns.length === 0) throw new RefusedError('no-claims', {}, { line: 1 });
  if (columns.length > limits.claims) {
    throw new RefusedError('too-many-claims', { limit: limits.claims }, { line: 1 });
  }
  columns.sort((a, b) => a.id - b.id);
  const place = new Int32Array(names.length).fill(-1);
  for (const [claim, { id, column }] of columns.entries()) {
    if (columns[claim - 1]?.id === id) throw new RefusedError('id-repeated', { id }, { line: 1 });
    place[column] = claim;
  }
  return {
    columns: names.length,
    participant,
    group: names.indexOf('group-id'),
    place,
    claimIds: columns.map(({ id }) => id),
    names,
  };
}

/** Takes the file in pieces; `finish` gives what was in it. Both throw RefusedError with the line that is wrong. */
export class VotesReader {
  private readonly rest: Uint8Array[] = [];
  private restLength = 0;
  private bytes = 0;
  private line = 0;
  private header: Header | null = null;
  private cells = new Int8Array(0);
  private readonly participants: string[] = [];
  private readonly seen = new Set<string>();
  private readonly groups: number[] = [];
  private readonly rowStart: number[] = [0];
  private claim = new Int32Array(1024);
  private vote = new Int8Array(1024);
  private votes = 0;
  private readonly limits: ExportLimits;

  constructor(limits: ExportLimits = LIMITS) {
    this.limits = limits;
  }

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    if (this.bytes > this.limits.bytes) throw new RefusedError('too-large', { limit: this.limits.bytes });
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      this.takeLine(this.joined(chunk.subarray(from, end)));
      from = end + 1;
    }
    if (from < chunk.length) this.keep(chunk.slice(from));
  }

  finish(): PolisVotes {
    if (this.restLength > 0) this.takeLine(this.joined(new Uint8Array(0)));
    if (!this.header) throw new RefusedError('empty');
    if (this.participants.length === 0) throw new RefusedError('no-people');
    return {
      matrix: {
        people: this.participants.length,
        claims: this.header.claimIds.length,
        rowStart: Int32Array.from(this.rowStart),
        claim: this.claim.slice(0, this.votes),
        vote: this.vote.slice(0, this.votes),
      },
      participants: this.participants,
      claimIds: this.header.claimIds,
      group: Int16Array.from(this.groups),
    };
  }

  private keep(piece: Uint8Array): void {
    this.rest.push(piece);
    this.restLength += piece.length;
    this.checkLength(this.restLength, this.line + 1);
  }

  private checkLength(length: number, line: number): void {
    const { line: limit } = this.limits;
    if (length > limit) throw new RefusedError('text-too-long', { length, limit }, { line });
  }

  /** The line that ends with this piece. */
  private joined(piece: Uint8Array): Uint8Array {
    if (this.restLength === 0) return piece;
    this.keep(piece);
    const line = new Uint8Array(this.restLength);
    let at = 0;
    for (const part of this.rest) {
      line.set(part, at);
      at += part.length;
    }
    this.rest.length = 0;
    this.restLength = 0;
    return line;
  }

  private takeLine(line: Uint8Array): void {
    this.line += 1;
    this.checkLength(line.length, this.line);
    const end = line.at(-1) === RETURN ? line.length - 1 : line.length;
    if (end === 0) return;
    if (this.header) {
      this.takeRow(this.header, line, end);
      return;
    }
    const names = decoded(line.subarray(0, end), this.line).split(',').map(plainCell);
    this.header = headerOf(names, this.limits);
    this.cells = new Int8Array(this.header.claimIds.length);
  }

  private takeRow(header: Header, line: Uint8Array, end: number): void {
    const { place, columns } = header;
    this.cells.fill(ABSENT);
    let column = 0;
    let from = 0;
    for (let at = 0; at <= end; at += 1) {
      if (at < end && line[at] === QUOTE) at = this.closingQuote(line, at, end);
      if (at < end && line[at] !== COMMA) continue;
      const claim = column < columns ? (place[column] as number) : -1;
      if (claim >= 0) {
        if (at > from) this.cells[claim] = this.voteIn(line, from, at, header.names[column] as string);
      } else if (column === header.participant) {
        this.takeParticipant(decoded(line.subarray(from, at), this.line));
      } else if (column === header.group) this.takeGroup(decoded(line.subarray(from, at), this.line));
      column += 1;
      from = at + 1;
    }
    if (column !== columns) {
      throw new RefusedError('cells-uneven', { count: column, expected: columns }, { line: this.line });
    }
    if (header.group < 0) this.groups.push(-1);
    this.takeVotes();
  }

  private closingQuote(line: Uint8Array, open: number, end: number): number {
    const close = line.indexOf(QUOTE, open + 1);
    if (close < 0 || close >= end) throw new RefusedError('quote-open', {}, { line: this.line });
    return close + 1;
  }

  private voteIn(line: Uint8Array, from: number, to: number, name: string): number {
    const first = line[from];
    if (to - from === 1 && first === ONE) return 1;
    if (to - from === 1 && first === ZERO) return 0;
    if (to - from === 2 && first === MINUS && line[from + 1] === ONE) return -1;
    const value = plainCell(decoded(line.subarray(from, to), this.line));
    const vote = VOTES.get(value);
    if (vote === undefined) {
      const values = { value: value.slice(0, 40), claim: name };
      throw new RefusedError('vote-wrong', values, { line: this.line });
    }
    return vote;
  }

  private takeParticipant(cell: string): void {
    const name = plainCell(cell);
    const at = { line: this.line };
    if (name === '' || name.length > this.limits.name || /\p{Cc}/u.test(name)) {
      throw new RefusedError('value-wrong', { value: name.slice(0, 40), column: 'participant' }, at);
    }
    if (this.seen.has(name)) throw new RefusedError('id-repeated', { id: name }, at);
    if (this.participants.length >= this.limits.people) {
      throw new RefusedError(
        'list-too-long',
        { count: this.participants.length + 1, limit: this.limits.people },
        at,
      );
    }
    this.seen.add(name);
    this.participants.push(name);
  }

  private takeGroup(cell: string): void {
    this.groups.push(groupIn(cell, this.line));
  }

  private takeVotes(): void {
    for (let claim = 0; claim < this.cells.length; claim += 1) {
      const vote = this.cells[claim] as number;
      if (vote === ABSENT) continue;
      if (this.votes === this.claim.length) this.grow();
      this.claim[this.votes] = claim;
      this.vote[this.votes] = vote;
      this.votes += 1;
    }
    this.rowStart.push(this.votes);
  }

  private grow(): void {
    const claim = new Int32Array(this.claim.length * 2);
    claim.set(this.claim);
    this.claim = claim;
    const vote = new Int8Array(this.vote.length * 2);
    vote.set(this.vote);
    this.vote = vote;
  }
}

/** A cell without the space and the quotes around it. */
export const plainCell = (cell: string): string => {
  const trimmed = cell.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1).replaceAll('""', '"')
    : trimmed;
};

/**
 * The id of a group, -1 for an empty cell.
 * @throws RefusedError when it is no number from 0 to 9,999
 */
export function groupIn(cell: string, line: number): number {
  const value = plainCell(cell);
  if (value === '') return -1;
  if (/^\d{1,4}(\.0)?$/.test(value)) return Number(value);
  throw new RefusedError('value-wrong', { value: value.slice(0, 40), column: 'group-id' }, { line });
}
