import { type DraftRecord, stampOf } from './draft-record';
import { forgetDraft, type HandOver, keepDraft } from './draft-store';
import type { KeptStorage } from './kept-types';

/** Well under the second that a crash may cost, and not a write for every key. */
export const KEEP_EVERY_MS = 500;

/** How a text stands: nothing typed; typed and not kept yet; kept on this device; this browser keeps nothing. */
export type DraftState = 'empty' | 'typing' | 'kept' | 'unkept';

export interface DraftSurroundings {
  storage: () => Promise<KeptStorage>;
  /** Keeps something before the call returns, for a page that is about to go. */
  keepAtOnce: (id: string, record: DraftRecord) => void;
  now: () => number;
  place: () => { path: string; title: string };
  setTimer: (run: () => void, ms: number) => () => void;
}

/**
 * Keeps one form's text on this device while it is typed: twice a second, however fast somebody types, and as the page
 * goes. One thing at a time happens on the disk, in the order in which it was asked for.
 */
export class DraftWriter {
  private after: string | null = null;
  private count = 0;
  /** Typed and not yet given to the disk. */
  private pending: { value: unknown } | null = null;
  /** On its way to the disk: a page that goes now may lose it. */
  private underWay: DraftRecord | null = null;
  private stopTimer: (() => void) | null = null;
  private turn: Promise<void> = Promise.resolve();
  private state: DraftState = 'empty';

  /**
   * @param id where the text is kept
   * @param writer names this form; no other one, in whatever tab, has the same
   */
  constructor(
    private id: string,
    private readonly writer: string,
    private readonly around: DraftSurroundings,
    private readonly onState: (state: DraftState) => void,
  ) {}

  /** The text goes on from one that was kept, which it may replace. */
  goOnFrom(id: string, record: DraftRecord): void {
    this.id = id;
    this.after = stampOf(record);
    this.setState('kept');
  }

  type(value: unknown): void {
    this.pending = { value };
    this.setState('typing');
    this.stopTimer ??= this.around.setTimer(() => {
      this.stopTimer = null;
      void this.keep();
    }, KEEP_EVERY_MS);
  }

  /** Gives what was typed to the disk now; resolves when that has it. */
  keep(): Promise<void> {
    this.stopTimer?.();
    this.stopTimer = null;
    return this.inTurn(async () => {
      if (this.pending === null) return;
      const record = this.nextRecord(this.pending.value);
      this.pending = null;
      this.underWay = record;
      try {
        const storage = await this.around.storage();
        this.id = await keepDraft(storage, this.id, record);
        if (this.pending === null) this.setState(storage.isLasting ? 'kept' : 'unkept');
      } catch {
        // The text is still in the form, and is tried again with the next key.
        this.pending ??= { value: record.value };
        this.setState('unkept');
      } finally {
        this.underWay = null;
      }
    });
  }

  /** The page may be gone before the disk has answered. */
  leave(): void {
    const record = this.pending === null ? this.underWay : this.nextRecord(this.pending.value);
    if (record !== null) this.around.keepAtOnce(this.id, record);
    void this.keep();
  }

  /**
   * Leaves the words to the outbox, which takes this away in the step in which it keeps them. Nothing is written here
   * until somebody types again.
   */
  async handOver(value: unknown): Promise<HandOver> {
    this.stopTimer?.();
    this.stopTimer = null;
    this.pending = null;
    await this.turn;
    return this.present(value);
  }

  /** Forgets the text, here and on the disk: it was sent, or is no longer wanted. */
  clear(): Promise<void> {
    this.stopTimer?.();
    this.stopTimer = null;
    this.pending = null;
    this.setState('empty');
    return this.inTurn(async () => {
      const storage = await this.around.storage();
      await forgetDraft(storage, this.present(null));
    });
  }

  private present(value: unknown): HandOver {
    return { id: this.id, record: this.recordOf(value) };
  }

  private nextRecord(value: unknown): DraftRecord {
    this.count += 1;
    return this.recordOf(value);
  }

  private recordOf(value: unknown): DraftRecord {
    const { count, writer, after } = this;
    return { value, writer, count, after, at: this.around.now(), ...this.around.place() };
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work).catch(() => undefined);
    return this.turn;
  }

  private setState(state: DraftState): void {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
  }
}
