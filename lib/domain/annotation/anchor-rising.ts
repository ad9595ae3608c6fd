/**
 * The heaviest subsequence whose values rise: which matches of two texts keep their order. O(n log n).
 * @param values all different, none negative
 * @returns indexes, rising
 */
export function heaviestRising(values: readonly number[], weights: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const rank = new Int32Array(values.length);
  // Equal values share a rank, so that the one never follows the other.
  let last = 0;
  for (const [place, index] of order.entries()) {
    const before = order[place - 1];
    last = before !== undefined && values[before] === values[index] ? last : place + 1;
    rank[index] = last;
  }
  // A Fenwick tree over ranks: the best chain that ends at a rank up to this one.
  const bestWeight = new Float64Array(values.length + 1);
  const bestEnd = new Int32Array(values.length + 1).fill(-1);
  const before = new Int32Array(values.length).fill(-1);
  let end = -1;
  let most = 0;
  for (let index = 0; index < values.length; index += 1) {
    let weight = 0;
    let from = -1;
    for (let at = (rank[index] as number) - 1; at > 0; at -= at & -at) {
      if ((bestWeight[at] as number) > weight) {
        weight = bestWeight[at] as number;
        from = bestEnd[at] as number;
      }
    }
    before[index] = from;
    weight += weights[index] as number;
    for (let at = rank[index] as number; at <= values.length; at += at & -at) {
      if (weight > (bestWeight[at] as number)) {
        bestWeight[at] = weight;
        bestEnd[at] = index;
      }
    }
    if (weight > most) {
      most = weight;
      end = index;
    }
  }
  const chain: number[] = [];
  for (let at = end; at >= 0; at = before[at] as number) chain.push(at);
  return chain.reverse();
}
