import type { SideRole, SideView } from '../debate/view';

/** The axis of every stance picture: for the motion at the start, 100 to the left, against at the end. */

export interface Axis {
  startPx: number;
  endPx: number;
}

/** Place of a stance on the axis; -100..100 in, pixels out. */
export const placeOn = ({ startPx, endPx }: Axis, value: number): number =>
  startPx + ((100 - value) / 200) * (endPx - startPx);

/** To a tenth of a pixel: longer numbers say nothing and weigh. */
export const px = (value: number): number => Math.round(value * 10) / 10;

export const TICKS = [100, 50, 0, -50, -100] as const;

/** Which of the two side colours speaks for the motion. Side A mostly does, but a debate may say otherwise. */
export type ForSide = SideView['role'];

export const forSideOf = (sides: readonly Pick<SideView, 'role' | 'speaks'>[]): ForSide =>
  sides.find(({ speaks }) => speaks === 'for')?.role ?? 'a';

/** The side that a stance or a move of so many points is on; `n` for none. */
export const sideOfValue = (value: number, forSide: ForSide): SideRole =>
  value === 0 ? 'n' : value > 0 === (forSide === 'a') ? 'a' : 'b';

/** Seven bands from wholly for to wholly against, each by the number of its colour: 1 is side A's, 7 side B's. */
export const bandColours = (forSide: ForSide): readonly number[] =>
  forSide === 'a' ? [1, 2, 3, 4, 5, 6, 7] : [7, 6, 5, 4, 3, 2, 1];

/** The diverging band under an axis. */
export const bandParts = ({ startPx, endPx }: Axis, forSide: ForSide) => {
  const colours = bandColours(forSide);
  const width = (endPx - startPx) / colours.length;
  return colours.map((colour, index) => ({
    x: px(startPx + index * width),
    // A hair wider, so that no gap shows between two.
    width: px(width + 0.3),
    fill: `var(--color-div-${colour})`,
  }));
};
