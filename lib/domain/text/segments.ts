/**
 * Text in pieces, in time and memory that grow with its length. `Intl.Segmenter` hands out a copy of its whole input with
 * every piece, so one pass over a long text costs the square of its length (V8 13 and before): here it never sees more
 * than a window.
 */

export interface Segment {
  /** UTF-16 offsets into the text; `end` is exclusive. */
  start: number;
  end: number;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * The pieces of a text, in order and without gaps.
 * @param windowUnits most UTF-16 units looked at together; a longer piece is cut there
 */
export function* segmentsOf(
  text: string,
  segmenter: Intl.Segmenter,
  windowUnits: number,
): Generator<Segment> {
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + windowUnits);
    if (to < text.length && to - from > 1 && isHighSurrogate(text.charCodeAt(to - 1))) to -= 1;
    let held: Segment | null = null;
    for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
      if (held) yield held;
      held = { start: from + index, end: from + index + segment.length };
    }
    if (!held) return;
    // The last piece of a window may go on behind it: it is looked at again, unless it fills the window.
    if (to < text.length && held.start > from) {
      from = held.start;
      continue;
    }
    yield held;
    from = held.end;
  }
}
