import { KIALO_HEADS } from './kialo-lines';
import { DEFAULT_LIMITS } from './limits';
import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapClaim, MapDocument } from './map-document';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';
import type { WriteContext } from './writing';

/** Kialo text out, second generation. A claim is written where it is first met; elsewhere stands `-> See 1.2.`. */

const CARRIED: readonly CarriedField[] = ['title', 'sources', 'citations', 'quotes', 'undercuts'];

interface Branch {
  claimId: string;
  label: 'Thesis' | 'Pro' | 'Con';
}

/** What stands below each claim; an undercut stands below the claim that gives the undercut reason. */
function branchesOf(map: MapDocument, report: ReportWriter): Map<string, Branch[]> {
  const reasons = new Map(map.relations.map((relation) => [relation.id, relation.from]));
  const branches = new Map<string, Branch[]>();
  for (const { id, from, to, kind } of map.relations) {
    if (kind === 'undercuts') report.dropped('undercut-becomes-objection', `relation ${id}`);
    const parent = kind === 'undercuts' ? (reasons.get(to) ?? to) : to;
    if (parent === from) continue;
    const branch: Branch = { claimId: from, label: kind === 'supports' ? 'Pro' : 'Con' };
    const list = branches.get(parent);
    if (list) list.push(branch);
    else branches.set(parent, [branch]);
  }
  return branches;
}

/** Claims to begin with, so that every claim is reached: those that lead nowhere, then what only loops lead to. */
function rootsOf(map: MapDocument, branches: ReadonlyMap<string, readonly Branch[]>): string[] {
  const below = new Set([...branches.values()].flat().map(({ claimId }) => claimId));
  const reached = new Set<string>();
  const reach = (root: string) => {
    const waiting = [root];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const { claimId } of branches.get(id) ?? []) waiting.push(claimId);
    }
  };
  const byRank = (claim: MapClaim) => (claim.isMotion ? 0 : 1);
  const ranked = [...map.claims].sort((a, b) => byRank(a) - byRank(b));
  const roots: string[] = [];
  for (const isOnTop of [true, false]) {
    for (const { id } of ranked) {
      if (reached.has(id) || (isOnTop && below.has(id))) continue;
      roots.push(id);
      reach(id);
    }
  }
  return roots;
}

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
  return [text.replace(/\s*\n\s*/g, ' ')];
}

class KialoFileWriter {
  readonly #claims: Map<string, MapClaim>;
  readonly #sources: Map<string, string>;
  readonly #noteCount: number;
  readonly #report: ReportWriter;
  readonly #notes: string[] = [];
  readonly #blocks: string[] = [];
  readonly #numbers = new Map<string, string>();

  constructor(map: MapDocument, report: ReportWriter) {
    this.#claims = new Map(map.claims.map((claim) => [claim.id, claim]));
    this.#sources = new Map(map.sources.map(({ key, url, title }) => [key, url ?? title]));
    this.#noteCount = map.claims.reduce((sum, claim) => sum + claim.citations.length, 0);
    this.#report = report;
  }

  /** Writes a claim and all below it. */
  branch(root: Branch, rootNumber: string, branches: ReadonlyMap<string, readonly Branch[]>): void {
    const waiting: { branch: Branch; number: string }[] = [{ branch: root, number: rootNumber }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { branch, number } = next;
      const known = this.#numbers.get(branch.claimId);
      this.block(
        number,
        branch.label,
        known === undefined ? this.#words(branch.claimId) : [`-> See ${known}.`],
      );
      if (known !== undefined) continue;
      this.#numbers.set(branch.claimId, number);
      const below = branches.get(branch.claimId) ?? [];
      const numbered = below.map((child, index) => ({ branch: child, number: `${number}.${index + 1}` }));
      waiting.push(...numbered.reverse());
    }
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
  const branches = branchesOf(map, report);
  const roots = rootsOf(map, branches);
  const file = new KialoFileWriter(map, report);
  if (roots.length === 1) {
    for (const root of roots) file.branch({ claimId: root, label: 'Thesis' }, '1', branches);
  } else {
    file.block('1', 'Question', [(map.question ?? map.title).replace(/\s+/g, ' ').trim()]);
    for (const [index, root] of roots.entries()) {
      file.branch({ claimId: root, label: 'Thesis' }, `1.${index + 1}`, branches);
    }
  }
  const motions = map.claims.filter((claim) => claim.isMotion);
  const carried = [...CARRIED];
  if (roots.length > 1) carried.push('question');
  if (motions.every(({ id }) => roots.includes(id))) carried.push('motion');
  reportLosses(map, 'kialo', carried, report);
  return file.text(map.title.replace(/\s+/g, ' ').trim());
}
