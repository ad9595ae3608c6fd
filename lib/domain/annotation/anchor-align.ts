import { diffArrays } from 'diff';
import type { TokenText } from './anchor-tokens';

/** Which words of one short stretch are still there in another. */

/** Work that is left, counted in steps and not in time: the same texts always give the same answer. */
export class Budget {
  left: number;

  constructor(steps: number) {
    this.left = steps;
  }

  /** Whether so many steps may be taken; takes them if so. */
  take(steps: number): boolean {
    if (steps > this.left) return false;
    this.left -= steps;
    return true;
  }
}

/** A stretch of tokens, `to` exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** Above this table the stretches are compared by their edits, which is fast when these are few. */
const LARGEST_TABLE = 400_000;
const MOST_EDITS = 400;
/** Kept words that weigh less than the changes on both sides are chance, when they weigh less than this. */
const WEAKEST_ISLAND = 8;

/**
 * Pairs the tokens of two stretches in order, the weightiest common sequence with as few breaks as can be, and writes them
 * into `map` (token of `from` -> token of `to`).
 */
export function alignStretches(
  from: TokenText,
  old: Stretch,
  to: TokenText,
  now: Stretch,
  map: Int32Array,
  budget: Budget,
): void {
  let { from: a, to: b } = old;
  let { from: c, to: d } = now;
  while (a < b && c < d && from.ids[a] === to.ids[c]) {
    map[a] = c;
    a += 1;
    c += 1;
  }
  while (a < b && c < d && from.ids[b - 1] === to.ids[d - 1]) {
    b -= 1;
    d -= 1;
    map[b] = d;
  }
  if (a === b || c === d) return;
  const table = (b - a + 1) * (d - c + 1);
  if (table <= LARGEST_TABLE && budget.take(table)) {
    alignByTable(from, { from: a, to: b }, to, { from: c, to: d }, map);
  } else if (budget.take((b - a + d - c) * 50)) {
    alignByEdits(from, { from: a, to: b }, to, { from: c, to: d }, map);
  }
  dropIslands(from, old, to, now, map);
}

function alignByTable(
  from: TokenText,
  { from: a, to: b }: Stretch,
  to: TokenText,
  { from: c, to: d }: Stretch,
  map: Int32Array,
): void {
  const width = d - c + 1;
  const scores = new Float32Array((b - a + 1) * width);
  for (let i = 1; i <= b - a; i += 1) {
    const id = from.ids[a + i - 1] as number;
    const before = i > 1 ? (from.ids[a + i - 2] as number) : -1;
    const worth = (from.weights[a + i - 1] as number) + 0.5;
    for (let j = 1; j <= d - c; j += 1) {
      const at = i * width + j;
      let best = Math.max(scores[at - width] as number, scores[at - 1] as number);
      if (to.ids[c + j - 1] === id) {
        const isRun = j > 1 && before === to.ids[c + j - 2];
        const matched = (scores[at - width - 1] as number) + worth + (isRun ? 1 : 0);
        if (matched > best) best = matched;
      }
      scores[at] = best;
    }
  }
  let i = b - a;
  let j = d - c;
  while (i > 0 && j > 0) {
    const at = i * width + j;
    const score = scores[at] as number;
    const isMatch = from.ids[a + i - 1] === to.ids[c + j - 1];
    if (isMatch && score > (scores[at - width] as number) && score > (scores[at - 1] as number)) {
      i -= 1;
      j -= 1;
      map[a + i] = c + j;
    } else if (score === scores[at - width]) i -= 1;
    else j -= 1;
  }
}

function alignByEdits(
  from: TokenText,
  { from: a, to: b }: Stretch,
  to: TokenText,
  { from: c, to: d }: Stretch,
  map: Int32Array,
): void {
  const changes = diffArrays(Array.from(from.ids.subarray(a, b)), Array.from(to.ids.subarray(c, d)), {
    maxEditLength: MOST_EDITS,
  });
  let i = a;
  let j = c;
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) map[i + step] = j + step;
    if (!added) i += count;
    if (!removed) j += count;
  }
}

/** A lone "the" between two rewritten halves of a sentence was not kept: it was written anew. */
function dropIslands(from: TokenText, old: Stretch, to: TokenText, now: Stretch, map: Int32Array): void {
  const runs: { start: number; end: number; weight: number }[] = [];
  for (let token = old.from; token < old.to; token += 1) {
    const target = map[token] as number;
    if (target < 0) continue;
    const last = runs.at(-1);
    const weight = from.weights[token] as number;
    if (last && last.end === token && map[token - 1] === target - 1) {
      last.end = token + 1;
      last.weight += weight;
    } else runs.push({ start: token, end: token + 1, weight });
  }
  const weigh = (text: TokenText, start: number, end: number): number => {
    let sum = 0;
    for (let token = start; token < end; token += 1) sum += text.weights[token] as number;
    return sum;
  };
  let oldEnd = old.from;
  let newEnd = now.from;
  for (const [index, { start, end, weight }] of runs.entries()) {
    const target = map[start] as number;
    const isWeak = weight < WEAKEST_ISLAND;
    if (isWeak) {
      const next = runs[index + 1];
      const left = Math.max(weigh(from, oldEnd, start), weigh(to, newEnd, target));
      const right = Math.max(
        weigh(from, end, next?.start ?? old.to),
        weigh(to, target + end - start, next ? (map[next.start] as number) : now.to),
      );
      // At the edge of the stretch nothing speaks against it but the one change.
      if (weight <= left && weight <= right) {
        map.fill(-1, start, end);
        continue;
      }
    }
    oldEnd = end;
    newEnd = target + end - start;
  }
}
