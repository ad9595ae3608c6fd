import { cosine, type StemWeights, weightedStems } from './passage-words';

/** A range of a paragraph, and how like the cited words it is, or the best of it, 0 to 1. */
export interface CarriedRange {
  start: number;
  end: number;
  similarity: number;
  /** False when no sentence stands out and the range is the whole paragraph. */
  isSentence: boolean;
}

const LEAST = 0.15;
/** The best range has to be so much more like the cited sentence than any that has nothing of it. */
const LEAD = 1.3;
/** Two sentences together have to be so much more like it than either alone. */
const TOGETHER = 1.1;

/**
 * The sentence of a paragraph, or the two neighbours, that most resemble a cited sentence told in other words; the whole
 * paragraph when none stands out.
 * @param sentences ranges within `paragraph`, in order
 */
export function carriedSentence(
  cited: string,
  paragraph: string,
  sentences: readonly { start: number; end: number }[],
): CarriedRange {
  const [wanted, ...found] = weightedStems([
    cited,
    ...sentences.map(({ start, end }) => paragraph.slice(start, end)),
  ]);
  const whole = { start: 0, end: paragraph.length, isSentence: false };
  if (!wanted) return { ...whole, similarity: 0 };
  const single = sentences.map(({ start, end }, index) => {
    const stems = found[index] ?? new Map<string, number>();
    return { start, end, stems, similarity: cosine(wanted, stems) };
  });
  const pairs = single.slice(1).map((second, index) => {
    const first = single[index] ?? second;
    const stems = joined(first.stems, second.stems);
    const alone = Math.max(first.similarity, second.similarity);
    const together = cosine(wanted, stems);
    return { start: first.start, end: second.end, similarity: together > TOGETHER * alone ? together : 0 };
  });
  const ranked = [...single, ...pairs].sort((a, b) => b.similarity - a.similarity || a.start - b.start);
  const [best] = ranked;
  const rival = best && ranked.find(({ start, end }) => end <= best.start || start >= best.end);
  const similarity = Math.round((best?.similarity ?? 0) * 100) / 100;
  if (best && best.similarity >= LEAST && best.similarity >= LEAD * (rival?.similarity ?? 0)) {
    return { start: best.start, end: best.end, similarity, isSentence: true };
  }
  return { ...whole, similarity };
}

/** The stems of two texts as those of one, of length 1. */
function joined(one: StemWeights, other: StemWeights): StemWeights {
  const sum = new Map(one);
  for (const [stem, weight] of other) sum.set(stem, Math.max(weight, sum.get(stem) ?? 0));
  const length = Math.hypot(...sum.values()) || 1;
  return new Map([...sum].map(([stem, weight]) => [stem, weight / length]));
}
