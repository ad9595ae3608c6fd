import { useEffect } from 'react';

/** Gives the printed page's margin boxes their words: title and address, which a style sheet cannot know. */
export function usePrintFoot(title: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const { host, pathname } = window.location;
    style.setProperty('--print-title', cssString(title));
    style.setProperty('--print-address', cssString(`${host}${pathname}`));
    return () => {
      style.removeProperty('--print-title');
      style.removeProperty('--print-address');
    };
  }, [title]);
}

const cssString = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
