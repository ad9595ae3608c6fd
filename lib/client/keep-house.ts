import { DRAFTS, draftsOf } from './draft-record';
import { pruneDrafts } from './draft-store';
import type { KeptStorage } from './kept-types';
import { ANSWERED, type Answered, OUTBOX } from './outbox-disk';
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
  const isOthers = (of: string) => of !== owner && personOfOwner(of) !== null;
  const entries = (await storage.entries(OUTBOX)).filter(([, value]) =>
    isOthers((value as OutboxEntry).owner),
  );
  const answers = (await storage.entries(ANSWERED)).filter(([, value]) =>
    isOthers((value as Answered).entry.owner),
  );
  const others = [...drafts, ...entries, ...answers].map(([id]) => id);
  if (others.length > 0) await storage.change([], () => ({ remove: others }));
}
