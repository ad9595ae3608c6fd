import { diffArrays } from 'diff';

/** Which paragraph of a new text follows which of the text before it, so that both have one name. */

export interface Followed {
  /** Index of the paragraph before, or null for a new one. */
  from: number | null;
  /** 0..1 */
  similarity: number;
}

/** Pairs paragraphs of two lists by likeness, in order; one entry for each of the new ones. */
export type Align = (from: readonly string[], to: readonly string[]) => readonly Followed[];

/**
 * Paragraphs with the same words follow each other; what stands between two of them is paired by likeness, and the rest
 * likewise wherever it stands, so that a paragraph that was carried elsewhere keeps its name.
 * @param isEnough likeness from which on a paragraph is the same one reworded
 */
export function followedPassages(
  from: readonly string[],
  to: readonly string[],
  align: Align,
  isEnough: (similarity: number) => boolean,
): Followed[] {
  const followed: Followed[] = to.map(() => ({ from: null, similarity: 0 }));
  const taken = new Set<number>();
  const pair = (at: number, before: number, similarity: number): void => {
    if (followed[at]?.from !== null || taken.has(before)) return;
    followed[at] = { from: before, similarity };
    taken.add(before);
  };
  let oldAt = 0;
  let newAt = 0;
  for (const { added, removed, count = 0 } of diffArrays([...from], [...to])) {
    if (!added && !removed) {
      for (let step = 0; step < count; step += 1) pair(newAt + step, oldAt + step, 1);
    }
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
  const oldByWords = new Map<string, number[]>();
  for (const [index, words] of from.entries()) {
    if (!taken.has(index)) oldByWords.set(words, [...(oldByWords.get(words) ?? []), index]);
  }
  for (const [index, words] of to.entries()) {
    const before = followed[index]?.from === null ? oldByWords.get(words)?.shift() : undefined;
    if (before !== undefined) pair(index, before, 1);
  }
  const oldLeft = from.map((_, index) => index).filter((index) => !taken.has(index));
  const newLeft = to.map((_, index) => index).filter((index) => followed[index]?.from === null);
  const found = align(
    oldLeft.map((index) => from[index] ?? ''),
    newLeft.map((index) => to[index] ?? ''),
  );
  for (const [index, { from: before, similarity }] of found.entries()) {
    const [at, was] = [newLeft[index], before === null ? undefined : oldLeft[before]];
    if (at !== undefined && was !== undefined && isEnough(similarity)) pair(at, was, similarity);
  }
  return followed;
}

/**
 * A name for each paragraph: that of the one it follows, or the next free p-number.
 * @param known every key that any version of the source has had; none of them is given to another paragraph
 */
export function passageKeysFor(
  followed: readonly (string | null)[],
  known: Iterable<string>,
): { keys: string[]; followed: (string | null)[] } {
  let next = 0;
  for (const key of known) next = Math.max(next, Number(/^p(\d{1,9})$/.exec(key)?.[1] ?? 0));
  const used = new Set<string>();
  const kept = followed.map((key) => {
    if (key === null || used.has(key)) return null;
    used.add(key);
    return key;
  });
  const keys = kept.map((key) => {
    if (key !== null) return key;
    next += 1;
    return `p${next}`;
  });
  return { keys, followed: kept };
}
