import { DRAFTS, draftsOf } from './draft-record';
import { pruneDrafts } from './draft-store';
import type { KeptStorage } from './kept-types';
import { ANSWERED, type Answered, OUTBOX } from './outbox-disk';
import { type OutboxEntry, PERSON_PREFIX, personOfOwner } from './outbox-entry';

/** What a person opened, and what they put off in a vote; the owner comes next in the key. */
export const OPENED = 'opened:';
export const PUT_OFF = 'put-off:';

/**
 * Puts what is kept in order when a page opens: texts a month old go, and so does everything of another person. Whoever
 * signs in at a shared machine finds nothing of the one before, though that one never signed out.
 * @param owner who acts on the page; a visitor leaves what persons have kept, for one of them may sign in again
 */
export async function keepHouse(opened: Promise<KeptStorage>, owner: string, now: number): Promise<void> {
  const storage = await opened;
  await pruneDrafts(storage, now);
  if (personOfOwner(owner) === null) return;
  const drafts = (await storage.entries(DRAFTS + PERSON_PREFIX)).filter(
    ([id]) => !id.startsWith(draftsOf(owner)),
  );
  const marks = await Promise.all(
    [OPENED, PUT_OFF].map(async (kind) =>
      (await storage.entries(kind + PERSON_PREFIX)).filter(([id]) => !id.startsWith(`${kind}${owner}:`)),
    ),
  );
  const isOthers = (of: string) => of !== owner && personOfOwner(of) !== null;
  const entries = (await storage.entries(OUTBOX)).filter(([, value]) =>
    isOthers((value as OutboxEntry).owner),
  );
  const answers = (await storage.entries(ANSWERED)).filter(([, value]) =>
    isOthers((value as Answered).entry.owner),
  );
  const others = [...drafts, ...marks.flat(), ...entries, ...answers].map(([id]) => id);
  if (others.length > 0) await storage.change([], () => ({ remove: others }));
}
