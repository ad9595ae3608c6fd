/** Paragraphs as weighted word stems, to say how alike two are that tell the same in other words. */

const WORDS = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}+)*/gu;
/** Most languages inflect at the end: Ukraine, Ukrainian and Ukraine’s share their first letters. */
const STEM = 5;
const SHORT_WORD = 3;
/** Words in more paragraphs than this are grammar, and would make the work grow with the square of the text. */
const MOST_PLACES = 250;
/** Much longer paragraphs are no paragraphs; their end says nothing more about what they are. */
const LONGEST_READ = 20_000;
const NAME_FACTOR = 1.4;
const FIGURE_FACTOR = 1.6;

/** Weight of each stem in one text. */
export type StemWeights = ReadonlyMap<string, number>;

function stemOf(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = [...plain.replace(/['’]\p{L}{1,2}$/u, '')];
  if (letters.length > STEM) return letters.slice(0, STEM).join('');
  return letters.length === STEM && letters.at(-1) === 's' ? letters.slice(0, -1).join('') : letters.join('');
}

/** Stems of a text, each with how telling its kind is: figures more than names, names more than other words. */
export function stemsOf(text: string): StemWeights {
  const stems = new Map<string, number>();
  for (const [word] of text.slice(0, LONGEST_READ).matchAll(WORDS)) {
    const isFigure = /\p{N}/u.test(word);
    const isName = /^\p{Lu}/u.test(word) && word !== word.toUpperCase();
    const isShort = [...word].length <= SHORT_WORD && !isFigure && !/^\p{Lu}{2}/u.test(word);
    if (isShort) continue;
    const factor = isFigure ? FIGURE_FACTOR : isName ? NAME_FACTOR : 1;
    const stem = isFigure ? word : stemOf(word);
    stems.set(stem, Math.max(factor, stems.get(stem) ?? 0));
  }
  return stems;
}

/** Stems of many texts, weighted by how few of the texts they are in (idf), each text of length 1. */
export function weightedStems(texts: readonly string[]): StemWeights[] {
  const all = texts.map(stemsOf);
  const counts = new Map<string, number>();
  for (const stems of all) for (const stem of stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return all.map((stems) => {
    const weighted = new Map<string, number>();
    let square = 0;
    for (const [stem, factor] of stems) {
      const count = counts.get(stem) ?? 1;
      if (count > MOST_PLACES) continue;
      const weight = factor * Math.log(1 + texts.length / count);
      weighted.set(stem, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [stem, weight] of weighted) weighted.set(stem, weight / length);
    return weighted;
  });
}

/** Cosine of two texts of `weightedStems`, 0 to 1. */
export function cosine(one: StemWeights, other: StemWeights): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return Math.min(1, sum);
}
