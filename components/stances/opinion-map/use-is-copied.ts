'use client';

import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { COPY_ENDS, COPY_STARTS } from '../svg-text';

/** While the picture is copied to a file, which happens at once. */
export function useIsCopied(picture: RefObject<SVGSVGElement | null>): boolean {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    const svg = picture.current;
    if (!svg) return;
    const begin = () => flushSync(() => setIsCopied(true));
    const end = () => setIsCopied(false);
    svg.addEventListener(COPY_STARTS, begin);
    svg.addEventListener(COPY_ENDS, end);
    return () => {
      svg.removeEventListener(COPY_STARTS, begin);
      svg.removeEventListener(COPY_ENDS, end);
    };
  }, [picture]);
  return isCopied;
}
