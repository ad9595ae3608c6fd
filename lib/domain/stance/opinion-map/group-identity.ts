/** Which group of today is which of yesterday. */

/**
 * Pairs rows with columns so that the paired cells add up to the most (Hungarian method, in the form of Jonker and
 * Volgenant 1987).
 * @param value by row, then by column; all rows of one length
 * @returns the column of each row, -1 for rows without one
 */
export function bestPairs(value: readonly (readonly number[])[]): number[] {
  const rows = value.length;
  const columns = value[0]?.length ?? 0;
  const size = Math.max(rows, columns);
  const cost = (i: number, j: number): number => -(value[i]?.[j] ?? 0);
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  // Row of each column; place 0 holds the row that looks for a column. Rows and columns count from 1.
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    rowOf[0] = row;
    const slack = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(size + 1);
    const isDone = new Uint8Array(size + 1);
    let column = 0;
    do {
      isDone[column] = 1;
      const own = rowOf[column] as number;
      let [least, next] = [Number.POSITIVE_INFINITY, 0];
      for (let j = 1; j <= size; j += 1) {
        if (isDone[j] !== 0) continue;
        const reduced = cost(own - 1, j - 1) - (rowPrice[own] as number) - (columnPrice[j] as number);
        if (reduced < (slack[j] as number)) {
          slack[j] = reduced;
          from[j] = column;
        }
        if ((slack[j] as number) < least) [least, next] = [slack[j] as number, j];
      }
      for (let j = 0; j <= size; j += 1) {
        if (isDone[j] !== 0) {
          const at = rowOf[j] as number;
          rowPrice[at] = (rowPrice[at] as number) + least;
          columnPrice[j] = (columnPrice[j] as number) - least;
        } else slack[j] = (slack[j] as number) - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = from[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  const columnOf = new Array<number>(rows).fill(-1);
  for (let j = 1; j <= columns; j += 1) {
    const row = (rowOf[j] as number) - 1;
    if (row < rows) columnOf[row] = j - 1;
  }
  return columnOf;
}

/** What a map leaves to the next one, so that groups keep their ids. */
export interface GroupIds {
  /** Id of each person's group, -1 for none. People keep their indexes; new ones come after the old. */
  group: Int16Array;
  /** First id that no group ever had. */
  next: number;
}

/**
 * Ids for groups: that of an earlier group whose people are mostly in it, else a new one.
 * @param slot index of each person's group, 0 to `groups - 1`, -1 for none
 * @returns the id of each group
 */
export function groupIds(
  slot: Int16Array,
  groups: number,
  before?: GroupIds,
): { ids: number[]; next: number } {
  if (!before) return { ids: Array.from({ length: groups }, (_, g) => g), next: groups };
  const earlier = [...new Set(before.group)].filter((id) => id >= 0).sort((a, b) => a - b);
  const rowOf = new Map(earlier.map((id, i) => [id, i]));
  const shared = earlier.map(() => new Array<number>(groups).fill(0));
  const still = new Array<number>(earlier.length).fill(0);
  for (let p = 0; p < Math.min(slot.length, before.group.length); p += 1) {
    const row = rowOf.get(before.group[p] as number);
    const g = slot[p] as number;
    if (row === undefined || g < 0) continue;
    const cells = shared[row] as number[];
    cells[g] = (cells[g] as number) + 1;
    still[row] = (still[row] as number) + 1;
  }
  const ids = new Array<number>(groups).fill(-1);
  for (const [row, g] of bestPairs(shared).entries()) {
    if (g >= 0 && 2 * (shared[row]?.[g] as number) > (still[row] as number)) ids[g] = earlier[row] as number;
  }
  let { next } = before;
  for (let g = 0; g < groups; g += 1) {
    if (ids[g] !== -1) continue;
    ids[g] = next;
    next += 1;
  }
  return { ids, next };
}
