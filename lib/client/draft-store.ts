import {
  asRecord,
  DRAFT_LIFETIME_MS,
  DRAFTS,
  type DraftRecord,
  draftId,
  draftParts,
  draftsOf,
  type FoundDraft,
  isDraftRecord,
  mayReplace,
  placeFor,
  placesFor,
  stampOf,
} from './draft-record';
import type { KeptStorage } from './kept-types';

/** Texts kept on this device: written, found again, moved to whoever signs in, forgotten. */

/** A draft that goes into the outbox: taken away in the step in which the entry is kept, if it is still this one. */
export interface HandOver {
  id: string;
  record: DraftRecord;
}

/**
 * Keeps a text at its place, or beside it when that holds another tab's.
 * @returns where it is now; later states of it go there
 */
export async function keepDraft(storage: KeptStorage, id: string, record: DraftRecord): Promise<string> {
  let place = id;
  await storage.change(placesFor(id, record), (old) => {
    place = placeFor(id, record, old);
    return { set: [[place, record]] };
  });
  return place;
}

/** Whether what is kept there is what this writer knows: its own text, or the one that it took over. */
export const isOwn = (old: unknown, { record }: HandOver): boolean =>
  old !== undefined && mayReplace(old, { ...record, count: Number.POSITIVE_INFINITY });

/** Forgets a text, unless another tab has written there since. */
export const forgetDraft = (storage: KeptStorage, given: HandOver): Promise<void> =>
  storage.change([given.id], (old) => (isOwn(old.get(given.id), given) ? { remove: [given.id] } : {}));

const newestFirst = (a: FoundDraft, b: FoundDraft): number => b.record.at - a.record.at;

/** All texts of this owner, newest first. */
export async function draftsKept(storage: KeptStorage, owner: string, now: number): Promise<FoundDraft[]> {
  const prefix = draftsOf(owner);
  const kept = await storage.entries(prefix);
  return kept
    .map(([id, value]) => ({ id, ...draftParts(id.slice(prefix.length)), record: asRecord(value, now) }))
    .sort(newestFirst);
}

/** The texts of one form, written against whatever version, newest first. */
export const draftsFor = async (
  storage: KeptStorage,
  owner: string,
  key: string,
  now: number,
): Promise<FoundDraft[]> => (await draftsKept(storage, owner, now)).filter((found) => found.key === key);

/** What was typed in this tab before sign-in belongs to whoever signed in here. */
export async function adoptDrafts(
  storage: KeptStorage,
  visitor: string,
  person: string,
  now: number,
): Promise<void> {
  for (const { id, key, base, record } of await draftsKept(storage, visitor, now)) {
    const place = draftId(person, key, base);
    await storage.change(placesFor(place, record), (old) => ({
      set: [[placeFor(place, { ...record, after: null }, old), record]],
      remove: [id],
    }));
  }
}

/** Forgets what is a month old, whoever's it is. What earlier versions kept gets a date, to be forgotten in its turn. */
export async function pruneDrafts(storage: KeptStorage, now: number): Promise<void> {
  const kept = await storage.entries(DRAFTS);
  const old = kept.filter(([, value]) => isDraftRecord(value) && now - value.at > DRAFT_LIFETIME_MS);
  const undated = kept.filter(([, value]) => !isDraftRecord(value));
  if (old.length + undated.length === 0) return;
  await storage.change([], () => ({
    set: undated.map(([id, value]) => [id, asRecord(value, now)]),
    remove: old.map(([id]) => id),
  }));
}

/** A kept text as something to forget: exactly this state of it. */
export const handOverOf = ({ id, record }: FoundDraft): HandOver => ({
  id,
  record: { ...record, writer: '', after: stampOf(record) },
});
