import type { NextStep } from './after-sending';
import { placeFor, placesFor } from './draft-record';
import { type HandOver, isOwn } from './draft-store';
import type { KeptStorage } from './kept-types';
import type { OutboxEntry } from './outbox-entry';

export const OUTBOX = 'outbox:';
export const ANSWERED = 'answered:';
/** Longer than a page takes from being rendered on the server to being alive. */
const ANSWER_LIFETIME_MS = 30_000;

/** What became of an entry, kept for a moment. */
export interface Answered {
  entry: OutboxEntry;
  step: NextStep;
  at: number;
}

/** Whether an entry would outlive the page: on the disk; on its way there; only here, for the disk refused it. */
export type Keeping = 'kept' | 'writing' | 'unkept';

/** The outbox as this browser keeps it for all its tabs, and what this tab knows about it. */
export class OutboxDisk {
  /** Entries whose last change is not on the disk yet, with the number of writes under way. */
  private readonly unsaved = new Map<string, number>();
  private readonly gone = new Set<string>();
  /** Entries that the disk has, in whatever state. */
  private readonly there = new Set<string>();
  /** Entries that the disk refused; tried again whenever the queue is read. */
  private readonly refused = new Set<string>();
  private isLasting = true;

  /** @param onNews an entry reached the disk for the first time, or was refused by it */
  constructor(
    private readonly storage: () => Promise<KeptStorage>,
    private readonly onNews: () => void,
  ) {}

  keeping(id: string): Keeping {
    if (this.there.has(id)) return this.isLasting ? 'kept' : 'unkept';
    return this.refused.has(id) ? 'unkept' : 'writing';
  }

  wasRefused(id: string): boolean {
    return this.refused.has(id);
  }

  /** What all tabs have kept, except that this tab's entries are as they are in its memory while they are written. */
  async read(inMemory: () => readonly OutboxEntry[]): Promise<OutboxEntry[]> {
    const storage = await this.storage();
    const ours = new Set(this.unsaved.keys());
    const kept = (await storage.entries(OUTBOX)).map(([, value]) => value as OutboxEntry);
    this.isLasting = storage.isLasting;
    for (const { id } of kept) this.there.add(id);
    for (const id of this.unsaved.keys()) ours.add(id);
    return [
      ...kept.filter(({ id }) => !ours.has(id) && !this.gone.has(id)),
      ...inMemory().filter(({ id }) => ours.has(id)),
    ];
  }

  /**
   * @param given the draft whose words the entry has: it goes in the step in which the entry is kept, so that a crash
   *   leaves either the one or the other
   */
  async save(
    changed: readonly OutboxEntry[],
    dropped: readonly OutboxEntry[] = [],
    given: HandOver | null = null,
  ): Promise<void> {
    if (changed.length === 0 && dropped.length === 0) return;
    for (const { id } of changed) this.unsaved.set(id, (this.unsaved.get(id) ?? 0) + 1);
    for (const { id } of dropped) this.gone.add(id);
    try {
      const storage = await this.storage();
      this.isLasting = storage.isLasting;
      await storage.change(given ? [given.id] : [], (old) => ({
        set: changed.filter(({ id }) => !this.gone.has(id)).map((entry) => [OUTBOX + entry.id, entry]),
        remove: [
          ...dropped.map(({ id }) => OUTBOX + id),
          ...(given && isOwn(old.get(given.id), given) ? [given.id] : []),
        ],
      }));
    } catch {
      // A full or forbidden disk: the queue goes on in memory, and the press is still sent.
      for (const { id } of changed) if (!this.there.has(id)) this.refused.add(id);
      this.onNews();
      return;
    }
    const isNews = changed.some(({ id }) => !this.there.has(id));
    for (const { id } of changed) {
      this.there.add(id);
      this.refused.delete(id);
      const writes = (this.unsaved.get(id) ?? 1) - 1;
      if (writes > 0) this.unsaved.set(id, writes);
      else this.unsaved.delete(id);
    }
    if (isNews) this.onNews();
  }

  /**
   * The entry has arrived. Its answer is kept for a moment in its place: a page that was rendered before the server had the
   * press, and comes alive after this tab heard so, would otherwise show neither.
   */
  async finish(entry: OutboxEntry, step: NextStep, at: number): Promise<void> {
    this.gone.add(entry.id);
    const answered: Answered = { entry, step, at };
    try {
      await (await this.storage()).change([], () => ({
        set: [[ANSWERED + entry.id, answered]],
        remove: [OUTBOX + entry.id],
      }));
    } catch {
      // It is sent once more by the next page, under the same id.
    }
  }

  /** Answers of the last moments, oldest first; older ones are forgotten. */
  async recentAnswers(owner: string, now: number): Promise<Answered[]> {
    const storage = await this.storage();
    const all = (await storage.entries(ANSWERED)).map(([, value]) => value as Answered);
    const old = all.filter(({ at }) => now - at > ANSWER_LIFETIME_MS);
    if (old.length > 0)
      await storage.change([], () => ({ remove: old.map(({ entry }) => ANSWERED + entry.id) }));
    return all.filter((one) => one.entry.owner === owner && !old.includes(one)).sort((a, b) => a.at - b.at);
  }

  /** Words that were refused while their form is open: a draft again, and no entry any more, in one step. */
  async giveBack(id: string, { id: place, record }: HandOver): Promise<void> {
    this.gone.add(id);
    try {
      await (await this.storage()).change(placesFor(place, record), (old) => ({
        set: [[placeFor(place, record, old), record]],
        remove: [OUTBOX + id],
      }));
    } catch {
      // The words are still in the form.
    }
  }
}
