import type { OutboxEntry } from './outbox-entry';

/** What the person wrote, of what waits or was refused; null where nothing was written. */
export function wordsOfEntry({ action }: OutboxEntry): string | null {
  switch (action.type) {
    case 'claim':
    case 'edit-claim':
      return action.input.text;
    case 'annotation':
    case 'edit-annotation':
      return action.input.body;
    case 'stance':
      return action.stance.reason;
    case 'vote':
    case 'impact':
      return null;
  }
}
