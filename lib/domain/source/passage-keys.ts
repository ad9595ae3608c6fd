import { diffArrays } from 'diff';
import { alignPassages } from '../annotation/align-passages';

/** Which paragraph of a new text follows which of the text before it, so that both have one name. */

export interface Followed {
  /** Key of the paragraph before, or null for a new one. */
  key: string | null;
  /** 0..1 */
  similarity: number;
}

/** A reworded paragraph keeps its name from here on. */
const SAME_PARAGRAPH = 0.5;

/**
 * For each paragraph of the new text the one that it follows, each at most once: paragraphs with the same words follow each
 * other, first those in order and then those that were carried elsewhere; the rest are paired by likeness.
 */
export function followedPassages(
  from: readonly { key: string; text: string }[],
  to: readonly { text: string }[],
): Followed[] {
  const followed: Followed[] = to.map(() => ({ key: null, similarity: 0 }));
  const taken = new Set<string>();
  const pair = (at: number, key: string | undefined, similarity: number): void => {
    if (key === undefined || followed[at]?.key !== null || taken.has(key)) return;
    followed[at] = { key, similarity };
    taken.add(key);
  };
  let oldAt = 0;
  let newAt = 0;
  const texts = (list: readonly { text: string }[]): string[] => list.map(({ text }) => text);
  for (const { added, removed, count = 0 } of diffArrays(texts(from), texts(to))) {
    if (!added && !removed) {
      for (let step = 0; step < count; step += 1) pair(newAt + step, from[oldAt + step]?.key, 1);
    }
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
  const elsewhere = new Map<string, string[]>();
  for (const { key, text } of from) {
    if (!taken.has(key)) elsewhere.set(text, [...(elsewhere.get(text) ?? []), key]);
  }
  for (const [at, { text }] of to.entries()) {
    if (followed[at]?.key === null) pair(at, elsewhere.get(text)?.shift(), 1);
  }
  const left = [...to.keys()].filter((at) => followed[at]?.key === null);
  const found = alignPassages(
    from.filter(({ key }) => !taken.has(key)),
    left.map((at) => ({ text: to[at]?.text ?? '' })),
  );
  for (const [index, { key, similarity }] of found.entries()) {
    if (key !== null && similarity >= SAME_PARAGRAPH) pair(left[index] ?? -1, key, similarity);
  }
  return followed;
}

/**
 * A name for each paragraph: that of the one it follows, or the next free p-number. Of several that follow one, the most
 * alike has its name.
 * @param known every key that any version of the source has had; none of them is given to another paragraph
 */
export function passageKeysFor(followed: readonly Followed[], known: Iterable<string>): string[] {
  let next = 0;
  for (const key of known) next = Math.max(next, Number(/^p(\d{1,9})$/.exec(key)?.[1] ?? 0));
  const heirs = new Map<string, number>();
  for (const [at, { key, similarity }] of followed.entries()) {
    if (key === null) continue;
    const heir = heirs.get(key);
    if (heir === undefined || similarity > (followed[heir]?.similarity ?? 0)) heirs.set(key, at);
  }
  return followed.map(({ key }, at) => {
    if (key !== null && heirs.get(key) === at) return key;
    next += 1;
    return `p${next}`;
  });
}
