// Finding a thousand annotations again in an edited text of 1 MB, against a plain baseline in the same run: the lines of both
// texts compared once, and every quote looked for with indexOf, which follows no edit and knows no lookalike. Hostile texts
// must not cost more than 5 seconds either.

import { diffLines } from 'diff';
import { anchorAll } from '../lib/domain/annotation/anchor';
import type { AnchorSelector } from '../lib/domain/annotation/anchor-types';
import { inRounds, median, type Row, row } from './measure';

const UNITS = 1_000_000;
const ANNOTATIONS = 1_000;
const ROUNDS = 3;
/** What one re-anchoring may cost in milliseconds of CPU, whatever the text. */
const MOST_MS = 5_000;

/** Numbers in [0, 1) that are the same in every run (Lehmer 1951). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Sentences of words as unevenly frequent as those of a language (Zipf 1935), one in eight ending a paragraph. */
function sentences(next: () => number): string[] {
  const letters = 'etaoinshrdlucmfwypvbgk';
  const words = Array.from({ length: 6_000 }, () =>
    Array.from(
      { length: 2 + Math.floor(next() * 9) },
      () => letters[Math.floor(next() * letters.length)],
    ).join(''),
  );
  const made: string[] = [];
  for (let length = 0; length < UNITS; ) {
    const count = 6 + Math.floor(next() * 20);
    const picked = Array.from({ length: count }, () => words[Math.floor(6_000 ** next()) - 1] ?? '');
    const sentence = `${picked.join(' ')}.${next() < 0.125 ? '\n\n' : ' '}`;
    made.push(sentence);
    length += sentence.length;
  }
  return made;
}

/** Of ten sentences one is deleted, edited or put in. */
function edited(text: readonly string[], next: () => number): string {
  return text
    .flatMap((sentence) => {
      const die = next();
      if (die < 0.033) return [];
      if (die < 0.066) return [sentence.replace(/ (\w+) /, ' mended ')];
      return die < 0.1 ? [sentence, 'This sentence was put in. '] : [sentence];
    })
    .join('');
}

function selectors(text: string, next: () => number, longest: number): AnchorSelector[] {
  return Array.from({ length: ANNOTATIONS }, () => {
    const length = Math.min(text.length, 20 + Math.floor(next() * longest));
    const start = Math.floor(next() * (text.length - length));
    const end = start + length;
    return {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      start,
      end,
    };
  });
}

/** CPU time in milliseconds: what else the machine does meanwhile is not counted. */
function cpuOf(run: () => void): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

interface Subject {
  name: string;
  original: string;
  text: string;
  longest?: number;
}

function hostileTexts(next: () => number): Subject[] {
  const sentence = 'Every school was asked about the ban, and most of them answered within a week. ';
  const paragraph = `${sentence}\n\n`;
  const letters = Array.from({ length: UNITS / 2 }, () => 'ab'[Math.floor(next() * 2)]).join(' ');
  const one = sentences(next);
  const other = sentences(next).join('');
  const line = one.join('').replace(/[.\n]+/g, '');
  return [
    { name: 'two different texts', original: one.join(''), text: other },
    { name: 'quotes of 20,000 characters', original: one.join(''), text: edited(one, next), longest: 20_000 },
    {
      name: 'one letter',
      original: 'a'.repeat(UNITS),
      text: `${'a'.repeat(UNITS / 2)}b${'a'.repeat(UNITS / 2)}`,
    },
    {
      name: 'one sentence 12,000 times',
      original: sentence.repeat(12_000),
      text: `New. ${sentence.repeat(11_999)}`,
    },
    {
      name: 'one paragraph 5,000 times',
      original: paragraph.repeat(5_000),
      text: `${paragraph.repeat(2_500)}New. ${paragraph.repeat(2_499)}`,
    },
    { name: 'one line', original: line, text: line.replace(/(\w+ ){20}(\w+)/g, '$1$2ing') },
    { name: 'two words', original: letters, text: letters.slice(2_000).replaceAll('a a b', 'a b') },
  ];
}

/** Measures and gives the table's rows. */
export async function benchAnchoring(): Promise<Row[]> {
  const next = sequence(11);
  const text = sentences(next);
  const original = text.join('').slice(0, UNITS);
  const now = edited(text, next);
  const quotes = selectors(original, next, 200);
  const runs = await inRounds(
    {
      plain: async () =>
        cpuOf(() => {
          diffLines(original, now, { maxEditLength: 5_000 });
          for (const { exact } of quotes) now.indexOf(exact);
        }),
      followed: async () => cpuOf(() => anchorAll(now, quotes, original)),
      searched: async () => cpuOf(() => anchorAll(now, quotes)),
    },
    ROUNDS,
  );
  const of = (what: string): number => median(runs[what] ?? []);
  const what = '1,000 annotations in 1 MB';
  const rows = [
    row(`${what}, followed from the original`, of('followed'), of('plain'), 'ms', { most: 8 }),
    row(`${what}, with their context alone`, of('searched'), of('plain'), 'ms', { most: 8 }),
  ];
  for (const { name, original: from, text: to, longest = 200 } of hostileTexts(next)) {
    const wanted = selectors(from, next, longest);
    for (const [kind, before] of [['followed', from] as const, ['alone', undefined] as const]) {
      const ms = cpuOf(() => anchorAll(to, wanted, before));
      // The bound itself is the baseline: it is a promise in seconds, not a ratio.
      rows.push(row(`${what}, ${name}, ${kind}`, ms, MOST_MS, 'ms', { most: 1 }));
    }
  }
  return rows;
}
