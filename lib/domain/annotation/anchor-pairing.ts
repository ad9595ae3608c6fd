import type { UnitWords } from './anchor-unit-words';

/** Which sentences of a short stretch became which of another: by the words in common, in order. */

/** Share of words in common from which a sentence counts as the edited form of another. */
const LEAST_LIKENESS = 0.4;
/** Several sentences became one only if together they are about as like it as the best of them is. */
const MOST_MERGE_LOSS = 0.03;

/** Ways in which sentences become sentences: one to one, split in two or three, merged from two or three. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;

/**
 * The best pairing of two short lists of sentences that keeps their order.
 * @returns ranges of both lists, ends exclusive
 */
export function pairsInOrder(
  old: UnitWords,
  olds: readonly number[],
  now: UnitWords,
  news: readonly number[],
): [i: number, iEnd: number, j: number, jEnd: number][] {
  const width = news.length;
  const common = new Float32Array(olds.length * width);
  for (const [i, unit] of olds.entries()) {
    for (const [j, target] of news.entries()) common[i * width + j] = old.common(unit, now, target);
  }
  const oldWeights = olds.map((unit) => old.weightOf(unit));
  const newWeights = news.map((unit) => now.weightOf(unit));
  const gain = (i: number, di: number, j: number, dj: number): number => {
    let shared = 0;
    let bestAlone = 0;
    const oldWeight = sumOf(oldWeights, i, di);
    const newWeight = sumOf(newWeights, j, dj);
    const weight = oldWeight + newWeight;
    for (let x = i; x < i + di; x += 1) {
      // Only neighbours merge: what was taken away between them would be taken for part of the pair.
      if (x > i && olds[x] !== (olds[x - 1] as number) + 1) return 0;
      for (let y = j; y < j + dj; y += 1) {
        if (y > j && news[y] !== (news[y - 1] as number) + 1) return 0;
        const part = common[x * width + y] as number;
        if (di + dj > 2 && part < 0.5 * Math.min(oldWeights[x] as number, newWeights[y] as number)) return 0;
        shared += part;
        bestAlone = Math.max(bestAlone, (2 * part) / ((oldWeights[x] as number) + (newWeights[y] as number)));
      }
    }
    // Words that several sentences have were counted several times.
    const likeness = weight > 0 ? (2 * Math.min(shared, oldWeight, newWeight)) / weight : 0;
    if (di + dj > 2 && likeness < bestAlone - MOST_MERGE_LOSS) return 0;
    return likeness >= LEAST_LIKENESS ? (likeness - LEAST_LIKENESS + 0.05) * weight : 0;
  };
  const best = new Float32Array((olds.length + 1) * (width + 1));
  const step = new Int8Array(best.length).fill(-1);
  for (let i = 0; i <= olds.length; i += 1) {
    for (let j = 0; j <= width; j += 1) {
      const at = i * (width + 1) + j;
      let score = Math.max(
        i > 0 ? (best[at - width - 1] as number) : 0,
        j > 0 ? (best[at - 1] as number) : 0,
      );
      for (const [index, [di, dj]] of STEPS.entries()) {
        if (di > i || dj > j) continue;
        const more = gain(i - di, di, j - dj, dj);
        const sum = more > 0 ? (best[at - di * (width + 1) - dj] as number) + more : 0;
        if (more > 0 && sum > score) {
          score = sum;
          step[at] = index;
        }
      }
      best[at] = score;
    }
  }
  const pairs: [number, number, number, number][] = [];
  for (let i = olds.length, j = width; i > 0 && j > 0; ) {
    const at = i * (width + 1) + j;
    const taken = STEPS[step[at] as number];
    if (taken) {
      pairs.push([i - taken[0], i, j - taken[1], j]);
      i -= taken[0];
      j -= taken[1];
    } else if (best[at] === best[at - width - 1]) i -= 1;
    else j -= 1;
  }
  return pairs.reverse();
}

function sumOf(values: readonly number[], from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += values[at] as number;
  return sum;
}
