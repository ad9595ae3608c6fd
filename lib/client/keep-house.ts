import { DRAFTS, draftsOf } from './draft-record';
import { pruneDrafts } from './draft-store';
import type { KeptStorage } from './kept-types';
import { OUTBOX } from './outbox-disk';
import { type OutboxEntry, PERSON_PREFIX, personOfOwner } from './outbox-entry';

/**
 * Puts what is kept in order when a page opens: texts a month old go, and so does everything of another person. Whoever
 * signs in at a shared machine finds nothing of the one before, though that one never signed out.
 * @param owner who acts on the page; a visitor leaves what persons have kept, for one of them may sign in again
 */
export async function keepHouse(storage: KeptStorage, owner: string, now: number): Promise<void> {
  await pruneDrafts(storage, now);
  if (personOfOwner(owner) === null) return;
  const drafts = (await storage.entries(DRAFTS + PERSON_PREFIX)).filter(
    ([id]) => !id.startsWith(draftsOf(owner)),
  );
  const entries = (await storage.entries(OUTBOX)).filter(([, value]) => {
    const of = (value as OutboxEntry).owner;
    return of !== owner && personOfOwner(of) !== null;
  });
  const others = [...drafts, ...entries].map(([id]) => id);
  if (others.length > 0) await storage.change([], () => ({ remove: others }));
}
