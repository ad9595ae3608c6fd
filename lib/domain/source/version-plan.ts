import { alignPassages } from '../annotation/align-passages';
import { anchorAll } from '../annotation/anchor';
import { type Anchor, type AnchorSelector, ORPHAN } from '../annotation/anchor-types';
import { carriedSentence } from '../annotation/carried-sentence';
import type { PlannedPassage } from '../import/plan-sources';
import { keptText } from './marked-text';
import { type Followed, followedPassages, passageKeysFor } from './passage-keys';

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

export type StandingSelector = AnchorSelector & { start: number; end: number };

/** Places in one version, to be found in another. */
export interface StandingGroup {
  in: KnownText;
  selectors: readonly StandingSelector[];
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
  /** For each paragraph the one it follows, and how alike they are; several may follow one. */
  followed: Followed[];
  /** For each group, for each of its places. */
  anchors: Anchor[][];
}

/** Whether keys given by hand fit: one for each paragraph, and each known. */
function areSound(keys: readonly (string | null)[], count: number, newest: KnownText): boolean {
  const known = new Set(newest.passages.map(({ key }) => key));
  return keys.length === count && keys.every((key) => key === null || known.has(key));
}

const wordsOf = ({ text, passages }: KnownText) =>
  passages.map(({ key, start, end }) => ({ key, text: text.slice(start, end) }));

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
  const [before, now] = [wordsOf(newest), wordsOf({ text, passages })];
  const found = isOriginal ? alignPassages(before, now) : followedPassages(before, now);
  const followed = corrected(found, task.passageKeys);
  const keys = passageKeysFor(followed, task.knownKeys);
  const named = passages.map((passage, index) =>
    withName(passage, text, keys[index] ?? '', followed[index]?.key ?? null, newest),
  );
  const to = { text, passages: named, followed };
  return { ...to, anchors: task.groups.map((group) => anchorsOf(group, to, isOriginal)) };
}

/** What was said by hand counts; the likeness of what was found so anyway is still known. */
const corrected = (found: readonly Followed[], byHand: readonly (string | null)[] | null): Followed[] =>
  found.map((one, index) => {
    const key = byHand ? (byHand[index] ?? null) : one.key;
    return key === one.key ? one : { key, similarity: 0 };
  });

/**
 * A paragraph under its name, with the background that the one it follows says of it. Its heading is its own: what a digest
 * was given above its paragraphs stands not above those of its original.
 */
function withName(
  passage: PlannedPassage,
  text: string,
  key: string,
  previousKey: string | null,
  newest: KnownText,
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
    sentences: passage.sentences.map((sentence, index) => ({
      ...sentence,
      key: `${key}.s${index + 1}`,
      isContext: background.has(text.slice(sentence.start, sentence.end)),
    })),
  };
}

/**
 * Where places of one version are in another.
 * @param to the other, with the paragraph that each of its paragraphs follows when it is the original of which the first is
 * a digest: then its paragraphs are followed, not its words
 */
export function anchorsOf(
  { in: from, selectors }: StandingGroup,
  to: KnownText & { followed?: readonly Followed[] },
  isOriginal: boolean,
): Anchor[] {
  return isOriginal
    ? selectors.map((selector) => carried(selector, from, to))
    : anchorAll(to.text, selectors, from.text);
}

/** The sentence, of the paragraphs that follow the cited one, that says most likely what was quoted; else the likest of them. */
function carried(
  { start, end }: StandingSelector,
  from: KnownText,
  to: KnownText & { followed?: readonly Followed[] },
): Anchor {
  const home = from.passages.find((one) => one.start < end && start < one.end);
  if (!home) return ORPHAN;
  const cited = from.text.slice(Math.max(start, home.start), Math.min(end, home.end));
  const candidates = to.passages
    .filter(({ key }, index) => (to.followed?.[index]?.key ?? key) === home.key)
    .map((there) => {
      const sentences = there.sentences.map((one) => ({
        start: one.start - there.start,
        end: one.end - there.start,
      }));
      const range = carriedSentence(cited, to.text.slice(there.start, there.end), sentences);
      return { ...range, start: range.start + there.start, end: range.end + there.start };
    })
    .sort((a, b) => Number(b.isSentence) - Number(a.isSentence) || b.similarity - a.similarity);
  const [best] = candidates;
  if (!best) return ORPHAN;
  return { status: 'changed', start: best.start, end: best.end, confidence: Math.min(1, best.similarity) };
}
