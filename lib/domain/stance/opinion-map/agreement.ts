/** How far two groupings of the same people agree. */

/**
 * Adjusted Rand index (Hubert and Arabie 1985): 1 for the same grouping, 0 for what chance gives. People who are in no
 * group (negative) in one of the two do not count; 1 when nothing is left to disagree about.
 */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [rows, columns] = [numbered(one), numbered(other)];
  const cells = new Float64Array(rows.count * columns.count);
  for (let p = 0; p < one.length; p += 1) {
    const [a, b] = [rows.number[p] as number, columns.number[p] as number];
    if (a < 0 || b < 0) continue;
    cells[a * columns.count + b] = (cells[a * columns.count + b] as number) + 1;
  }
  return agreementInTable(cells, columns.count);
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/**
 * The same from a table.
 * @param cells people by their groups in the one grouping (rows) and the other (columns)
 */
export function agreementInTable(cells: Float64Array, columns: number): number {
  const inColumn = new Float64Array(columns);
  let [people, together, inRows, inColumns] = [0, 0, 0, 0];
  for (let row = 0; row < cells.length; row += columns) {
    let sum = 0;
    for (let b = 0; b < columns; b += 1) {
      const count = cells[row + b] as number;
      together += pairsOf(count);
      sum += count;
      inColumn[b] = (inColumn[b] as number) + count;
    }
    inRows += pairsOf(sum);
    people += sum;
  }
  for (let b = 0; b < columns; b += 1) inColumns += pairsOf(inColumn[b] as number);
  const all = pairsOf(people);
  if (all === 0) return 1;
  const expected = (inRows * inColumns) / all;
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** Groups numbered as they come, without gaps; -1 stays for none. */
function numbered(group: ArrayLike<number>): { number: Int32Array; count: number } {
  const number = new Int32Array(group.length);
  let largest = -1;
  for (let p = 0; p < group.length; p += 1) largest = Math.max(largest, group[p] as number);
  const numberOf = new Int32Array(largest + 1).fill(-1);
  let count = 0;
  for (let p = 0; p < group.length; p += 1) {
    const id = group[p] as number;
    if (id >= 0 && numberOf[id] === -1) {
      numberOf[id] = count;
      count += 1;
    }
    number[p] = id < 0 ? -1 : (numberOf[id] as number);
  }
  return { number, count };
}
