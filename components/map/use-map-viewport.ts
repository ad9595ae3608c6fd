'use client';

import { useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { MapLayout } from '@/lib/domain/layout/types';
import type { CanvasSize } from './map-layout-input';

/** Heights of the side heads and the map bar, which lie over the canvas. */
const HEAD_PX = 40;
const BAR_PX = 40;
const EDGE_PX = 12;
/** Below this the map is not scaled to fit by itself: text would go. */
const READABLE = 0.5;

const MOVE_MS = 250;
const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The viewport that shows the whole map, at most at 100 %; a map too large to read is shown from its middle. */
export function fittedViewport(layout: MapLayout, canvas: CanvasSize, least = READABLE): Viewport {
  const zoom = Math.max(
    least,
    Math.min(1, canvas.widthPx / layout.widthPx, canvas.heightPx / layout.heightPx),
  );
  const width = layout.widthPx * zoom;
  const height = layout.heightPx * zoom;
  return { zoom, x: (canvas.widthPx - width) / 2, y: (canvas.heightPx - height) / 2 };
}

export interface MapViewport {
  /** Shows the whole map, however small it has to be. */
  fit: () => void;
  zoomBy: (factor: number) => void;
  /** Moves the canvas as little as it takes to see the card. */
  reveal: (claimId: string) => void;
  centreOn: (x: number, y: number) => void;
  /** Hand this to the canvas: a reader who moved the map keeps their place when it is laid out again. */
  handleMoveStart: (event: unknown) => void;
}

export function useMapViewport(layout: MapLayout, canvas: CanvasSize): MapViewport {
  const flow = useReactFlow();
  const isFitted = useRef(true);
  const latest = useRef({ layout, canvas });
  useEffect(() => {
    latest.current = { layout, canvas };
  }, [layout, canvas]);

  useEffect(() => {
    if (isFitted.current) void flow.setViewport(fittedViewport(layout, canvas));
  }, [flow, layout, canvas]);

  const go = useCallback(
    (viewport: Viewport) => {
      void flow.setViewport(viewport, isStill() ? {} : { duration: MOVE_MS });
    },
    [flow],
  );

  const fit = useCallback(() => {
    isFitted.current = true;
    go(fittedViewport(latest.current.layout, latest.current.canvas, 0.1));
  }, [go]);

  const zoomBy = useCallback(
    (factor: number) => {
      isFitted.current = false;
      const { x, y, zoom } = flow.getViewport();
      const { widthPx, heightPx } = latest.current.canvas;
      const next = Math.min(2, Math.max(0.5, zoom * factor));
      const [cx, cy] = [widthPx / 2, heightPx / 2];
      go({ zoom: next, x: cx - ((cx - x) / zoom) * next, y: cy - ((cy - y) / zoom) * next });
    },
    [flow, go],
  );

  const reveal = useCallback(
    (claimId: string) => {
      const card = latest.current.layout.claims.find((claim) => claim.id === claimId);
      if (!card) return;
      const { x, y, zoom } = flow.getViewport();
      const { widthPx, heightPx } = latest.current.canvas;
      const shift = (from: number, to: number, least: number, most: number): number =>
        from < least ? least - from : to > most ? Math.max(most - to, least - from) : 0;
      const dx = shift(card.x * zoom + x, (card.x + card.widthPx) * zoom + x, EDGE_PX, widthPx - EDGE_PX);
      const dy = shift(
        card.y * zoom + y,
        (card.y + card.heightPx) * zoom + y,
        HEAD_PX + EDGE_PX,
        heightPx - BAR_PX - EDGE_PX,
      );
      if (dx === 0 && dy === 0) return;
      isFitted.current = false;
      go({ x: x + dx, y: y + dy, zoom });
    },
    [flow, go],
  );

  const centreOn = useCallback(
    (mapX: number, mapY: number) => {
      isFitted.current = false;
      const { zoom } = flow.getViewport();
      const { widthPx, heightPx } = latest.current.canvas;
      go({ zoom, x: widthPx / 2 - mapX * zoom, y: heightPx / 2 - mapY * zoom });
    },
    [flow, go],
  );

  const handleMoveStart = useCallback((event: unknown) => {
    // Movements that we start ourselves carry no event.
    if (event) isFitted.current = false;
  }, []);

  return { fit, zoomBy, reveal, centreOn, handleMoveStart };
}
