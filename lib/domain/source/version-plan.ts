import { anchorAll } from '../annotation/anchor-all';
import { type Anchor, type AnchorSelector, ORPHAN } from '../annotation/anchor-types';
import { alignPassages, carriedSentence } from '../annotation/anchor-passages';
import type { PlannedPassage } from '../import/plan-sources';
import { type Align, followedPassages, passageKeysFor } from './passage-keys';
import { keptText } from './marked-text';

/** What becomes of a source with a new text: its paragraphs under their names, and where each citation and note is in it. */

/** More pieces than any text has; one made of full stops alone would have as many rows as letters. */
const MOST_PASSAGES = 3000;
const MOST_SENTENCES = 12_000;

export interface KnownPassage {
  key: string;
  heading: string | null;
  start: number;
  end: number;
  sentences: readonly { start: number; end: number; isContext: boolean }[];
}

/** A version that is there. */
export interface KnownText {
  text: string;
  passages: readonly KnownPassage[];
}

/** Places in one version, to be found in another. */
export interface StandingGroup {
  in: KnownText;
  selectors: readonly Required<AnchorSelector>[];
}

export interface VersionTask {
  /** As a person edits it, headings marked. */
  marked: string;
  language: string;
  newest: KnownText;
  /** Keys that paragraphs of any version have had. */
  knownKeys: readonly string[];
  /** The original of which the newest version is a digest. */
  isOriginal: boolean;
  /** Said by hand; found by likeness without it. */
  passageKeys: readonly (string | null)[] | null;
  groups: readonly StandingGroup[];
}

export interface PlannedVersion {
  text: string;
  passages: PlannedPassage[];
  /** For each paragraph the one it follows, and how alike they are. */
  followed: { previousKey: string | null; similarity: number }[];
  /** For each group, for each of its places. */
  anchors: Anchor[][];
}

/** A reworded paragraph keeps its name from half of its words on; a digest says the same in other words. */
const SAME_PARAGRAPH = 0.5;

const align: Align = (from, to) => alignPassages(from, to);

/** Whether keys given by hand fit: one for each paragraph, each known and given once. */
function areSound(keys: readonly (string | null)[], count: number, newest: KnownText): boolean {
  const given = keys.filter((key) => key !== null);
  const known = new Set(newest.passages.map(({ key }) => key));
  return keys.length === count && new Set(given).size === given.length && given.every((key) => known.has(key));
}

const wordsOf = ({ text, passages }: KnownText): string[] =>
  passages.map(({ start, end }) => text.slice(start, end));

/**
 * Reads a new text of a source and finds in it what stands in the older ones.
 * @returns the field that is wrong: a text with no or too many pieces, or keys that do not fit it
 */
export function planVersion(task: VersionTask): PlannedVersion | { wrong: 'text' | 'passageKeys' } {
  const { newest, isOriginal } = task;
  const { text, passages } = keptText(task.marked, task.language);
  const sentenceCount = passages.reduce((sum, { sentences }) => sum + sentences.length, 0);
  if (passages.length === 0 || passages.length > MOST_PASSAGES || sentenceCount > MOST_SENTENCES) {
    return { wrong: 'text' };
  }
  if (task.passageKeys && !areSound(task.passageKeys, passages.length, newest)) {
    return { wrong: 'passageKeys' };
  }
  const before = wordsOf(newest);
  const likeness = followedPassages(before, wordsOf({ text, passages }), align, (similarity) =>
    isOriginal ? similarity > 0 : similarity >= SAME_PARAGRAPH,
  );
  const wanted =
    task.passageKeys ??
    likeness.map(({ from }) => (from === null ? null : (newest.passages[from]?.key ?? null)));
  const { keys, followed } = passageKeysFor(wanted, task.knownKeys);
  const named = passages.map((passage, index) =>
    withName(passage, text, keys[index] ?? '', followed[index] ?? null, newest, isOriginal),
  );
  const planned: KnownText = { text, passages: named };
  return {
    text,
    passages: named,
    followed: followed.map((previousKey, index) => {
      const { from, similarity } = likeness[index] ?? { from: null, similarity: 0 };
      const isFound = from !== null && newest.passages[from]?.key === previousKey;
      return { previousKey, similarity: previousKey !== null && isFound ? similarity : 0 };
    }),
    anchors: task.groups.map((group) => anchorsOf(group, planned, isOriginal)),
  };
}

/** A paragraph under its name, with what the one it follows says of it that is no part of the text. */
function withName(
  passage: PlannedPassage,
  text: string,
  key: string,
  previousKey: string | null,
  newest: KnownText,
  isOriginal: boolean,
): PlannedPassage {
  const previous = newest.passages.find((one) => one.key === previousKey);
  const background = new Set(
    previous?.sentences
      .filter(({ isContext }) => isContext)
      .map(({ start, end }) => newest.text.slice(start, end)),
  );
  return {
    ...passage,
    key,
    // An original is pasted without the headings that its digest was given.
    heading: passage.heading ?? (isOriginal ? (previous?.heading ?? null) : null),
    sentences: passage.sentences.map((sentence, index) => ({
      ...sentence,
      key: `${key}.s${index + 1}`,
      isContext: background.has(text.slice(sentence.start, sentence.end)),
    })),
  };
}

/**
 * Where places of one version are in another.
 * @param isOriginal the other is the original of which the first is a digest: its paragraphs are followed, not its words
 */
export function anchorsOf({ in: from, selectors }: StandingGroup, to: KnownText, isOriginal: boolean): Anchor[] {
  return isOriginal
    ? selectors.map((selector) => carried(selector, from, to))
    : anchorAll(to.text, selectors, from.text);
}

/** The sentence of the paragraph of the same name that says most likely what was quoted. */
function carried({ start, end }: Required<AnchorSelector>, from: KnownText, to: KnownText): Anchor {
  const home = from.passages.find((one) => one.start < end && start < one.end);
  const there = home && to.passages.find(({ key }) => key === home.key);
  if (!home || !there) return ORPHAN;
  const found = carriedSentence(
    from.text.slice(Math.max(start, home.start), Math.min(end, home.end)),
    to.text.slice(there.start, there.end),
    there.sentences.map((one) => ({ start: one.start - there.start, end: one.end - there.start })),
  );
  if (!found) return ORPHAN;
  return {
    status: 'changed',
    start: there.start + found.start,
    end: there.start + found.end,
    confidence: found.confidence,
  };
}
