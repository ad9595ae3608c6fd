/** Things that stand alike, in the order given. */
export interface Rank<T> {
  items: T[];
}

/**
 * A list in ranks, first to last.
 * @param order below 0 when `a` comes first, 0 for a tie; a total order of ranks
 */
export function ranked<T>(items: readonly T[], order: (a: T, b: T) => number): Rank<T>[] {
  const ranks: Rank<T>[] = [];
  for (const item of [...items].sort(order)) {
    const last = ranks.at(-1);
    const [like] = last?.items ?? [];
    if (last && like !== undefined && order(like, item) === 0) last.items.push(item);
    else ranks.push({ items: [item] });
  }
  return ranks;
}

/**
 * The first ranks. Ties are shown together or not at all: a rank that would go beyond `most` ends the list. A first rank that is
 * longer is kept up to twice that; beyond, nothing stands out and nothing is listed.
 */
export function firstRanks<T>(ranks: readonly Rank<T>[], most: number): Rank<T>[] {
  const kept: Rank<T>[] = [];
  let count = 0;
  for (const rank of ranks) {
    const room = kept.length === 0 ? 2 * most : most;
    if (count + rank.items.length > room) break;
    kept.push(rank);
    count += rank.items.length;
  }
  return kept;
}

/** The first ranks of a list, as `firstRanks` keeps them. */
export const inRanks = <T>(items: readonly T[], order: (a: T, b: T) => number, most: number): Rank<T>[] =>
  firstRanks(ranked(items, order), most);
