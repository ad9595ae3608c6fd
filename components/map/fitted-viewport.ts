import type { MapLayout } from '@/lib/domain/layout/types';
import type { CanvasSize } from './map-layout-input';

/** Below this the map is not scaled to fit by itself: text would go. */
const READABLE = 0.5;

/** Where the map lies on its canvas: a point (x, y) of it is drawn at `x * zoom + viewport.x`. */
export interface FittedViewport {
  x: number;
  y: number;
  zoom: number;
}

/** The viewport that shows the whole map, at most at 100 %; a map too large to read is shown from its middle. */
export function fittedViewport(layout: MapLayout, canvas: CanvasSize, least = READABLE): FittedViewport {
  const zoom = Math.max(
    least,
    Math.min(1, canvas.widthPx / layout.widthPx, canvas.heightPx / layout.heightPx),
  );
  const width = layout.widthPx * zoom;
  const height = layout.heightPx * zoom;
  return { zoom, x: (canvas.widthPx - width) / 2, y: (canvas.heightPx - height) / 2 };
}
