/** Edit distances of short texts: where a border fell when the words around it were rewritten, and how like two spellings are. */

/** Longer texts are not compared letter by letter. */
export const LONGEST_COMPARED = 240;

/** Edit distance of `one` to every beginning of `other` (Levenshtein 1966). */
function distancesToBeginnings(one: string, other: string): Int32Array {
  let row = Int32Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i += 1) {
    const next = new Int32Array(other.length + 1);
    next[0] = i;
    const code = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] as number) + (other.charCodeAt(j - 1) === code ? 0 : 1);
      next[j] = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    row = next;
  }
  return row;
}

const reversed = (text: string): string => {
  let back = '';
  for (let at = text.length - 1; at >= 0; at -= 1) back += text[at];
  return back;
};

/**
 * How alike two spellings are, 0 to 1; 0 when they are too long to say. Two letters that changed places are one mistake
 * (Damerau 1964).
 */
export function likenessOf(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  if (longer > LONGEST_COMPARED) return 0;
  const width = other.length + 1;
  const table = new Int32Array((one.length + 1) * width);
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = 0; j <= other.length; j += 1) {
      const at = i * width + j;
      if (i === 0 || j === 0) {
        table[at] = i + j;
        continue;
      }
      const [a, b] = [one[i - 1], other[j - 1]];
      let least = Math.min(
        (table[at - width - 1] as number) + (a === b ? 0 : 1),
        (table[at - width] as number) + 1,
        (table[at - 1] as number) + 1,
      );
      if (i > 1 && j > 1 && a === other[j - 2] && one[i - 2] === b) {
        least = Math.min(least, (table[at - 2 * width - 2] as number) + 1);
      }
      table[at] = least;
    }
  }
  return 1 - (table[one.length * width + other.length] as number) / longer;
}

/**
 * A stretch `before + after` was rewritten as `now`: the place in `now`, among `places`, where `after` begins, so that both
 * parts took the fewest edits.
 * @param prefersLate which of equally good places is taken
 */
export function borderIn(
  now: string,
  before: string,
  after: string,
  places: readonly number[],
  prefersLate: boolean,
): number {
  const heads = distancesToBeginnings(before, now);
  const tails = distancesToBeginnings(reversed(after), reversed(now));
  let best = prefersLate ? now.length : 0;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const cost = (heads[place] as number) + (tails[now.length - place] as number);
    if (cost < least || (cost === least && prefersLate)) {
      least = cost;
      best = place;
    }
  }
  return best;
}
