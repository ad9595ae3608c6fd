'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Size } from './picture-layout';

/** How large an element is, in whole pixels; a guess until the page has been laid out. */
export function usePictureSize(element: RefObject<HTMLElement | null>, guess: Size): Size {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = watched;
      // A hidden page has no size.
      if (width > 0 && height > 0)
        setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size ?? guess;
}
