import { px } from '@/lib/domain/stance/axis';
import type { FlowCell } from '@/lib/domain/stance/flow';
import type { ShiftDirection } from '@/lib/domain/stance/shift';

/** Strands between bands, before and after. People who went the same way from the same band lie side by side as one. */

export interface Strand extends FlowCell {
  /** Left edges above and below, and the width, in pixels. */
  topPx: number;
  bottomPx: number;
  widthPx: number;
}

export interface FlowLayout {
  strands: Strand[];
  /** By band: how many people, and where they lie. */
  before: { people: number; startPx: number; widthPx: number }[];
  after: { people: number; startPx: number; widthPx: number }[];
}

const ORDER = { for: 0, stay: 1, against: 2 } as const;
const orderOf = (moved: ShiftDirection | null) => ORDER[moved ?? 'stay'];

/**
 * @param count how many bands there are
 * @param width of the picture in pixels; the widest strand of one person is 14 px
 */
export function flowLayout(cells: readonly FlowCell[], count: number, width: number): FlowLayout {
  const bands = Array.from({ length: count }, (_, band) => band);
  const counts = (side: 'before' | 'after') =>
    bands.map((band) => cells.reduce((sum, one) => sum + (one[side] === band ? one.people : 0), 0));
  const [before, after] = [counts('before'), counts('after')];
  const slot = width / count;
  const fullest = Math.max(1, ...before, ...after);
  const unit = Math.min(14, (slot - 16) / fullest);
  const lie = (people: number, band: number) => ({
    people,
    startPx: px((band + 0.5) * slot - (people * unit) / 2),
    widthPx: px(people * unit),
  });
  const top = before.map(lie);
  const bottom = after.map(lie);
  const tops = laid(cells, 'before', 'after', top, unit);
  const bottoms = laid(cells, 'after', 'before', bottom, unit);
  return {
    before: top,
    after: bottom,
    strands: cells
      .map((strand, index) => ({
        ...strand,
        topPx: px(tops[index] ?? 0),
        bottomPx: px(bottoms[index] ?? 0),
        widthPx: px(strand.people * unit),
      }))
      // Who stayed lies below those who moved.
      .sort((a, b) => Number(a.moved !== null) - Number(b.moved !== null)),
  };
}

/** Left edges in each band of one end, in the order of the bands at the other end, so that strands cross least. */
function laid(
  strands: readonly FlowCell[],
  here: 'before' | 'after',
  there: 'before' | 'after',
  bands: readonly { startPx: number }[],
  unit: number,
): number[] {
  const edges: number[] = strands.map(() => 0);
  bands.forEach(({ startPx }, band) => {
    let at = startPx;
    const inBand = strands
      .map((strand, index) => ({ strand, index }))
      .filter(({ strand }) => strand[here] === band)
      .sort((a, b) => a.strand[there] - b.strand[there] || orderOf(a.strand.moved) - orderOf(b.strand.moved));
    for (const { strand, index } of inBand) {
      edges[index] = at;
      at += strand.people * unit;
    }
  });
  return edges;
}

/** Outline of a strand between two heights. */
export function strandPath({ topPx, bottomPx, widthPx }: Strand, y1: number, y2: number): string {
  const middle = (y1 + y2) / 2;
  const width = Math.max(0.8, widthPx - 1);
  return [
    `M${topPx} ${y1}C${topPx} ${middle} ${bottomPx} ${middle} ${bottomPx} ${y2}`,
    `h${px(width)}C${px(bottomPx + width)} ${middle} ${px(topPx + width)} ${middle} ${px(topPx + width)} ${y1}z`,
  ].join('');
}
