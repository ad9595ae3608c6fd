import { cosine, type StemWeights, weightedStems } from './passage-words';

/**
 * A text and another telling of it, such as an article and its digest: which paragraph of the one corresponds to which of
 * the other, by the words that they share. The order of both is kept, some paragraphs have no counterpart, several may have
 * the same; a few that are alike but stand elsewhere are paired last.
 */

export interface PassageMatch {
  /** Key of the paragraph that this one corresponds to, or null. */
  key: string | null;
  /** 0 to 1; 0 without a counterpart. */
  similarity: number;
  /** Further paragraphs that were merged into this one, in order. */
  also: readonly { key: string; similarity: number }[];
}

/** Paragraphs that are less alike than this are about other things. */
const LEAST = 0.16;
/** The second and later paragraphs for one key have to be more alike. */
const LEAST_FURTHER = 0.22;
/** Out of order, chance has more room. */
const LEAST_CROSSING = 0.4;
/** A line of so few telling words is a heading: it is like many paragraphs, and corresponds to none. */
const FEWEST_STEMS = 6;
/** More paragraphs than this on either side are not aligned. */
export const MOST_ALIGNED = 3000;

/** A short text within a long one shares less of its length; the difference counts for so much at most. */
const LONGER_FACTOR = 1.6;

const NOTHING: PassageMatch = { key: null, similarity: 0, also: [] };

/**
 * For each paragraph of `to` the one of `from` that it corresponds to. Both in reading order, each at most `MOST_ALIGNED`
 * long; longer lists are not aligned. Time grows with the product of their lengths.
 */
export function alignPassages(
  from: readonly { key: string; text: string }[],
  to: readonly { text: string }[],
): PassageMatch[] {
  if (from.length === 0 || Math.max(from.length, to.length) > MOST_ALIGNED) return to.map(() => NOTHING);
  const stems = weightedStems([...from, ...to].map(({ text }) => text));
  const olds = stems.slice(0, from.length);
  const news = stems.slice(from.length);
  const table = similarities(olds, news);
  const chosen = inOrder(table, from.length, to.length);
  pairCrossing(table, from.length, chosen);
  return chosen.map((olds, at) => {
    const found = olds.flatMap((old) => {
      const key = from[old]?.key;
      const similarity = Math.round((table[old * to.length + at] as number) * 100) / 100;
      return key === undefined ? [] : [{ key, similarity }];
    });
    const [first] = [...found].sort((a, b) => b.similarity - a.similarity);
    return first ? { ...first, also: found.filter(({ key }) => key !== first.key) } : NOTHING;
  });
}

/** Similarity of every pair, row by row of `from`; only words that two share cost anything. */
function similarities(olds: readonly StemWeights[], news: readonly StemWeights[]): Float32Array {
  const table = new Float32Array(olds.length * news.length);
  const places = new Map<string, [at: number, weight: number][]>();
  for (const [at, stems] of news.entries()) {
    if (stems.size < FEWEST_STEMS) continue;
    for (const [stem, weight] of stems) {
      const known = places.get(stem);
      if (known) known.push([at, weight]);
      else places.set(stem, [[at, weight]]);
    }
  }
  for (const [old, stems] of olds.entries()) {
    const row = table.subarray(old * news.length, (old + 1) * news.length);
    for (const [stem, weight] of stems) {
      for (const [at, other] of places.get(stem) ?? []) row[at] = (row[at] as number) + weight * other;
    }
    for (const [at, { size }] of news.entries()) {
      const longer = Math.max(size, stems.size) / Math.max(1, Math.min(size, stems.size));
      row[at] = Math.min(1, (row[at] as number) * Math.min(LONGER_FACTOR, longer ** 0.4));
    }
  }
  // A heading that is a paragraph word for word is its counterpart after all.
  for (const [at, stems] of news.entries()) {
    if (stems.size === 0 || stems.size >= FEWEST_STEMS) continue;
    for (const [old, other] of olds.entries()) {
      const likeness = other.size < FEWEST_STEMS ? cosine(stems, other) : 0;
      if (likeness > 0.8) table[old * news.length + at] = likeness;
    }
  }
  return table;
}

const SKIP_OLD = 1;
const SKIP_NEW = 2;
const PAIR = 3;
/** The old paragraph has one more counterpart, or the new one. */
const SPLIT = 4;
const MERGE = 5;

/**
 * Dynamic programme: the pairs that keep the order and are most alike together.
 * @returns for each new paragraph the old ones, in order
 */
function inOrder(table: Float32Array, oldCount: number, newCount: number): number[][] {
  const width = newCount + 1;
  // Best so far; and best of those in which the old paragraph of the row is paired with the new one of the column.
  const best = new Float32Array((oldCount + 1) * width);
  const paired = new Float32Array(best.length).fill(Number.NEGATIVE_INFINITY);
  const step = new Uint8Array(best.length);
  const pairStep = new Uint8Array(best.length);
  for (let i = 1; i <= oldCount; i += 1) {
    for (let j = 1; j <= newCount; j += 1) {
      const at = i * width + j;
      const likeness = table[(i - 1) * newCount + j - 1] as number;
      const first = (best[at - width - 1] as number) + likeness - LEAST;
      const split = (paired[at - 1] as number) + likeness - LEAST_FURTHER;
      const merge = (paired[at - width] as number) + likeness - LEAST_FURTHER;
      const most = Math.max(first, split, merge);
      paired[at] = most;
      pairStep[at] = most === first ? PAIR : most === split ? SPLIT : MERGE;
      const skipOld = best[at - width] as number;
      const skipNew = best[at - 1] as number;
      const skipped = Math.max(skipOld, skipNew);
      best[at] = Math.max(skipped, most);
      step[at] = most > skipped ? PAIR : skipOld >= skipNew ? SKIP_OLD : SKIP_NEW;
    }
  }
  const chosen = Array.from({ length: newCount }, (): number[] => []);
  let isPaired = false;
  for (let i = oldCount, j = newCount; i > 0 && j > 0; ) {
    const at = i * width + j;
    if (isPaired || step[at] === PAIR) {
      chosen[j - 1]?.unshift(i - 1);
      const taken = pairStep[at];
      isPaired = taken !== PAIR;
      if (taken !== SPLIT) i -= 1;
      if (taken !== MERGE) j -= 1;
    } else if (step[at] === SKIP_OLD) i -= 1;
    else j -= 1;
  }
  return chosen;
}

/** Paragraphs without a counterpart on either side that are each other's best. */
function pairCrossing(table: Float32Array, oldCount: number, chosen: number[][]): void {
  const taken = new Set(chosen.flat());
  const newCount = chosen.length;
  const likeness = (old: number, at: number): number => table[old * newCount + at] as number;
  for (const [at, olds] of chosen.entries()) {
    if (olds.length > 0) continue;
    let best = -1;
    for (let other = 0; other < oldCount; other += 1) {
      if (best < 0 || likeness(other, at) > likeness(best, at)) best = other;
    }
    if (best < 0 || taken.has(best) || likeness(best, at) < LEAST_CROSSING) continue;
    let isMutual = true;
    for (let other = 0; other < newCount && isMutual; other += 1) {
      isMutual = likeness(best, other) <= likeness(best, at);
    }
    if (isMutual) {
      chosen[at] = [best];
      taken.add(best);
    }
  }
}
