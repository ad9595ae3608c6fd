/**
 * The overview of a whole map: every claim a bar, in the ring of its depth, as long as what stands under it. The start
 * side's branches grow to the left of the middle, the others to the right.
 */
export interface Icicle {
  /** Most rings of a wing. */
  readonly depth: number;
  /** Per claim, in the order given: ring from 1; wing -1 or 1; first unit and number of units along the wing. */
  readonly rings: Uint8Array;
  readonly wings: Int8Array;
  readonly from: Float32Array;
  readonly length: Float32Array;
  /** Units of each wing. */
  readonly units: { readonly start: number; readonly end: number };
}

/**
 * @param parents index of the claim that each stands under, always an earlier one; -1 on the first level
 * @param sides one letter a claim: `a` on the first level grows to the start
 */
export function icicleOf(parents: readonly number[], sides: string): Icicle {
  const size = parents.length;
  const rings = new Uint8Array(size);
  const wings = new Int8Array(size);
  const from = new Float32Array(size);
  const length = new Float32Array(size);
  for (let index = size - 1; index >= 0; index -= 1) {
    if (length[index] === 0) length[index] = 1;
    const parent = parents[index] ?? -1;
    if (parent >= 0) length[parent] = (length[parent] as number) + (length[index] as number);
  }
  const units = { start: 0, end: 0 };
  const next = new Float32Array(size);
  let depth = 0;
  for (let index = 0; index < size; index += 1) {
    const parent = parents[index] ?? -1;
    const own = length[index] as number;
    if (parent < 0) {
      const wing = sides[index] === 'a' ? 'start' : 'end';
      rings[index] = 1;
      wings[index] = wing === 'start' ? -1 : 1;
      from[index] = units[wing];
      units[wing] += own;
    } else {
      rings[index] = Math.min(255, (rings[parent] as number) + 1);
      wings[index] = wings[parent] as number;
      from[index] = (from[parent] as number) + (next[parent] as number);
      next[parent] = (next[parent] as number) + own;
    }
    depth = Math.max(depth, rings[index] as number);
  }
  return { depth, rings, wings, from, length, units };
}

/** The claim at a point of the picture, both 0..1 from its upper left; null where there is none. */
export function claimAt(icicle: Icicle, x: number, y: number): number | null {
  const wing = x < 0.5 ? -1 : 1;
  const ring = Math.floor(Math.abs(x - 0.5) * 2 * (icicle.depth + 0.5) + 0.5);
  const unit = y * (wing < 0 ? icicle.units.start : icicle.units.end);
  for (let index = 0; index < icicle.rings.length; index += 1) {
    const from = icicle.from[index] as number;
    if (icicle.wings[index] !== wing || icicle.rings[index] !== ring) continue;
    if (unit >= from && unit < from + (icicle.length[index] as number)) return index;
  }
  return null;
}
