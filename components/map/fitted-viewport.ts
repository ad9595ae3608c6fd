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
  const { left = 0, top = 0 } = layout;
  return {
    zoom,
    x: (canvas.widthPx - width) / 2 - left * zoom,
    y: (canvas.heightPx - height) / 2 - top * zoom,
  };
}

/**
 * The viewport in which a large map opens: at the scale at which the first rings can be read, from its upper edge, or with
 * the claim that was asked for in view.
 */
export function openingViewport(
  layout: MapLayout,
  canvas: CanvasSize,
  focusId: string | null,
): FittedViewport {
  const zoom = Math.max(0.8, Math.min(1, canvas.widthPx / layout.widthPx));
  const motion = layout.claims.find(({ wing }) => wing === 'middle');
  const focus = layout.claims.find(({ id }) => id === focusId);
  const middle = (claim: typeof motion): number => (claim ? claim.x + claim.widthPx / 2 : layout.widthPx / 2);
  const fits = layout.widthPx * zoom <= canvas.widthPx;
  const x = canvas.widthPx / 2 - (fits || !focus ? middle(motion) : middle(focus)) * zoom;
  const isInView = !focus || focus.y + focus.heightPx < (canvas.heightPx - 60) / zoom;
  return { zoom, x, y: isInView ? 0 : canvas.heightPx / 2 - (focus.y + focus.heightPx / 2) * zoom };
}
