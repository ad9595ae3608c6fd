'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeasuredHeights } from './map-layout-input';

/** Half a pixel of rounding is no reason to lay the map out again. */
const TOLERANCE_PX = 0.75;

/**
 * True heights of the cards that are drawn, in map units. Cards are watched because fonts arrive, votes come in and
 * people change their type size; each card's element carries its key in `data-height-key`.
 * @param isNatural cards have their natural height now (zoomed out, they are cut to their place)
 */
export function useMeasuredHeights(isNatural: boolean): {
  measured: MeasuredHeights;
  observe: (element: HTMLElement) => () => void;
} {
  const [measured, setMeasured] = useState<MeasuredHeights>(new Map());
  const natural = useRef(isNatural);
  useEffect(() => {
    natural.current = isNatural;
  }, [isNatural]);

  const observer = useRef<ResizeObserver | null>(null);
  const observe = useCallback((element: HTMLElement) => {
    observer.current ??= new ResizeObserver((entries) => {
      if (!natural.current) return;
      const seen = new Map<string, number>();
      for (const { target } of entries) {
        if (!(target instanceof HTMLElement) || !target.isConnected) continue;
        const key = target.dataset.heightKey;
        if (key && target.offsetHeight > 0) seen.set(key, target.offsetHeight);
      }
      setMeasured((before) => {
        const isNews = [...seen].some(
          ([key, height]) =>
            Math.abs((before.get(key) ?? Number.NaN) - height) > TOLERANCE_PX || !before.has(key),
        );
        return isNews ? new Map([...before, ...seen]) : before;
      });
    });
    observer.current.observe(element);
    return () => observer.current?.unobserve(element);
  }, []);
  useEffect(() => () => observer.current?.disconnect(), []);

  return { measured, observe };
}
