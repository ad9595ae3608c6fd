/**
 * Offsets into one text in the two ways of counting: UTF-16 code units, as JavaScript and the database columns of this app
 * count, and code points, as the W3C Web Annotation model counts.
 */
export interface CodePointIndex {
  /** Code points before an offset in code units; within a character, those up to its end. Beyond the text: its length. */
  codePointsAt(offset: number): number;
  /** Offset in code units of a count of code points, or null beyond the text. */
  offsetAt(codePoints: number): number | null;
}

/** Walks the text once; each question costs the logarithm of its characters outside the basic plane. */
export function codePointIndex(text: string): CodePointIndex {
  /** Offsets of the second halves of pairs, ascending. */
  const seconds: number[] = [];
  for (const pair of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) seconds.push(pair.index + 1);

  /** How many second halves stand before an offset. */
  const secondsBefore = (offset: number): number => {
    let [low, high] = [0, seconds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const total = text.length - seconds.length;

  return {
    codePointsAt: (offset) => {
      const at = Math.min(Math.max(offset, 0), text.length);
      return at - secondsBefore(at);
    },
    offsetAt: (codePoints) => {
      if (codePoints < 0 || codePoints > total) return null;
      // The number of pairs before the answer lies between none and all: halve until it fits.
      let [low, high] = [codePoints, Math.min(text.length, codePoints + seconds.length)];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (middle - secondsBefore(middle) < codePoints) low = middle + 1;
        else high = middle;
      }
      // Between the two halves of a character the count is already that of its end.
      return secondsBefore(low + 1) > secondsBefore(low) ? low + 1 : low;
    },
  };
}
