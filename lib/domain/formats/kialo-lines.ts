import type { ConversionLimits } from './limits';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';

/** The claims of a Kialo text export as they stand in the file, before footnotes and references are resolved. */

export type KialoStance = 'Pro' | 'Con' | null;

export interface KialoEntry {
  /** `1.2.3` */
  number: string;
  depth: number;
  /** The question above several theses. */
  isQuestion: boolean;
  stance: KialoStance;
  text: string;
  line: number;
}

export interface KialoSource {
  number: number;
  address: string;
  /** Quoted lines below it. */
  quote: string;
  line: number;
}

export interface KialoFile {
  generation: 1 | 2;
  title: string;
  entries: KialoEntry[];
  /** Second generation only. */
  sources: KialoSource[];
}

export const KIALO_HEADS = { first: 'Discussion Title:', second: 'Discussion Name:' } as const;

const FIRST = /^(\d+(?:\.\d+)*)\.(?: (.*))?$/;
const SECOND = /^( *)(\d+(?:\.\d+)*)\. (Thesis|Question|Pro|Con):$/;
const SOURCE = /^\[(\d+)\] (.*)$/;

const depthOf = (number: string): number => number.split('.').length;

/** Refuses numbers that are there twice, too deep, or without a parent before them. */
function checkNumbers(entries: readonly KialoEntry[], limits: ConversionLimits): void {
  const known = new Set<string>();
  for (const { number, depth, line } of entries) {
    if (depth > limits.maxDepth) throw new RefusedError('too-deep', { limit: limits.maxDepth }, { line });
    if (known.has(number)) throw new RefusedError('number-repeated', { number }, { line });
    const parent = number.split('.').slice(0, -1).join('.');
    if (parent !== '' && !known.has(parent))
      throw new RefusedError('parent-missing', { number, parent }, { line });
    known.add(number);
  }
}

/** First generation: one line a claim. */
function firstGeneration(lines: readonly string[], report: ReportWriter): KialoEntry[] {
  const entries: KialoEntry[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const head = FIRST.exec(line);
    const last = entries.at(-1);
    if (!head) {
      if (!last) throw new RefusedError('header-missing', { expected: '1. ' }, { line: index + 1 });
      report.guessed('continued-line', `line ${index + 1}`);
      last.text += `\n${line.trim()}`;
      continue;
    }
    const [, number = '', rest = ''] = head;
    const depth = depthOf(number);
    // A thesis has no stance; one that begins with "Pro:" is worded so.
    const stance = depth > 1 ? /^(Pro|Con):(?: |$)/.exec(rest) : null;
    entries.push({
      number,
      depth,
      isQuestion: false,
      stance: stance ? (stance[1] as 'Pro' | 'Con') : null,
      text: rest.slice(stance?.[0].length ?? 0),
      line: index + 1,
    });
  }
  settleQuestion(entries);
  return entries;
}

const QUESTION = 'Question: ';
const THESIS = 'Thesis: ';

/** The first line may be a question: then what stands right below it is theses, without a stance. */
function settleQuestion(entries: KialoEntry[]): void {
  const [first, ...rest] = entries;
  if (!first?.text.startsWith(QUESTION)) return;
  const theses = rest.filter(({ depth, number }) => depth === 2 && number.startsWith(`${first.number}.`));
  if (theses.length === 0 || theses.some(({ stance }) => stance !== null)) return;
  first.isQuestion = true;
  first.text = first.text.slice(QUESTION.length);
  for (const thesis of theses) {
    if (thesis.text.startsWith(THESIS)) thesis.text = thesis.text.slice(THESIS.length);
  }
}

/** Where the sources of the second generation begin: the last `Sources:` that only sources follow. */
function sourcesAt(lines: readonly string[]): number {
  const at = lines.lastIndexOf('Sources:');
  if (at < 0 || (lines[at - 1] ?? '').trim() !== '') return lines.length;
  const next = lines.slice(at + 1).find((line) => line.trim() !== '');
  return next !== undefined && SOURCE.exec(next)?.[1] === '1' ? at : lines.length;
}

