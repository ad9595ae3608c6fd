import type { AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import type { DebateView, VoteTally } from '@/lib/domain/debate/view';
import type { LiveEvent } from '@/lib/domain/room/live';
import { type StoreSnapshot, withClaim, withNote } from '../contribution-snapshot';
import { type ThreadFilter, threadFilterOfKey } from '../threads';

/** What a page takes in by itself, at once and in place: what a moderator hid, and counts that it shows already. */

function noteIn(threads: readonly AnnotationThread[], id: string): AnnotationView | null {
  for (const { note, replies } of threads) {
    const found = note.id === id ? note : noteIn(replies, id);
    if (found) return found;
  }
  return null;
}

const knownNote = (snapshot: StoreSnapshot, id: string): AnnotationView | null => {
  for (const threads of snapshot.threads.values()) {
    const found = noteIn(threads, id);
    if (found) return found;
  }
  return null;
};

/** The snapshot with what was hidden, removed or archived gone from it; null when the event takes nothing away here. */
export function withoutHidden(
  snapshot: StoreSnapshot,
  debate: DebateView | null,
  { event, subject }: LiveEvent,
  at: number,
): StoreSnapshot | null {
  if (event === 'annotation-hidden' || event === 'annotation-removed') {
    const note = knownNote(snapshot, subject);
    if (note === null) return snapshot;
    const isRemoved = event === 'annotation-removed';
    // Its author and those who keep the room still read what was hidden.
    const keepsWords = !isRemoved && (note.isOwn || note.canModerate);
    const gap: AnnotationView = {
      ...note,
      isRemoved: note.isRemoved || isRemoved,
      status: isRemoved ? note.status : 'hidden',
      ...(keepsWords ? {} : { body: '', content: [], mentions: [], tags: [] }),
    };
    return withNote(snapshot, gap, at);
  }
  if (event === 'claim-archived') {
    const claim =
      snapshot.overlay.claims.get(subject)?.claim ?? debate?.claims.find(({ id }) => id === subject);
    return claim ? withClaim(snapshot, { ...claim, status: 'archived' }, at) : null;
  }
  return null;
}

/** Counts in place of those that are shown. */
export const withTallies = (
  snapshot: StoreSnapshot,
  claims: Readonly<Record<string, VoteTally | null>>,
  at: number,
): StoreSnapshot => ({
  ...snapshot,
  overlay: {
    ...snapshot.overlay,
    tallies: new Map([
      ...snapshot.overlay.tallies,
      ...Object.entries(claims).map(([id, tally]): [string, { tally: VoteTally | null; at: number }] => [
        id,
        { tally, at },
      ]),
    ]),
  },
});

/** Whether the page has it already: it came with the page, or this tab did it itself a moment ago. */
export function isKnown(
  snapshot: StoreSnapshot,
  debate: DebateView | null,
  event: LiveEvent,
  now: number,
): boolean {
  const { subject } = event;
  // What was taken in a moment ago may be the gap that it left: whoever shows it again says something new.
  if (event.event === 'claim-published') {
    const claim =
      snapshot.overlay.claims.get(subject)?.claim ?? debate?.claims.find(({ id }) => id === subject);
    return claim?.status === 'published';
  }
  if (event.event === 'annotation-shown' && knownNote(snapshot, subject)?.status === 'hidden') return false;
  const isFresh = (at: number | undefined) => at !== undefined && now - at < OWN_DOING_MS;
  if (
    isFresh(snapshot.overlay.claims.get(subject)?.at) ||
    isFresh(snapshot.overlay.relations.get(subject)?.at) ||
    isFresh(snapshot.heardNotes.get(subject)?.at)
  ) {
    return true;
  }
  if (event.event === 'claim-suggested') return debate?.claims.some(({ id }) => id === subject) ?? false;
  if (event.event === 'relation-added') return debate?.relations.some(({ id }) => id === subject) ?? false;
  if (event.event === 'annotation-added') return knownNote(snapshot, subject) !== null;
  return false;
}

/** An event of what was done here comes about as fast as the answer to the request that did it. */
const OWN_DOING_MS = 5_000;

/** The lists of notes that are open on this page and that these events belong to. */
export function listsOf(snapshot: StoreSnapshot, events: readonly LiveEvent[]): ThreadFilter[] {
  return [...snapshot.threads].flatMap(([key, threads]) => {
    const filter = threadFilterOfKey(key);
    const isMeant = events.some(({ on }) => {
      if (on === undefined) return false;
      if ('claimId' in filter) return on.claimId === filter.claimId;
      if ('relationId' in filter) return on.relationId === filter.relationId;
      if ('sourceVersionId' in filter) return on.sourceVersionId === filter.sourceVersionId;
      return threads.some(({ note }) => note.id === on.threadId);
    });
    return isMeant ? [filter] : [];
  });
}
