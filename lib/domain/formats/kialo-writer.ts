import { KIALO_HEADS } from './kialo-lines';
import { DEFAULT_LIMITS } from './limits';
import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapClaim, MapDocument } from './map-document';
import type { OutlineRow } from './outline-tree';
import { outlineRows, outlineTree } from './outline-tree';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';
import type { WriteContext } from './writing';

/** Kialo text out, second generation. A claim is written where it is first met; elsewhere stands `-> See 1.2.`. */

const CARRIED: readonly CarriedField[] = ['title', 'sources', 'citations', 'quotes', 'undercuts'];

const HEADER = /^ *\d+(\.\d+)*\. (Thesis|Question|Pro|Con):$/;

/** Lines of a text as they can stand in the file, changed only where they would be read as something else. */
function guardedLines(claim: MapClaim, expectedNote: number | null, report: ReportWriter): string[] {
  const place = `claim ${claim.id}`;
  let text = claim.text.replace(/\r\n?/g, '\n').trim();
  if (/^-> See \d+(\.\d+)*\.?$/.test(text)) {
    report.dropped('text-guarded', place, { as: 'a reference' });
    text = text.replace('->', '→');
  }
  const note = ` [${expectedNote}]`;
  if (expectedNote !== null && text.includes(note)) {
    report.dropped('text-guarded', place, { as: 'a footnote' });
    text = text.replaceAll(note, `\u00a0[${expectedNote}]`);
  }
  const lines = text.split('\n');
  if (!lines.slice(1).some((line) => HEADER.test(line) || line.trim() === 'Sources:')) return lines;
  report.dropped('text-flattened', place);
  return [lines.map((line) => line.trim()).join(' ')];
}

class KialoFileWriter {
  readonly #claims: Map<string, MapClaim>;
  readonly #sources: Map<string, string>;
  readonly #noteCount: number;
  readonly #report: ReportWriter;
  readonly #notes: string[] = [];
  readonly #blocks: string[] = [];

  constructor(map: MapDocument, report: ReportWriter) {
    this.#claims = new Map(map.claims.map((claim) => [claim.id, claim]));
    this.#sources = new Map(map.sources.map(({ key, url, title }) => [key, url ?? title]));
    this.#noteCount = map.claims.reduce((sum, claim) => sum + claim.citations.length, 0);
    this.#report = report;
  }

  /** Writes the question that several theses answer. */
  question(text: string): void {
    const line = text.replace(/\s+/g, ' ').trim();
    const guarded = this.#noteCount > 0 ? line.replaceAll(' [1]', '\u00a0[1]') : line;
    if (guarded !== line) this.#report.dropped('text-guarded', '/question', { as: 'a footnote' });
    this.block('1', 'Question', [guarded]);
  }

  /** Writes a row of the outline; `prefix` goes in front of every number. */
  row({ claimId, relation, number, seenAs }: OutlineRow, prefix: string): void {
    const label = relation === null ? 'Thesis' : relation.kind === 'supports' ? 'Pro' : 'Con';
    if (relation?.kind === 'undercuts') {
      this.#report.dropped('undercut-becomes-objection', `relation ${relation.id}`);
    }
    const lines = seenAs === null ? this.#words(claimId) : [`-> See ${prefix}${seenAs}.`];
    this.block(`${prefix}${number}`, label, lines);
  }

  block(number: string, label: string, lines: readonly string[]): void {
    const depth = number.split('.').length;
    if (depth > DEFAULT_LIMITS.maxDepth)
      throw new RefusedError('too-deep', { limit: DEFAULT_LIMITS.maxDepth });
    const margin = '  '.repeat(depth - 1);
    const block = [`${number}. ${label}:`, ...lines].map((line) => (line === '' ? '' : `${margin}${line}`));
    this.#blocks.push(block.join('\n'));
  }

  text(title: string): string {
    const sources = this.#notes.length === 0 ? [] : [['Sources:', ...this.#notes].join('\n')];
    return `${[`${KIALO_HEADS.second}\n${title}`, ...this.#blocks, ...sources].join('\n\n')}\n`;
  }

  #words(claimId: string): string[] {
    const claim = this.#claims.get(claimId);
    if (!claim) return [];
    const next = this.#notes.length + 1;
    const lines = guardedLines(claim, next <= this.#noteCount ? next : null, this.#report);
    const notes = claim.citations.map(({ source, exact }) => {
      const number = this.#notes.length + 1;
      const quote = exact === undefined ? '' : `\n"${exact.replace(/\s+/g, ' ').trim()}"`;
      this.#notes.push(`[${number}] ${this.#sources.get(source) ?? source}${quote}`);
      return ` [${number}]`;
    });
    return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${notes.join('')}`];
  }
}

/** Kialo text. */
export function writeKialo(map: MapDocument, { report }: WriteContext): string {
  const tree = outlineTree(map);
  const { roots } = tree;
  const file = new KialoFileWriter(map, report);
  if (roots.length > 1) file.question(map.question ?? map.title);
  for (const row of outlineRows(tree)) file.row(row, roots.length > 1 ? '1.' : '');
  const motions = map.claims.filter((claim) => claim.isMotion);
  const carried = [...CARRIED];
  if (roots.length > 1) carried.push('question');
  if (motions.every(({ id }) => roots.includes(id))) carried.push('motion');
  reportLosses(map, 'kialo', carried, report);
  return file.text(map.title.replace(/\s+/g, ' ').trim());
}
