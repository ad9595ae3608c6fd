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
 */
export function segmentsOf(start: number, end: number, ranges: readonly MarkedRange[]): TextSegment[] {
  if (end <= start) return [];
  const here = ranges.filter((range) => range.start < end && range.end > start && range.start < range.end);
  const cuts = new Set([start, end]);
  for (const range of here) {
    if (range.start > start) cuts.add(range.start);
    if (range.end < end) cuts.add(range.end);
  }
  const edges = [...cuts].sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const ids = here.filter((range) => range.start <= from && range.end >= to).map(({ id }) => id);
    return { start: from, end: to, ids };
  });
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
