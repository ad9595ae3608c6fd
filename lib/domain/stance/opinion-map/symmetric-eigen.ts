/** Eigenvalues and eigenvectors of a small symmetric matrix. */

export interface Eigen {
  /** Descending. */
  values: Float64Array;
  /** `size * size`; column j (entries `i * size + j`) belongs to `values[j]` and has length 1. */
  vectors: Float64Array;
}

const MOST_SWEEPS = 60;
/** An entry this small against its two on the diagonal is rounding. */
const NEGLIGIBLE = 1e-17;

/**
 * Cyclic Jacobi rotations (Golub and Van Loan 2013, section 8.5): exact to the last digits and the same every time.
 * @param matrix `size * size`, symmetric; not changed
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let rotations = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const apq = Math.abs(a[p * size + q] as number);
        const diagonal = Math.abs(a[p * size + p] as number) + Math.abs(a[q * size + q] as number);
        if (apq <= diagonal * NEGLIGIBLE) continue;
        rotate(a, vectors, size, p, q);
        rotations += 1;
      }
    }
    if (rotations === 0) break;
  }
  const at = (i: number): number => a[i * size + i] as number;
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => at(j) - at(i) || i - j);
  const sorted: Eigen = { values: new Float64Array(size), vectors: new Float64Array(size * size) };
  for (const [j, from] of order.entries()) {
    sorted.values[j] = at(from);
    for (let i = 0; i < size; i += 1) sorted.vectors[i * size + j] = vectors[from * size + i] as number;
  }
  return sorted;
}

/**
 * One rotation that makes entry (p, q) zero; p is less than q.
 * @param a only what is on the diagonal and above it is kept up to date
 * @param vectors row by row
 */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number;
  const app = a[p * size + p] as number;
  const aqq = a[q * size + q] as number;
  const theta = (aqq - app) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  a[p * size + p] = app - t * apq;
  a[q * size + q] = aqq + t * apq;
  a[p * size + q] = 0;
  for (let i = 0; i < size; i += 1) {
    const vp = vectors[p * size + i] as number;
    const vq = vectors[q * size + i] as number;
    vectors[p * size + i] = cos * vp - sin * vq;
    vectors[q * size + i] = sin * vp + cos * vq;
    if (i === p || i === q) continue;
    const atP = i < p ? i * size + p : p * size + i;
    const atQ = i < q ? i * size + q : q * size + i;
    const ip = a[atP] as number;
    const iq = a[atQ] as number;
    a[atP] = cos * ip - sin * iq;
    a[atQ] = sin * ip + cos * iq;
  }
}
