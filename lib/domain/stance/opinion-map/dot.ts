/**
 * Sum of the products of `b` and as many entries of `a` from `start` on. Four sums at a time, none of which waits for the
 * others.
 */
export function dot(a: Float64Array, start: number, b: Float64Array): number {
  const length = b.length;
  let i = 0;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (; i + 3 < length; i += 4) {
    const at = start + i;
    s0 += (a[at] as number) * (b[i] as number);
    s1 += (a[at + 1] as number) * (b[i + 1] as number);
    s2 += (a[at + 2] as number) * (b[i + 2] as number);
    s3 += (a[at + 3] as number) * (b[i + 3] as number);
  }
  for (; i < length; i += 1) s0 += (a[start + i] as number) * (b[i] as number);
  return s0 + s1 + (s2 + s3);
}