function readSources(lines: readonly string[], start: number): KialoSource[] {
  const sources: KialoSource[] = [];
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const head = SOURCE.exec(line);
    const last = sources.at(-1);
    if (head && Number(head[1]) === sources.length + 1) {
      sources.push({
        number: sources.length + 1,
        address: (head[2] ?? '').trim(),
        quote: '',
        line: index + 1,
      });
    } else if (last) {
      last.quote += `${last.quote === '' ? '' : '\n'}${line.trim()}`;
    } else if (line.trim() !== '') {
      throw new RefusedError('sources-out-of-order', { expected: '[1]' }, { line: index + 1 });
    }
  }
  for (const source of sources) source.quote = unquoted(source.quote.trim());
  return sources;
}

/** A quotation without its marks. */
function unquoted(text: string): string {
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('>')))
    return lines.map((line) => line.replace(/^> ?/, '')).join('\n');
  return /^["“„«][\s\S]*["”“»]$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

/** Whether a number can come right after another: below it, or beside it or one of its parents. */
function isNext(number: string, last: string): boolean {
  if (number === `${last}.1`) return true;
  const steps = last.split('.').map(Number);
  return steps.some((step, index) => number === [...steps.slice(0, index), step + 1].join('.'));
}

/** Whether any claim below another stands where the format has it; a file may have lost its indentation on its way. */
const isIndented = (lines: readonly string[], end: number): boolean =>
  lines.slice(0, end).some((line) => {
    const [, indent = '', number = ''] = SECOND.exec(line) ?? [];
    return indent !== '' && indent.length === 2 * (depthOf(number) - 1);
  });

/** Second generation: blocks with their text on the lines below, indented by two spaces a level. */
function secondGeneration(lines: readonly string[], end: number, report: ReportWriter): KialoEntry[] {
  const entries: KialoEntry[] = [];
  const texts: string[][] = [];
  const margins: number[] = [];
  const hasMargins = isIndented(lines, end);
  for (let index = 2; index < end; index++) {
    const line = lines[index] ?? '';
    const isApart = entries.length === 0 || (lines[index - 1] ?? '').trim() === '';
    const head = isApart ? SECOND.exec(line) : null;
    const [, indent = '', number = '', label = ''] = head ?? [];
    const depth = depthOf(number);
    const inPlace = indent.length === 2 * (depth - 1);
    const isLikely = head !== null && !inPlace && isNext(number, entries.at(-1)?.number ?? '0');
    if (isLikely) {
      report.guessed(hasMargins ? 'header-as-text' : 'margin-missing', `line ${index + 1}`, { number });
    }
    if (head && (inPlace || (isLikely && !hasMargins))) {
      const stance = label === 'Pro' || label === 'Con' ? label : null;
      entries.push({ number, depth, isQuestion: label === 'Question', stance, text: '', line: index + 1 });
      texts.push([]);
      margins.push(indent.length);
      continue;
    }
    const last = entries.at(-1);
    if (!last) {
      if (line.trim() === '') continue;
      throw new RefusedError('header-missing', { expected: '1. Thesis:' }, { line: index + 1 });
    }
    const margin = margins.at(-1) ?? 0;
    texts.at(-1)?.push(line.slice(0, margin).trim() === '' ? line.slice(margin) : line.trimStart());
  }
  for (const [index, entry] of entries.entries()) entry.text = (texts[index] ?? []).join('\n').trim();
  return entries;
}

/**
 * Splits a Kialo text export of either generation into its claims and sources.
 * @throws RefusedError when the head is not one of Kialo's, or the numbers do not fit together.
 */
export function kialoLines(text: string, limits: ConversionLimits, report: ReportWriter): KialoFile {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  const [head = ''] = lines;
  if (head.startsWith(KIALO_HEADS.first)) {
    const entries = firstGeneration(lines, report);
    checkNumbers(entries, limits);
    return { generation: 1, title: head.slice(KIALO_HEADS.first.length).trim(), entries, sources: [] };
  }
  if (!head.startsWith(KIALO_HEADS.second)) {
    throw new RefusedError('header-missing', { expected: KIALO_HEADS.first }, { line: 1 });
  }
  const end = sourcesAt(lines);
  const entries = secondGeneration(lines, end, report);
  checkNumbers(entries, limits);
  const title = (lines[1] ?? '').trim() || head.slice(KIALO_HEADS.second.length).trim();
  return { generation: 2, title, entries, sources: readSources(lines, end) };
}
