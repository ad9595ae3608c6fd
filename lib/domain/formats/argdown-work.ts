import type { ConversionLimits } from './limits';
import { RefusedError } from './refusal';
import { lineAt } from './source-text';

/**
 * How much work a text asks of the Argdown parser, told in one pass before it begins. Its patterns look for the end of
 * a comment, a link or a data block from each possible beginning, so a text of beginnings without ends takes time with
 * the square of its length; and it keeps an object for each mark. No text that people write comes near these bounds.
 */

/** Characters looked at in vain. */
const MOST_STEPS = 300_000_000;
/** Pairs of relations that one claim has. */
const MOST_PAIRS = 30_000_000;
const MOST_TAGS_IN_BLOCK = 5_000;
/** Characters copied, because a text grows line by line. */
const MOST_COPIES = 1_000_000_000;
/** Each mark is an object to the parser. In prose about one character of twenty is one, in our own files one of six. */
const MOST_MARKS = 700_000;
/** The more marks, the smaller the share of the text that they may be. */
const DENSE_MARKS = [
  { marks: 100_000, share: 0.6 },
  { marks: 200_000, share: 0.22 },
] as const;

/** Emphasis, tags, mentions and links: each is a range that the parser walks through again and again. */
const MOST_INLINE_MARKS = 50_000;
const INLINE_MARKS = /(?<!\\)(?:[*_#@]|\]\()/g;
const TITLES = /\[[^\]\n]*\](?!\()|<[^>\n]*>/g;

const FRONT_MATTER = /^\s*={3,}[\s\S]*?={3,}/;

/** What begins something, and what ends it, when that may stand anywhere below. */
const OPEN_ENDED: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/(?<!\\)\/\*/g, /\*\//g],
  [/(?<!\\)<!--/g, /-->/g],
  [/(?<!\\)\{/g, /\}(?=\s[^,}]|\s*$)/g],
  [/(?<!\\)\[/g, /\]/g],
  [/(?<!\\)\]\(/g, /\)/g],
  [/(?<!\\)#\(/g, /\)/g],
];

