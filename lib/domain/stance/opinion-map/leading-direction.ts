import { dot } from './dot';
import { symmetricEigen } from './symmetric-eigen';

/** The one direction in which something differs most, found roughly and whatever the search begins with. */

/** Residual in the eigenvalue that is small enough. */
const TOLERANCE = 1e-3;
const MOST_STEPS = 60;

/** Makes the vector one of length 1 at right angles to the others, its image with it; false when nothing is left of it. */
function joins(basis: readonly Pair[], { vector, image }: Pair): boolean {
  const before = dot(vector, 0, vector);
  for (let pass = 0; pass < 2; pass += 1) {
    for (const other of basis) {
      const share = -dot(vector, 0, other.vector);
      addTimes(vector, other.vector, share);
      addTimes(image, other.image, share);
    }
  }
  const square = dot(vector, 0, vector);
  if (!(square > before * 1e-20)) return false;
  for (const list of [vector, image]) {
    addTimes(list, list, 1 / Math.sqrt(square) - 1);
  }
  return true;
}

/** A vector and what the matrix makes of it. */
interface Pair {
  vector: Float64Array;
  image: Float64Array;
}

const addTimes = (to: Float64Array, from: Float64Array, factor: number): void => {
  const length = to.length;
  for (let i = 0; i < length; i += 1) to[i] = (to[i] as number) + factor * (from[i] as number);
};

/**
 * The leading eigenvector of a symmetric positive semidefinite matrix that is known by what it does to a vector, roughly: in
 * each step the best of what the last one, its residual and its last change span (Knyazev 2001). It takes about the root of
 * the steps of power iteration, so it comes near enough that where it began leaves no trace.
 * @param start not at right angles to the eigenvector; all 0 gives null
 */
export function leadingDirection(
  start: Float64Array,
  apply: (from: Float64Array, to: Float64Array) => void,
): Float64Array | null {
  const applied = (vector: Float64Array): Pair => {
    const image = new Float64Array(vector.length);
    apply(vector, image);
    return { vector, image };
  };
  let best = applied(start.slice());
  if (!joins([], best)) return null;
  let change: Pair | null = null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = dot(best.vector, 0, best.image);
    const residual = best.image.slice();
    addTimes(residual, best.vector, -value);
    if (Math.sqrt(dot(residual, 0, residual)) <= TOLERANCE * value) break;
    const basis = [best];
    // The image is computed once the residual has lost what it shares with the best.
    if (!joins(basis, { vector: residual, image: residual.slice() })) break;
    basis.push(applied(residual));
    if (change && joins(basis, change)) basis.push(change);
    const size = basis.length;
    const small = new Float64Array(size * size);
    for (const [i, one] of basis.entries()) {
      for (const [j, other] of basis.entries()) small[i * size + j] = dot(one.vector, 0, other.image);
    }
    const { vectors } = symmetricEigen(small, size);
    const mix = (from: number): Pair => {
      const pair = { vector: new Float64Array(start.length), image: new Float64Array(start.length) };
      for (let i = from; i < size; i += 1) {
        const { vector, image } = basis[i] as Pair;
        addTimes(pair.vector, vector, vectors[i * size] as number);
        addTimes(pair.image, image, vectors[i * size] as number);
      }
      return pair;
    };
    [best, change] = [mix(0), mix(1)];
  }
  return best.vector;
}
