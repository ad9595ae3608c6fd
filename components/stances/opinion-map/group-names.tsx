import type { Point } from '@/lib/domain/stance/opinion/outline';
import type { DrawnGroup } from './drawn-map';
import { placeLabels } from './label-places';
import { outlinePath } from './outline-path';
import { type Box, type Size, seenAt, type Viewport } from './picture-layout';

interface Seen extends DrawnGroup {
  /** As they are on the screen. */
  at: Point[];
}

const seen = (groups: readonly DrawnGroup[], viewport: Viewport): Seen[] =>
  groups.map((group) => ({ ...group, at: group.corners.map((corner) => seenAt(viewport, corner)) }));

/** Outlines on a neutral tint: a group is no side. */
export function GroupOutlines({
  groups,
  viewport,
  pad,
  isFilled,
}: {
  groups: readonly DrawnGroup[];
  viewport: Viewport;
  pad: number;
  /** Not where the tint lies under dots that are drawn otherwise. */
  isFilled: boolean;
}) {
  return seen(groups, viewport).map(({ id, at, hasOutline }) =>
    hasOutline ? (
      <path
        key={id}
        d={outlinePath(at, pad)}
        fill={isFilled ? 'var(--color-wash)' : 'none'}
        stroke="var(--color-control)"
        strokeWidth="1.25"
      />
    ) : null,
  );
}

const HEIGHT = 26;

/** Letters and sizes of the groups in sight, where they cover nobody. */
export function GroupNames({
  groups,
  viewport,
  pad,
  points,
  taken,
  size,
  people,
}: {
  groups: readonly DrawnGroup[];
  viewport: Viewport;
  pad: number;
  points: readonly Point[];
  taken: readonly Box[];
  size: Size;
  /** "12 people", or on a narrow picture "12". */
  people: (count: number) => string;
}) {
  const inside = ({ x, y }: Point) => x > -pad && y > -pad && x < size.width + pad && y < size.height + pad;
  const named = seen(groups, viewport).filter(({ at }) => at.some(inside) || covers(at, size));
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const boxes = placeLabels(
    named.map(({ at, people: count }) => ({
      around: at.flatMap(({ x, y }) =>
        [-pad, pad].map((by) => ({ x: clamp(x + by, size.width), y: clamp(y + by, size.height) })),
      ),
      width: 24 + people(count).length * 6.8,
      height: HEIGHT,
    })),
    { taken, people: points, size },
  );
  return named.map(({ id, letter, people: count }, index) => {
    const box = boxes[index];
    return box ? (
      <text
        key={id}
        x={box.left}
        y={box.bottom - 6}
        stroke="var(--color-paper)"
        strokeWidth="4"
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        <tspan fontSize="22" fontWeight="600" fill="var(--color-ink)">
          {letter}
        </tspan>
        <tspan fontSize="13" fill="var(--color-muted)" dx="7">
          {people(count)}
        </tspan>
      </text>
    ) : null;
  });
}

/** The picture lies inside of what the corners span: one looks at the middle of a group. */
const covers = (at: readonly Point[], { width, height }: Size): boolean =>
  at.some(({ x }) => x < 0) &&
  at.some(({ x }) => x > width) &&
  at.some(({ y }) => y < 0) &&
  at.some(({ y }) => y > height);
