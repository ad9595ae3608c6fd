import { forgetTabKey, tellOtherTabs, tellThisTab } from './browser';
import { keptStorage, sealKeptStorage } from './kept-storage';

/**
 * Removes all that this browser keeps for people: drafts, unsent presses, the tab's name. To be called at sign-out,
 * before the page is left: the next person at a shared machine finds nothing.
 */
export async function wipeLocalData(): Promise<void> {
  // A form that closes with the page must not write its draft back.
  sealKeptStorage();
  // The other tabs first, for the same reason: what they have written until now goes with the rest.
  tellOtherTabs({ type: 'wiped' });
  try {
    await (await keptStorage()).clear();
  } catch {
    // Nothing kept, nothing to wipe.
  }
  forgetTabKey();
  tellThisTab({ type: 'wiped' });
}
