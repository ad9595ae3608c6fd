import type { Geometry } from './types';

const SCREEN: Omit<Geometry, 'widthPx' | 'heightPx'> = {
  topPx: 54,
  bottomPx: 58,
  marginPx: 19,
  rootCardPx: 150,
  innerCardPx: 204,
  outerCardPx: 168,
  gutterPx: 34,
  rootGutterPx: 48,
  gutterMaxPx: 84,
  rootGutterMaxPx: 132,
  gapPx: 10,
  portGapPx: 13,
  rootPortGapPx: 24,
  lanePx: 7,
  firstLanePx: 12,
  cornerPx: 14,
  tabWidthPx: 16,
  tabHeightPx: 34,
};

/** Geometry of the screen map for a canvas of this size (px at 100 %, side heads and map bar included). */
export function screenGeometry(widthPx: number, heightPx: number): Geometry {
  return { ...SCREEN, widthPx, heightPx };
}
