import { useEffect } from 'react';

/** Brings the beginning of a text to the top of the screen when the address asks for it and for no place in it. */
export function useShownSource(sourceKey: string, isAsked: boolean): void {
  useEffect(() => {
    if (isAsked) document.getElementById(`source-${sourceKey}`)?.scrollIntoView();
  }, [sourceKey, isAsked]);
}
