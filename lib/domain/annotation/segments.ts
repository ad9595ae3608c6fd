/** A stretch of a text in UTF-16 offsets, `start` inclusive, `end` exclusive, that something is about. */
export interface MarkedRange {
  id: string;
  start: number;
  end: number;
}

/** A piece of text that the same ranges cover from its first to its last character. */
export interface TextSegment {
  start: number;
  end: number;
  /** Ids of the ranges over it, in the order in which they were given. */
  ids: string[];
}

/**
 * Cuts [start, end) wherever one of the ranges begins or ends, so that overlapping ranges can be drawn as flat pieces.
 * Ranges may reach over both ends; empty ones mark nothing. The pieces join without a gap: together they are the text.
 * One walk over the sorted edges: O(n log n) and what is handed out.
 */
export function segmentsOf(start: number, end: number, ranges: readonly MarkedRange[]): TextSegment[] {
  if (end <= start) return [];
  const opening = new Map<number, number[]>();
  const closing = new Map<number, number[]>();
  const cuts = new Set([start, end]);
  for (const [index, range] of ranges.entries()) {
    const from = Math.max(start, range.start);
    const to = Math.min(end, range.end);
    if (from >= to) continue;
    cuts.add(from).add(to);
    push(opening, from, index);
    push(closing, to, index);
  }
  const edges = [...cuts].sort((one, other) => one - other);
  // Places of the ranges over the piece, in their order.
  const over: number[] = [];
  const segments: TextSegment[] = [];
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1];
    if (to === undefined) break;
    for (const index of closing.get(from) ?? []) over.splice(placeIn(over, index), 1);
    for (const index of opening.get(from) ?? []) over.splice(placeIn(over, index), 0, index);
    segments.push({ start: from, end: to, ids: over.map((index) => ranges[index]?.id ?? '') });
  }
  return segments;
}

function push(lists: Map<number, number[]>, at: number, index: number): void {
  const list = lists.get(at);
  if (list) list.push(index);
  else lists.set(at, [index]);
}

/** Where `value` stands, or would stand, in a sorted list. */
function placeIn(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A selected stretch of a text: what it says and where. */
export interface SelectedRange {
  start: number;
  end: number;
  exact: string;
}

/**
 * What a person means who selected from `start` to `end`, in either direction: inside the text, without the blanks at
 * both ends, and with no character cut in half. Null when nothing is left.
 */
export function selectedRange(text: string, start: number, end: number): SelectedRange | null {
  const low = Math.max(0, Math.min(start, end));
  const high = Math.min(text.length, Math.max(start, end));
  let from = splitsPair(text, low) ? low - 1 : low;
  let to = splitsPair(text, high) ? high + 1 : high;
  while (from < to && isBlank(text.charAt(from))) from += 1;
  while (to > from && isBlank(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to, exact: text.slice(from, to) } : null;
}

const isBlank = (character: string): boolean => /\s/.test(character);

/** Whether an offset stands between the two halves of one character outside the basic plane. */
const splitsPair = (text: string, offset: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
