import type { KialoEntry, KialoFile } from './kialo-lines';
import { kialoLines } from './kialo-lines';
import { inlineLinks, isWebAddress } from './kialo-text';
import type { MapCitation, MapDocument, MapSource } from './map-document';
import { MAP_LENGTHS } from './map-document';
import { MapDraft, visibleLine, visibleText } from './map-draft';
import type { ReadContext } from './reading';
import type { ReportWriter } from './report';

/**
 * Kialo's text export, both generations. Claims are numbered by their place in the tree; `-> See 1.2.` in place of a
 * text gives an earlier claim a second parent. Votes, authors and dates are not in the file.
 */

const REFERENCE = /^-> See (\d+(?:\.\d+)*)\.?$/;

/** Sources by address, so that one cited twice is there once. */
class Sources {
  readonly list: MapSource[] = [];
  readonly #byAddress = new Map<string, string>();
  readonly #report: ReportWriter;

  constructor(report: ReportWriter) {
    this.#report = report;
  }

  /** The key of a source; `title` names a new one. */
  key(address: string, title: string, place: string): string {
    const known = this.#byAddress.get(address);
    if (known !== undefined) {
      this.#report.merged('same-source', place, { id: known });
      return known;
    }
    const key = `s${this.list.length + 1}`;
    this.#byAddress.set(address, key);
    const url = isWebAddress(address) ? { url: address.slice(0, MAP_LENGTHS.url) } : {};
    this.list.push({ key, title: visibleLine(title || address, MAP_LENGTHS.line) || key, ...url, text: '' });
    return key;
  }
}

interface Footnotes {
  /** Text without its footnotes, and the numbers that stood there. */
  take: (text: string, place: string) => { text: string; numbers: number[] };
  next: () => number;
}

/**
 * Footnotes are numbered 1, 2, 3 … in the order of the file, each after a space. Any other bracketed number is text.
 */
function footnotes(count: number, report: ReportWriter): Footnotes {
  let expected = 1;
  const candidates = new Map<number, number>();
  const take = (text: string, place: string) => {
    const numbers: number[] = [];
    const rest = text.replace(/ \[(\d{1,6})\]/g, (whole, digits: string) => {
      const number = Number(digits);
      if (number > count || String(number) !== digits) return whole;
      const seen = (candidates.get(number) ?? 0) + 1;
      candidates.set(number, seen);
      if (seen === 2 && number < expected) report.guessed('footnote-ambiguous', place, { number });
      if (number !== expected) return whole;
      expected += 1;
      numbers.push(number);
      return '';
    });
    return { text: rest, numbers };
  };
  return { take, next: () => expected };
}

interface Placed {
  /** The claim that an entry stands for: itself, or the one it refers to; null for a question and a lost reference. */
  claimId: string | null;
}

/**
 * Reads a Kialo text export. Numbers become ids.
 * @throws RefusedError
 */
export function readKialo(text: string, context: ReadContext): MapDocument {
  const { report, limits, fallbackTitle } = context;
  const file = kialoLines(text, limits, report);
  const draft = new MapDraft(report, limits);
  const sources = new Sources(report);
  const notes = footnotes(file.sources.length, report);
  const placed = new Map<string, Placed>();
  report.count(`generation ${file.generation}`);
  const question = file.entries.find((entry) => entry.isQuestion && entry.depth === 1);
  let questionText: string | undefined;
  for (const entry of file.entries) {
    if (entry === question) {
      questionText = visibleText(wording(entry, file, sources, notes, report).text);
      placed.set(entry.number, { claimId: null });
      continue;
    }
    const reference = REFERENCE.exec(entry.text.trim())?.[1];
    placed.set(entry.number, { claimId: reference ? refer(entry, reference, placed, report) : entry.number });
    if (reference) report.count('references');
    else {
      const { text: words, citations } = wording(entry, file, sources, notes, report);
      const isMotion = entry.depth === 1 || parentOf(entry) === question?.number;
      draft.claim({ id: entry.number, text: words, isMotion, citations, place: `line ${entry.line}` });
      report.count('claims');
    }
    if (parentOf(entry) !== question?.number) relate(entry, placed, draft, report);
  }
  for (let number = notes.next(); number <= file.sources.length; number++) {
    const source = file.sources[number - 1];
    if (!source) break;
    report.guessed('source-not-cited', `line ${source.line}`, { number });
    sources.key(source.address, '', `line ${source.line}`);
  }
  return draft.finish({ title: file.title, question: questionText, sources: sources.list }, fallbackTitle);
}

const parentOf = ({ number }: KialoEntry): string => number.split('.').slice(0, -1).join('.');

/** The claim that a reference names; it always stands further up. */
function refer(
  { number, line }: KialoEntry,
  reference: string,
  placed: ReadonlyMap<string, Placed>,
  report: ReportWriter,
): string | null {
  const claimId = placed.get(reference)?.claimId ?? null;
  const place = `line ${line}`;
  if (claimId === null) report.dropped('reference-not-backwards', place, { number: reference });
  else report.merged('second-parent', place, { number: reference, from: number });
  return claimId;
}

/** A claim's words, and what they cite. */
function wording(
  entry: KialoEntry,
  { generation, sources: listed }: KialoFile,
  sources: Sources,
  notes: Footnotes,
  report: ReportWriter,
): { text: string; citations: MapCitation[] } {
  const place = `line ${entry.line}`;
  if (generation === 1) {
    const { text, links } = inlineLinks(entry.text, (url) =>
      report.dropped('link-not-a-source', place, { url }),
    );
    const citations = links.map(({ url, label }) => ({ source: sources.key(url, label, place) }));
    return { text, citations: onceEach(citations) };
  }
  const { text, numbers } = notes.take(entry.text, place);
  const citations = numbers.flatMap((number) => {
    const source = listed[number - 1];
    if (!source) return [];
    const key = sources.key(source.address, '', `line ${source.line}`);
    const exact = visibleText(source.quote).slice(0, MAP_LENGTHS.prose);
    return [exact === '' ? { source: key } : { source: key, exact }];
  });
  return { text, citations };
}

function onceEach(citations: readonly MapCitation[]): MapCitation[] {
  const seen = new Set<string>();
  return citations.filter(({ source }) => !seen.has(source) && seen.add(source));
}

/** Joins an entry to its parent by its own stance. */
function relate(
  entry: KialoEntry,
  placed: ReadonlyMap<string, Placed>,
  draft: MapDraft,
  report: ReportWriter,
): void {
  const place = `line ${entry.line}`;
  const from = placed.get(entry.number)?.claimId;
  const parent = placed.get(parentOf(entry));
  if (!from || !parent) return;
  if (parent.claimId === null) {
    report.dropped('relation-end-missing', place, { id: parentOf(entry) });
    return;
  }
  if (parent.claimId !== parentOf(entry)) {
    report.guessed('child-of-reference', place, { number: parent.claimId });
  }
  if (entry.stance === null) report.guessed('stance-missing', place);
  draft.relation({ from, to: parent.claimId, kind: entry.stance === 'Con' ? 'attacks' : 'supports', place });
}
