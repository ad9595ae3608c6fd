import { memo } from 'react';
import type { ForSide } from '@/lib/domain/stance/axis';
import type { Point } from '@/lib/domain/stance/opinion/outline';
import { lookOf, MARKS, type MarkName } from './marks';
import { dotsPath } from './outline-path';

type Look = ReturnType<typeof lookOf>;

/** Part of the radius that a small dot has. */
const SMALL = 0.6;

/** One person: told apart by shape as well as by colour. */
export function DotShape({
  look,
  x,
  y,
  radius,
  className,
}: {
  look: Look;
  x: number;
  y: number;
  radius: number;
  className?: string;
}) {
  const at = { cx: Math.round(x * 10) / 10, cy: Math.round(y * 10) / 10, className };
  if (look.isSmall) return <circle {...at} r={radius * SMALL} fill={look.colour} />;
  if (look.shape === 'full')
    return <circle {...at} r={radius} fill={look.colour} stroke="var(--color-paper)" strokeWidth={1.25} />;
  const line = Math.min(look.shape === 'ring' ? 2.4 : 1.75, radius * 0.42);
  const dash = Math.max(1.2, radius * 0.34);
  return (
    <circle
      {...at}
      r={radius - line / 2}
      fill="var(--color-paper)"
      stroke={look.colour}
      strokeWidth={line}
      strokeDasharray={look.shape === 'dotted' ? `${dash} ${dash * 0.84}` : undefined}
    />
  );
}

/** Dots one by one, at their places on the screen; null is nobody. */
export function DotCircles({
  points,
  marks,
  radius,
  forSide,
  moves,
}: {
  points: readonly (Point | null)[];
  marks: readonly MarkName[];
  radius: number;
  forSide: ForSide;
  /** Dots slide to a new place. */
  moves: boolean;
}) {
  return points.map((point, index) =>
    point === null ? null : (
      <DotShape
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is a person by its place in the list, and by nothing else
        key={index}
        look={lookOf(marks[index] ?? 'person', forSide)}
        x={point.x}
        y={point.y}
        radius={radius}
        {...(moves && { className: 'motion-safe:[transition:cx_400ms,cy_400ms]' })}
      />
    ),
  );
}

/** The strokes that make a mark, one over the other: its edge of paper, its colour, and paper again inside of a ring. */
export function strokesOf(look: Look, radius: number): { colour: string; width: number; opacity: number }[] {
  const width = 2 * radius;
  if (look.isSmall) return [{ colour: look.colour, width: width * SMALL, opacity: 1 }];
  const line = Math.min(2.2, radius * (look.shape === 'dotted' ? 0.5 : 0.62));
  const edge = { colour: 'var(--color-paper)', width: width + 2, opacity: 1 };
  const full = { colour: look.colour, width, opacity: 1 };
  if (look.shape === 'full') return [edge, full];
  const ring = { ...full, width: width + 1.6 };
  return [
    { ...edge, width: width + 3 },
    ring,
    { colour: 'var(--color-paper)', width: ring.width - 2 * line, opacity: 1 },
  ];
}

/** Many dots: a path for each stroke of each mark. They keep their size when what is around them is made larger. */
export const DotPaths = memo(function DotPaths({
  points,
  marks,
  radius,
  forSide,
}: {
  points: readonly (Point | null)[];
  marks: readonly MarkName[];
  radius: number;
  forSide: ForSide;
}) {
  return MARKS.map((mark) => {
    const path = dotsPath(points.filter((_, index) => marks[index] === mark));
    return path === ''
      ? null
      : strokesOf(lookOf(mark, forSide), radius).map(({ colour, width, opacity }, layer) => (
          <path
            key={`${mark} ${layer.toString()}`}
            d={path}
            fill="none"
            stroke={colour}
            strokeWidth={width}
            strokeOpacity={opacity}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        ));
  });
});
