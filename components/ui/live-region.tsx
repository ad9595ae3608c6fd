'use client';

import { useSyncExternalStore } from 'react';
import { Announcer, NOTHING_SAID } from './announcer';

/** What a screen reader is told about changes that are only seen. One region per page, fed from anywhere. */
const announcer = new Announcer();

/** Says a sentence once, politely: after what is being read now. */
export const announce = (text: string): void => announcer.say(text);

/**
 * Says what others did, once what one did oneself has been heard.
 * @returns takes the words back unless they were said
 */
export const announceNews = (text: string): (() => void) => announcer.sayWhenQuiet(text);

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(announcer.subscribe, announcer.read, () => NOTHING_SAID);
  return (
    <div className="sr-only" role="status" aria-live="polite">
      <p>{turn === 0 ? text : ''}</p>
      <p>{turn === 1 ? text : ''}</p>
    </div>
  );
}
