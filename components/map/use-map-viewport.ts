'use client';

import { useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { MapLayout } from '@/lib/domain/layout/types';
import { fittedViewport } from './fitted-viewport';
import type { CanvasSize } from './map-layout-input';

/** Heights of the side heads and the map bar, which lie over the canvas. */
const HEAD_PX = 40;
const BAR_PX = 40;
const EDGE_PX = 12;
/** Lower edge of what can be seen of the canvas: on narrow windows the panel is a sheet that lies over it. */
function visibleBottom(canvas: CanvasSize): number {
  const map = document.getElementById('map')?.getBoundingClientRect();
  const panel = document.getElementById('map-panel')?.getBoundingClientRect();
  const isCovered = map && panel && panel.left < map.right && panel.top < map.bottom && panel.height > 0;
  return isCovered ? Math.max(HEAD_PX + BAR_PX, panel.top - map.top) : canvas.heightPx - BAR_PX;
}

/** A map that shrinks by no more than this still reads the same. */
const SMALL_STEP = 0.03;
const MOVE_MS = 250;
const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const motionOf = (layout: MapLayout) => layout.claims.find((claim) => claim.wing === 'middle');

/** How far to move a stretch so that it lies between two bounds; its start wins when it is too long. */
function shiftInto(from: number, to: number, least: number, most: number): number {
  if (from < least) return least - from;
  return to > most ? Math.max(most - to, least - from) : 0;
}

export interface MapViewport {
  /** Shows the whole map, however small it has to be. */
  fit: () => void;
  zoomBy: (factor: number) => void;
  /** Moves the canvas as little as it takes to see the cards. */
  reveal: (claimIds: readonly string[]) => void;
  centreOn: (x: number, y: number) => void;
  /** Hand this to the canvas: a reader who moved the map keeps their place when it is laid out again. */
  handleMoveStart: (event: unknown) => void;
}

/**
 * @param isSettled fonts and card heights are known; until then every layout is fitted
 * @param keepsPlace the layout itself keeps what is looked at in its place
 */
export function useMapViewport(
  layout: MapLayout,
  canvas: CanvasSize,
  isSettled: boolean,
  keepsPlace = false,
): MapViewport {
  const flow = useReactFlow();
  const isFitted = useRef(true);
  const latest = useRef({ layout, canvas });
  // Where the canvas is moving to: the next step starts from there, not from wherever it is on the way.
  const aim = useRef<Viewport | null>(null);
  useEffect(() => {
    latest.current = { layout, canvas };
  }, [layout, canvas]);

  // A map that still fits is fitted again. One that has outgrown the canvas keeps its scale, and the motion its place:
  // opening a branch must not make everything smaller.
  const before = useRef({ layout, canvas, isSettled });
  useEffect(() => {
    const { layout: oldLayout, canvas: oldCanvas, isSettled: wasSettled } = before.current;
    before.current = { layout, canvas, isSettled };
    if (keepsPlace) return;
    const { x, y, zoom } = aim.current ?? flow.getViewport();
    aim.current = null;
    const fitted = fittedViewport(layout, canvas);
    if (isFitted.current && (!wasSettled || canvas !== oldCanvas || fitted.zoom >= zoom - SMALL_STEP)) {
      void flow.setViewport(fitted);
      return;
    }
    const [from, to] = [motionOf(oldLayout), motionOf(layout)];
    if (from && to)
      void flow.setViewport({ zoom, x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom });
  }, [flow, layout, canvas, isSettled, keepsPlace]);

  const go = useCallback(
    (viewport: Viewport) => {
      aim.current = viewport;
      void flow.setViewport(viewport, isStill() ? {} : { duration: MOVE_MS }).then(() => {
        if (aim.current === viewport) aim.current = null;
      });
    },
    [flow],
  );
  const standing = useCallback((): Viewport => aim.current ?? flow.getViewport(), [flow]);

  const fit = useCallback(() => {
    isFitted.current = true;
    go(fittedViewport(latest.current.layout, latest.current.canvas, 0.1));
  }, [go]);

  const zoomBy = useCallback(
    (factor: number) => {
      isFitted.current = false;
      const { x, y, zoom } = standing();
      const { widthPx, heightPx } = latest.current.canvas;
      const next = Math.min(2, Math.max(0.5, zoom * factor));
      const [cx, cy] = [widthPx / 2, heightPx / 2];
      go({ zoom: next, x: cx - ((cx - x) / zoom) * next, y: cy - ((cy - y) / zoom) * next });
    },
    [go, standing],
  );

  const reveal = useCallback(
    (claimIds: readonly string[]) => {
      const cards = latest.current.layout.claims.filter((claim) => claimIds.includes(claim.id));
      if (cards.length === 0) return;
      const { x, y, zoom } = standing();
      const dx = shiftInto(
        Math.min(...cards.map((card) => card.x)) * zoom + x,
        Math.max(...cards.map((card) => card.x + card.widthPx)) * zoom + x,
        EDGE_PX,
        latest.current.canvas.widthPx - EDGE_PX,
      );
      const dy = shiftInto(
        Math.min(...cards.map((card) => card.y)) * zoom + y,
        Math.max(...cards.map((card) => card.y + card.heightPx)) * zoom + y,
        HEAD_PX + EDGE_PX,
        visibleBottom(latest.current.canvas) - EDGE_PX,
      );
      if (dx === 0 && dy === 0) return;
      isFitted.current = false;
      go({ x: x + dx, y: y + dy, zoom });
    },
    [go, standing],
  );

  const centreOn = useCallback(
    (mapX: number, mapY: number) => {
      isFitted.current = false;
      const { zoom } = standing();
      const { widthPx, heightPx } = latest.current.canvas;
      go({ zoom, x: widthPx / 2 - mapX * zoom, y: heightPx / 2 - mapY * zoom });
    },
    [go, standing],
  );

  const handleMoveStart = useCallback((event: unknown) => {
    // Movements that we start ourselves carry no event.
    if (!event) return;
    isFitted.current = false;
    aim.current = null;
  }, []);

  return { fit, zoomBy, reveal, centreOn, handleMoveStart };
}
