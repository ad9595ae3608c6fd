'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { CanvasSize } from './map-layout-input';

/** Size of an element in whole px; null until it is known, or while it is not shown. */
export function useCanvasSize(element: RefObject<HTMLElement | null>): CanvasSize | null {
  const [size, setSize] = useState<CanvasSize | null>(null);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => {
      const { offsetWidth: widthPx, offsetHeight: heightPx } = target;
      setSize((before) => {
        if (widthPx === 0 || heightPx === 0) return before;
        return before?.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx };
      });
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