const MARKS = /[@#*_[\],.:</>(){};\\\r\n-]/g;
const ARROW = /^([ \t']*)(?:<?[+-]|[+-]>|<_|_>?|><)[ \t]*(\[[^\]\n]*\]|<[^>\n]*>)?/;
const TITLE = /^(\[[^\]\n]*\]|<[^>\n]*>)/;

const countOf = (text: string, pattern: RegExp): number => {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
};

function refuse(text: string, offset: number): never {
  throw new RefusedError('too-much-work', {}, { line: lineAt(text, offset) });
}

function lastEnd(text: string, end: RegExp): number {
  let last = 0;
  for (const found of text.matchAll(end)) last = found.index + found[0].length;
  return last;
}

/** Beginnings below the last end, each of which is followed to the end of the text. */
function checkOpenEnded(text: string, start: number): void {
  for (const [begin, end] of OPEN_ENDED) {
    const from = Math.max(start, lastEnd(text, end));
    const rest = text.slice(from);
    const steps = countOf(rest, begin) * rest.length;
    if (steps > MOST_STEPS) refuse(text, from + rest.search(new RegExp(begin.source)));
  }
}

/** Titles and mentions end on their line. */
function checkLines(text: string, start: number): void {
  let steps = 0;
  let at = start;
  for (const line of text.slice(start).split('\n')) {
    // Short lines cannot add up to much: their cost is bounded by their length.
    if (line.length > 2_000) steps += countOf(line, /[[<@]/g) * line.length;
    if (steps > MOST_STEPS) refuse(text, at);
    at += line.length + 1;
  }
}

/** Relations of one claim are compared with each other, so are tags of a statement; texts are copied line by line. */
function checkGrowth(text: string, start: number, maxDepth: number): void {
  const arrows = new Map<string, number>();
  let pairs = 0;
  let tags = 0;
  let at = start;
  let number = 0;
  let length = 0;
  let copies = 0;
  // The claims that arrows of each indentation hang on.
  let parents: { indent: number; title: string }[] = [];
  const add = (title: string) => {
    const count = (arrows.get(title) ?? 0) + 1;
    arrows.set(title, count);
    pairs += count;
    if (pairs > MOST_PAIRS) refuse(text, at);
  };
  for (const line of text.slice(start).split('\n')) {
    number += 1;
    if (line.trim() === '') tags = 0;
    tags += countOf(line, /#/g);
    if (tags > MOST_TAGS_IN_BLOCK) refuse(text, at);
    const [arrow, indent = '', title = `line ${number}`] = ARROW.exec(line) ?? [];
    length = arrow !== undefined || line.trim() === '' ? 0 : length + line.length;
    copies += length;
    if (copies > MOST_COPIES) refuse(text, at);
    if (arrow === undefined) {
      const own = TITLE.exec(line)?.[1];
      if (own !== undefined || parents.length === 0)
        parents = [{ indent: -1, title: own ?? `line ${number}` }];
    } else {
      while (parents.length > 1 && (parents.at(-1)?.indent ?? -1) >= indent.length) parents.pop();
      add(parents.at(-1)?.title ?? '');
      add(title);
      parents.push({ indent: indent.length, title });
      // The parser calls itself for each level, and its stack ends before a reader's patience.
      if (parents.length > maxDepth)
        throw new RefusedError('too-deep', { limit: maxDepth }, { line: lineAt(text, at) });
    }
    at += line.length + 1;
  }
}

/** A line without the data at its end, which is one object whatever is in it. */
function withoutData(line: string): string {
  const data = line.trimEnd().endsWith('}') ? line.indexOf(' {') : -1;
  return data < 0 ? line : line.slice(0, data);
}

function checkMarks(text: string, start: number): void {
  const rest = text.slice(start).split('\n').map(withoutData).join('\n');
  const marks = countOf(rest, MARKS);
  const isDense = DENSE_MARKS.some((dense) => marks > dense.marks && marks > rest.length * dense.share);
  if (isDense || marks > MOST_MARKS) refuse(text, start);
  // Signs within a title are letters of it.
  if (marks > MOST_INLINE_MARKS && countOf(rest.replace(TITLES, ''), INLINE_MARKS) > MOST_INLINE_MARKS) {
    refuse(text, start);
  }
}

const BLOCK_COMMENT = /(?<!\\)(?:\/\*|<!--)/;
/** Lines that begin something of their own. */
const BEGINNING = /^[ \t]*(?:$|[[<(#+>-]|_>|={3})/;
/** Data, comments and links in a text: how much of it is shown is for the parser to say. */
const HIDING = /(?<!\\)(?:\{|\/\/|\]\()/;

/** Texts that are too long even when all but their letters and digits are marks. */
function checkTexts(text: string, start: number, longest: number): void {
  if (BLOCK_COMMENT.test(text)) return;
  let at = start;
  let begin = start;
  let block = '';
  const check = () => {
    if (block.length <= longest || HIDING.test(block)) return;
    const length = countOf(block, /[\p{L}\p{N}]/gu);
    if (length <= longest) return;
    throw new RefusedError('text-too-long', { length, limit: longest }, { line: lineAt(text, begin) });
  };
  for (const line of text.slice(start).split('\n')) {
    if (BEGINNING.test(line)) {
      check();
      begin = at;
      block = '';
    }
    block += `${withoutData(line)}\n`;
    at += line.length + 1;
  }
  check();
}

/**
 * Lets pass what nests no deeper and has no longer texts than the limits say, and what the parser can read in time that
 * grows with the length.
 * @throws RefusedError
 */
export function checkArgdownWork(text: string, { maxDepth, maxTextLength }: ConversionLimits): void {
  const start = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  checkTexts(text, start, maxTextLength);
  checkMarks(text, start);
  checkOpenEnded(text, start);
  checkLines(text, start);
  checkGrowth(text, start, maxDepth);
}
