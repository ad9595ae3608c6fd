import { dot } from './dot';
import { seededRandom } from './random';
import { symmetricEigen } from './symmetric-eigen';

/** Leading eigenvectors of a large symmetric matrix that is known by what it does to a vector. */

export interface LeadingVectors {
  /** Descending. */
  values: number[];
  /** Each of length 1, at right angles to each other. Signs are as they come. */
  vectors: Float64Array[];
}

/** Vectors that join the basis at a time: two, so that two equal values are told apart. */
const BLOCK = 2;
/** Vectors that stay when the basis is full, and when it is full. Small, as its eigenvectors are found in every round. */
const KEPT = 5;
const MOST_VECTORS = 14;
const MOST_ROUNDS = 2_000;
/** Share of a vector at right angles to the basis below which it is nearly inside. */
const NEARLY_INSIDE = 0.01;
/** Residual of an eigenvector in the largest eigenvalue. */
const TOLERANCE = 1e-12;

const copy = (vector: Float64Array): Float64Array => vector.slice();

const addTimes = (to: Float64Array, from: Float64Array, factor: number): void => {
  const { length } = to;
  for (let i = 0; i < length; i += 1) to[i] = (to[i] as number) + factor * (from[i] as number);
};

/**
 * How far a value lies from its neighbours: an eigenvector is off by its residual in this at most (Davis and Kahan 1970).
 * Without a neighbour on each side that there could be, nothing is known and it is 0.
 */
function gapAt(values: Float64Array, j: number): number {
  const own = values[j] as number;
  const above = j === 0 ? Number.POSITIVE_INFINITY : (values[j - 1] as number) - own;
  return j + 1 < values.length ? Math.min(above, own - (values[j + 1] as number)) : 0;
}

/**
 * Block Krylov method with restarts that keep the best vectors (thick restarts, Wu and Simon 2000), from a fixed start. The
 * basis stays orthogonal by projecting twice, so the answer is exact to about 12 digits and the same every time.
 * @param size length of the vectors
 * @param apply writes the product of the matrix (positive semidefinite) and `from` into `to`
 * @param wanted number of vectors; fewer come when the matrix has a lower rank
 * @param start what the vectors are thought to be, to begin there. Products are then what costs, so that after every two of
 *   them is looked whether they are enough, and only vectors that lack are drawn
 * @param near angle (radians) by which a vector may be off; without it, about 12 digits are exact
 */
export function leadingVectors(
  size: number,
  apply: (from: Float64Array, to: Float64Array) => void,
  wanted: number,
  start: readonly Float64Array[] = [],
  near = 0,
): LeadingVectors {
  let basis: Float64Array[] = [];
  let images: Float64Array[] = [];

  /** Adds what of the vector is at right angles to the basis; false when nothing is. */
  const join = (vector: Float64Array): boolean => {
    if (basis.length >= size) return false;
    const before = Math.sqrt(dot(vector, 0, vector));
    if (!(before > 0)) return false;
    for (let pass = 0; pass < 2; pass += 1) {
      for (const other of basis) addTimes(vector, other, -dot(vector, 0, other));
    }
    const norm = Math.sqrt(dot(vector, 0, vector));
    if (norm <= before * 1e-10) return false;
    for (let i = 0; i < size; i += 1) vector[i] = (vector[i] as number) / norm;
    // What was nearly inside the basis has lost digits; once more brings them back.
    if (norm < before * NEARLY_INSIDE)
      for (const other of basis) addTimes(vector, other, -dot(vector, 0, other));
    const image = new Float64Array(size);
    apply(vector, image);
    basis.push(vector);
    images.push(image);
    return true;
  };
  const random = seededRandom(20_210_101);
  const drawn = (): Float64Array => Float64Array.from({ length: size }, () => random() - 0.5);

  for (const vector of start) join(Float64Array.from(vector));
  const isWarm = basis.length >= wanted;
  if (!isWarm) for (let i = 0; i < BLOCK; i += 1) join(drawn());

  const answer = (
    count: number,
    values: Float64Array,
    vector: (j: number) => Float64Array,
  ): LeadingVectors => {
    const found = Math.min(wanted, count);
    return {
      values: Array.from({ length: found }, (_, j) => Math.max(0, values[j] as number)),
      vectors: Array.from({ length: found }, (_, j) => vector(j)),
    };
  };

  for (let round = 0; ; round += 1) {
    const count = basis.length;
    const small = new Float64Array(count * count);
    for (let i = 0; i < count; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        const value = dot(basis[i] as Float64Array, 0, images[j] as Float64Array);
        small[i * count + j] = value;
        small[j * count + i] = value;
      }
    }
    const { values, vectors } = symmetricEigen(small, count);
    const combined = (from: readonly Float64Array[], j: number): Float64Array => {
      const sum = new Float64Array(size);
      for (let i = 0; i < count; i += 1)
        addTimes(sum, from[i] as Float64Array, vectors[i * count + j] as number);
      return sum;
    };
    const residuals: Float64Array[] = [];
    let isFound = true;
    for (let j = 0; j < Math.min(BLOCK, count); j += 1) {
      const residual = combined(images, j);
      addTimes(residual, combined(basis, j), -(values[j] as number));
      residuals.push(residual);
      const enough = Math.max(TOLERANCE * Math.abs(values[0] ?? 0), near * gapAt(values, j));
      if (j < wanted && Math.sqrt(dot(residual, 0, residual)) > enough) isFound = false;
    }
    if (isFound || count >= size || round >= MOST_ROUNDS) {
      return answer(count, values, (j) => combined(basis, j));
    }
    if (isWarm && count + BLOCK <= MOST_VECTORS) {
      if (residuals.filter(join).length > 0) continue;
      return answer(count, values, (j) => combined(basis, j));
    }
    const kept = Array.from({ length: Math.min(KEPT, count) }, (_, j) => {
      return [combined(basis, j), combined(images, j)] as const;
    });
    basis = kept.map(([vector]) => vector);
    images = kept.map(([, image]) => image);
    const before = basis.length;
    let grew = residuals.filter(join).length;
    while (!isWarm && grew > 0 && basis.length + BLOCK <= MOST_VECTORS)
      grew = images.slice(-grew).map(copy).filter(join).length;
    if (basis.length === before) return answer(before, values, (j) => basis[j] as Float64Array);
  }
}
