import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { outlineOf, type Point } from '@/lib/domain/stance/opinion/outline';
import { type Box, fitInto, framedPart, placedBy, type Size, spreadOut } from './picture-layout';

/** An opinion map on a picture of a size: people, outlines and the middle, in pixels of the whole picture. */

export interface DrawnGroup {
  id: number;
  letter: string;
  people: number;
  /** Around which its outline goes; for a small group, which has none, around which its name stands. */
  corners: Point[];
  hasOutline: boolean;
}

export interface DrawnMap {
  /** Of the dots, in their order; null for who had not voted yet. */
  points: (Point | null)[];
  groups: DrawnGroup[];
  /** Where both axes are 0. */
  origin: Point;
  radius: number;
}

/** From so many people on the picture takes the whole width, with what is said about it below. */
export const isLargeMap = (people: number): boolean => people > 300;
/** Up to so many each dot is a shape of its own; beyond, they are paths; beyond `ON_CANVAS` no part of the page at all. */
export const AS_SHAPES = 600;
export const ON_CANVAS = 5_000;

const SPREAD_UP_TO = 300;
/** Outlines of so many members leave the furthest tenth out, so dots at their edge do not matter. */
const MANY = 40;
const NARROW_PX = 560;

export const isNarrow = ({ width }: Size): boolean => width < NARROW_PX;

export function radiusOf(people: number, size: Size): number {
  const sizes: readonly (readonly [number, number])[] = [
    [60, 7],
    [200, 5.5],
    [300, 4.2],
    [AS_SHAPES, 3.2],
    [ON_CANVAS, 2.2],
  ];
  const wide = sizes.find(([most]) => people <= most)?.[1] ?? 1.5;
  return isNarrow(size) ? wide * 0.77 : wide;
}

const marginOf = (size: Size): { x: number; y: number } =>
  isNarrow(size) ? { x: 34, y: 42 } : { x: Math.min(158, size.width * 0.2), y: 70 };

/**
 * @param frame how the map was at some time; null for the map that is shown. Both lie in the same frame.
 */
export function drawnMap(shown: ShownOpinions, frame: OpinionFrame | null, size: Size): DrawnMap {
  const part: Box = framedPart(
    shown.dots,
    shown.groups.map(({ outline }) => outline),
  );
  const fit = fitInto(part, size, marginOf(size));
  const radius = radiusOf(shown.dots.length, size);
  const own = shown.own?.dot ?? null;
  const dots = frame
    ? frame.dots
    : shown.dots.map((dot, index) => ({ ...dot, ...(index === own && shown.own ? placeOf(shown.own) : {}) }));
  const there = dots.flatMap((dot, index) => (dot ? [{ dot, index }] : []));
  const placed = there.map(({ dot }) => placedBy(fit, dot));
  // Where one is oneself is the sum of one's votes: others make room.
  const ownAt = there.findIndex(({ index }) => index === own);
  const spread =
    there.length <= SPREAD_UP_TO ? spreadOut(placed, 2 * radius + 1.5, ownAt < 0 ? null : ownAt) : placed;
  const points: (Point | null)[] = dots.map(() => null);
  for (const [at, { index }] of there.entries()) points[index] = spread[at] ?? null;
  const groups = (frame?.groups ?? shown.groups).map(({ id, letter, people }): DrawnGroup => {
    const isSmall = shown.groups.find((group) => group.id === id)?.isSmall ?? people < 5;
    const settled = there.filter(({ dot }) => dot.group === id && !dot.isUnsettled);
    const corners =
      settled.length < MANY
        ? settled.flatMap(({ index }) => points[index] ?? [])
        : outlineOf(
            settled.map(({ dot }) => dot),
            middleOf(settled.map(({ dot }) => dot)),
          ).map((corner) => placedBy(fit, corner));
    return { id, letter, people, corners, hasOutline: !isSmall && corners.length > 0 };
  });
  return { points, groups, origin: placedBy(fit, { x: 0, y: 0 }), radius };
}

const placeOf = ({ x, y }: Point): Point => ({ x, y });

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length),
  y: points.reduce((sum, { y }) => sum + y, 0) / Math.max(1, points.length),
});
