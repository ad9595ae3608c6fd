/** Which claims a claim depends on: the premises of all links that bear on it. */
interface Dependencies {
  linkStart: Int32Array;
  premiseStart: Int32Array;
  premises: Int32Array;
}

export interface StrongComponents {
  partStart: Int32Array;
  partClaims: Int32Array;
  partOf: Int32Array;
  isCyclic: Uint8Array;
}

/**
 * Parts of the graph whose claims depend on each other in a circle (Tarjan 1972, without recursion, so that a chain of
 * any length fits). Following dependencies backwards, a part is complete only after all that it depends on: parts come
 * out in the order in which they can be computed.
 * @param claimCount claims are numbered 0 to claimCount - 1
 */
export function strongComponents(
  claimCount: number,
  { linkStart, premiseStart, premises }: Dependencies,
): StrongComponents {
  const partOf = new Int32Array(claimCount).fill(-1);
  const partClaims = new Int32Array(claimCount);
  const partEnds: number[] = [];
  const cyclic: number[] = [];

  const number = new Int32Array(claimCount).fill(-1);
  const lowest = new Int32Array(claimCount);
  // Next premise of each claim on the way; premises of a claim's links stand side by side.
  const next = new Int32Array(claimCount);
  const way = new Int32Array(claimCount);
  const open = new Int32Array(claimCount);
  const dependsOnItself = new Uint8Array(claimCount);
  let numbered = 0;
  let openCount = 0;
  let done = 0;

  const firstPremise = (claim: number): number => premiseStart[linkStart[claim] as number] as number;

  for (let first = 0; first < claimCount; first += 1) {
    if ((number[first] as number) >= 0) continue;
    let depth = 0;
    let claim = first;
    let isNew = true;
    while (true) {
      if (isNew) {
        number[claim] = numbered;
        lowest[claim] = numbered;
        numbered += 1;
        next[claim] = firstPremise(claim);
        way[depth] = claim;
        open[openCount] = claim;
        openCount += 1;
        isNew = false;
      }
      const end = firstPremise(claim + 1);
      let at = next[claim] as number;
      while (at < end) {
        const premise = premises[at] as number;
        at += 1;
        if (premise === claim) dependsOnItself[claim] = 1;
        if ((number[premise] as number) < 0) {
          next[claim] = at;
          depth += 1;
          claim = premise;
          isNew = true;
          break;
        }
        // A premise without a part yet is on the way: it closes a circle.
        if ((partOf[premise] as number) < 0 && (number[premise] as number) < (lowest[claim] as number))
          lowest[claim] = number[premise] as number;
      }
      if (isNew) continue;
      if (lowest[claim] === number[claim]) {
        const part = partEnds.length;
        const start = done;
        let member: number;
        do {
          openCount -= 1;
          member = open[openCount] as number;
          partOf[member] = part;
          partClaims[done] = member;
          done += 1;
        } while (member !== claim);
        partEnds.push(done);
        cyclic.push(done - start > 1 ? 1 : (dependsOnItself[claim] as number));
      }
      if (depth === 0) break;
      depth -= 1;
      const parent = way[depth] as number;
      if ((lowest[claim] as number) < (lowest[parent] as number)) lowest[parent] = lowest[claim] as number;
      claim = parent;
    }
  }
  return {
    partStart: Int32Array.from([0, ...partEnds]),
    partClaims,
    partOf,
    isCyclic: Uint8Array.from(cyclic),
  };
}
