import { diffArrays } from 'diff';
import { type DiffPart, wordDiff } from '../text/word-diff';

/** What became of a text, paragraph by paragraph: what an owner looks at before a new version is saved. */

export type ParagraphChange =
  /** So many paragraphs are in both. */
  | { type: 'same'; count: number }
  | { type: 'added' | 'removed'; text: string }
  /** A paragraph that was reworded, word by word. */
  | { type: 'changed'; parts: DiffPart[] };

/** Longer paragraphs are shown whole, once without and once with. */
const LONGEST_COMPARED = 8_000;
/** Texts that differ in more than this many paragraphs are other texts: looking further would only take time. */
const MOST_DIFFERENCES = 4_000;
/** Reworded paragraphs share this much of their words; others took one another's place. */
const LEAST_SHARED = 0.4;

/** @param before,after paragraphs in order, headings among them */
export function paragraphChanges(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return [...gone(before), ...come(after)];
  const changes: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    changes.push(...paired(removed, added));
    removed = [];
    added = [];
  };
  for (const part of parts) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      flush();
      changes.push({ type: 'same', count: part.value.length });
    }
  }
  flush();
  return changes;
}

const gone = (texts: readonly string[]): ParagraphChange[] =>
  texts.map((text) => ({ type: 'removed', text }));
const come = (texts: readonly string[]): ParagraphChange[] => texts.map((text) => ({ type: 'added', text }));

/** Between two paragraphs that stayed: each that is gone with the next that came in its place, when they are alike. */
function paired(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let from = 0;
  for (const before of removed) {
    const at = added.findIndex((after, index) => index >= from && index < from + 4 && isAlike(before, after));
    if (at < 0) {
      changes.push({ type: 'removed', text: before });
      continue;
    }
    changes.push(...come(added.slice(from, at)), {
      type: 'changed',
      parts: wordDiff(before, added[at] ?? ''),
    });
    from = at + 1;
  }
  return [...changes, ...come(added.slice(from))];
}

function isAlike(before: string, after: string): boolean {
  if (before.length > LONGEST_COMPARED || after.length > LONGEST_COMPARED) return false;
  const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const one = wordsIn(before);
  const other = wordsIn(after);
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared >= Math.max(one.size, other.size) * LEAST_SHARED;
}
