import type { Excerpt, WaitingAnchor } from '@/lib/domain/source/view';

/** A stretch of a paragraph; marked where a place has its words. */
export interface Stretch {
  text: string;
  isMarked: boolean;
}

/** The places whose words went from one paragraph of a version to one paragraph of the next. */
export interface AnchorGroup {
  key: string;
  anchors: WaitingAnchor[];
}

/** Which places are shown: those of one status, or all. */
export type AnchorFilter = 'all' | WaitingAnchor['status'];

export const ANCHOR_FILTERS: readonly AnchorFilter[] = ['all', 'changed', 'moved', 'orphan'];

const pairOf = ({ source, from, to, old, found }: WaitingAnchor): string =>
  [source.id, from.id, old.passageLabel, to.id, found === null ? null : found.passageLabel]
    .map((part) => JSON.stringify(part))
    .join(' ');

/**
 * Groups places by their pair of paragraphs, old and new, so that the two texts are read once. Groups stand in the order
 * of their first place; places that were not found are a group of their own for each old paragraph.
 */
export function anchorGroups(anchors: readonly WaitingAnchor[]): AnchorGroup[] {
  const groups = new Map<string, AnchorGroup>();
  for (const anchor of anchors) {
    const key = pairOf(anchor);
    const group = groups.get(key);
    if (group) group.anchors.push(anchor);
    else groups.set(key, { key, anchors: [anchor] });
  }
  return [...groups.values()];
}

/** How many places there are of each status, and of all. */
export function anchorCounts(anchors: readonly WaitingAnchor[]): Record<AnchorFilter, number> {
  const counts = { all: anchors.length, changed: 0, moved: 0, orphan: 0 };
  for (const { status } of anchors) counts[status] += 1;
  return counts;
}

/**
 * What the excerpts hold of their paragraph, put together in its order, with the words of each marked. Words that none of
 * them reaches are left out, and an ellipsis says so.
 * @param excerpts of one version of one text; start and end count as the words in them do
 */
export function joinedExcerpts(excerpts: readonly Excerpt[]): Stretch[] {
  const letters = new Map<number, { letter: string; isMarked: boolean }>();
  const put = (text: string, from: number, isMarked: boolean) => {
    for (let index = 0; index < text.length; index += 1) {
      const at = from + index;
      letters.set(at, { letter: text.charAt(index), isMarked: isMarked || !!letters.get(at)?.isMarked });
    }
  };
  for (const { start, end, before, exact, after } of excerpts) {
    put(before, start - before.length, false);
    put(exact, start, true);
    put(after, end, false);
  }
  const stretches: Stretch[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = stretches.at(-1);
    if (last?.isMarked === isMarked) last.text += text;
    else stretches.push({ text, isMarked });
  };
  let previous: number | null = null;
  for (const [at, { letter, isMarked }] of [...letters].sort(([a], [b]) => a - b)) {
    if (previous !== null && at > previous + 1) add(' … ', false);
    add(letter, isMarked);
    previous = at;
  }
  return stretches;
}
