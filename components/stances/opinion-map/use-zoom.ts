'use client';

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { bringIn, movedBy, type Size, type Viewport, WHOLE, zoomedBy } from './picture-layout';

const STEP = 1.5;

type Point = { x: number; y: number };

const middleOf = (touches: TouchList, { left, top }: DOMRect): { at: Point; apart: number } | null => {
  const [one, two] = [touches[0], touches[1]];
  if (!one || !two) return null;
  return {
    at: { x: (one.clientX + two.clientX) / 2 - left, y: (one.clientY + two.clientY) / 2 - top },
    apart: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY),
  };
};

/**
 * How close one looks at a picture: by buttons and keys, by pinching, by the wheel with Ctrl, and by dragging what is larger than
 * its frame. One finger and the wheel alone scroll the page as everywhere, one finger only until one looks closer.
 */
export function useZoom(surface: RefObject<HTMLElement | null>, size: Size) {
  const [viewport, setViewport] = useState<Viewport>(WHOLE);
  const bounds = useRef(size);
  bounds.current = size;
  const dragged = useRef<Point | null>(null);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let pinch: { at: Point; apart: number } | null = null;
    const startPinch = (event: TouchEvent) => {
      if (event.touches.length > 1) dragged.current = null;
      pinch = middleOf(event.touches, element.getBoundingClientRect());
    };
    const goPinch = (event: TouchEvent) => {
      const next = middleOf(event.touches, element.getBoundingClientRect());
      if (!next || !pinch) return;
      event.preventDefault();
      const [from, to] = [pinch, next];
      pinch = next;
      setViewport((now) =>
        movedBy(
          zoomedBy(now, to.apart / Math.max(1, from.apart), from.at, bounds.current),
          to.at.x - from.at.x,
          to.at.y - from.at.y,
          bounds.current,
        ),
      );
    };
    const turnWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setViewport((now) => zoomedBy(now, Math.exp(-event.deltaY / 200), at, bounds.current));
    };
    // React's own listeners cannot keep the page from zooming.
    element.addEventListener('touchstart', startPinch, { passive: true });
    element.addEventListener('touchend', startPinch, { passive: true });
    element.addEventListener('touchmove', goPinch, { passive: false });
    element.addEventListener('wheel', turnWheel, { passive: false });
    return () => {
      element.removeEventListener('touchstart', startPinch);
      element.removeEventListener('touchend', startPinch);
      element.removeEventListener('touchmove', goPinch);
      element.removeEventListener('wheel', turnWheel);
    };
  }, [surface]);

  const whole = useCallback(() => setViewport(WHOLE), []);
  const nearer = (at: Point) => setViewport((now) => zoomedBy(now, STEP, at, bounds.current));
  const further = (at: Point) => setViewport((now) => zoomedBy(now, 1 / STEP, at, bounds.current));
  return {
    viewport,
    nearer,
    further,
    whole,
    /** Moves a place of the picture into sight. */
    show: (point: Point) => setViewport((now) => bringIn(now, point, bounds.current)),
    drag: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // A second finger pinches.
        if (event.button !== 0 || !event.isPrimary || viewport.zoom === 1) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = dragged.current;
        if (!from) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        dragged.current = { x: event.clientX, y: event.clientY };
        setViewport((now) => movedBy(now, dx, dy, bounds.current));
      },
      onPointerUp: () => {
        dragged.current = null;
      },
      onPointerCancel: () => {
        dragged.current = null;
      },
    },
  };
}
