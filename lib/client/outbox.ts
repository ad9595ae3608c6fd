import { afterSending, isHeldBack, type NextStep, PERHAPS_SENT } from './after-sending';
import type { ApiResult } from './api';
import type { SendOutcome } from './contribution-types';
import type { HandOver } from './draft-store';
import type { KeptStorage } from './kept-types';
import { type Keeping, OutboxDisk } from './outbox-disk';
import {
  adopt,
  dueEntries,
  enqueue,
  inOrder,
  isKnownByKey,
  isPerhapsSent,
  isSuperseded,
  laneOf,
  nextDueAt,
  type OutboxAction,
  type OutboxEntry,
  withoutExpired,
} from './outbox-entry';

/** Lanes sent side by side; the server's own limits stay far away. */
const MOST_AT_ONCE = 4;
const READ_AGAIN_MS = 2_000;
/** A press this young, on its first try, was made with the present state in view. */
const FRESH_MS = 30_000;

/** What the queue needs from the browser; tests bring their own. */
export interface OutboxSurroundings {
  storage: () => Promise<KeptStorage>;
  send: (entry: OutboxEntry) => Promise<ApiResult<unknown>>;
  /** Runs the work while no other tab does the same. */
  exclusively: (work: () => Promise<void>) => Promise<void>;
  now: () => number;
  /** When the server was asked for this page: what it answered before that, the page was rendered with. */
  askedAt: () => number;
  random: () => number;
  setTimer: (run: () => void, ms: number) => () => void;
}

export interface OutboxListener {
  /** The queue or what is under way changed. */
  onChange(): void;
  /** One try was answered: said in the same turn in which the queue changes, so that no state between them is seen. */
  onAnswer(entry: OutboxEntry, step: NextStep): void;
  /** One try ended, and what is kept of it is on the disk. */
  onStep(entry: OutboxEntry, step: NextStep): void;
}

const outcomeOf = (step: NextStep, isKept: boolean): SendOutcome<unknown> => {
  switch (step.type) {
    case 'done':
      return { status: 'sent', value: step.value };
    case 'superseded':
      return { status: 'sent', value: step.current };
    case 'sign-in':
      return { status: 'sign-in' };
    case 'refused':
      // Its form lets go of it: given back there, it would be sent again without a look.
      if (isHeldBack(step)) return { status: 'waiting', isKept };
      return { status: 'failed', ...step.failure };
    default:
      return { status: 'waiting', isKept };
  }
};

/**
 * Keeps what was pressed until the server has it: on disk before it is sent, sent in order per subject, tried again
 * with the same id until it is taken or refused. Survives reload and crash; shared by all tabs of a browser.
 */
export class Outbox {
  private queue: OutboxEntry[] = [];
  private owner = '';
  private readonly disk: OutboxDisk;
  private readonly inFlight = new Map<string, OutboxEntry>();
  /** Entries pressed on this page; what came from the disk is a replay. */
  private readonly ownPresses = new Set<string>();
  /** Drafts whose words are on their first way; refused there, they go back. */
  private readonly given = new Map<string, HandOver>();
  private readonly waitingFor = new Map<string, (outcome: SendOutcome<unknown>) => void>();
  private isSending = false;
  private pump: (() => void) | null = null;
  private stopTimer: (() => void) | null = null;
  /** A visitor's presses wait for sign-in; so does everything after a 401. */
  private isHeld = false;
  private isVisitor = true;
  private isStopped = false;

  constructor(
    private readonly around: OutboxSurroundings,
    private readonly listener: OutboxListener,
  ) {
    this.disk = new OutboxDisk(around.storage, () => listener.onChange());
  }

  /** All entries of the present owner, oldest first. */
  entries(): readonly OutboxEntry[] {
    return this.queue.filter((entry) => entry.owner === this.owner);
  }

  isUnderWay(id: string): boolean {
    return this.inFlight.has(id);
  }

  keeping(id: string): Keeping {
    return this.disk.keeping(id);
  }

  /** A person's session is over: what they press waits until they sign in again. */
  isSignedOut(): boolean {
    return this.isHeld && !this.isVisitor;
  }

  /** Whether this was the first try, on the page where it was pressed. */
  isFirstTry(entry: OutboxEntry): boolean {
    return this.ownPresses.has(entry.id) && entry.attempts <= 1;
  }

  /**
   * Begins to send for this person, or only to keep, for a visitor.
   * @param adoptFrom owner of what this tab pressed before sign-in
   */
  async openFor(
    owner: string,
    { adoptFrom, isVisitor }: { adoptFrom: string; isVisitor: boolean },
  ): Promise<void> {
    this.owner = owner;
    this.isVisitor = isVisitor;
    this.isHeld = isVisitor;
    await this.reload().catch(() => this.readLater());
    if (!isVisitor && adoptFrom !== owner) {
      const adopted = this.queue.filter((entry) => entry.owner === adoptFrom);
      this.queue = adopt(this.queue, adoptFrom, owner);
      await this.disk.save(this.queue.filter((entry) => adopted.some(({ id }) => id === entry.id)));
    }
    this.listener.onChange();
    const answers = await this.disk.recentAnswers(owner, this.around.now()).catch(() => []);
    const askedAt = this.around.askedAt();
    for (const { entry, step, at } of answers) if (at >= askedAt) this.listener.onAnswer(entry, step);
    await this.sendDue();
  }

  /**
   * Keeps the entry, then sends it. Resolves after the first try, or at once when nothing can be sent now.
   * @param given the draft that these words were: it goes in the step in which the entry is kept, so that a crash
   *   leaves either the one or the other
   */
  async add(entry: OutboxEntry, given: HandOver | null = null): Promise<SendOutcome<unknown>> {
    const before = this.queue;
    this.queue = enqueue(this.queue, entry, new Set(this.inFlight.keys()));
    this.ownPresses.add(entry.id);
    if (given) this.given.set(entry.id, given);
    const outcome = new Promise<SendOutcome<unknown>>((resolve) => this.waitingFor.set(entry.id, resolve));
    this.listener.onChange();
    const replaced = before.filter((old) => !this.queue.some(({ id }) => id === old.id));
    for (const { id } of replaced) this.settle(id, { status: 'sent', value: null });
    await this.disk.save([entry], replaced, given);
    if (this.isHeld) this.settle(entry.id, { status: 'sign-in' });
    else void this.sendDue();
    return outcome;
  }

  /** Tries everything now, whatever its wait. */
  async retryNow(): Promise<void> {
    this.isHeld = this.isVisitor;
    const later = this.queue.filter((entry) => entry.notBefore > 0 && entry.failure === null);
    for (const entry of later) this.replace({ ...entry, notBefore: 0 });
    await this.sendDue();
  }

  /**
   * Another try for a refused entry, as a new press: the old id may be spent.
   * @param action the same words, e.g. over a newer version than they were written against
   */
  async retryRefused(id: string, newId: string, action?: OutboxAction): Promise<void> {
    const entry = this.queue.find((other) => other.id === id);
    if (!entry) return;
    const again = {
      ...entry,
      ...(action && { action }),
      id: newId,
      failure: null,
      attempts: 0,
      notBefore: 0,
      begunAt: null,
      pressedAt: this.around.now(),
    };
    this.queue = [...this.queue.filter((other) => other.id !== id), again];
    this.ownPresses.add(newId);
    await this.disk.save([again], [entry]);
    this.listener.onChange();
    await this.sendDue();
  }

  async discard(id: string): Promise<void> {
    const entry = this.queue.find((other) => other.id === id);
    if (entry) await this.drop(entry);
  }

  /** Reads again what all tabs have kept; what this tab is still writing counts as it is in memory. */
  async reload(): Promise<void> {
    const all = inOrder(await this.disk.read(() => this.queue));
    this.queue = withoutExpired(all, this.around.now());
    const expired = all.filter((entry) => !this.queue.includes(entry));
    if (expired.length > 0) await this.disk.save([], expired);
    this.listener.onChange();
    const again = this.queue.filter(({ id }) => this.disk.wasRefused(id));
    if (again.length > 0) await this.disk.save(again);
  }

  /** A disk that could not be read is read again: what earlier pages kept must not wait for the next page. */
  private readLater(): void {
    this.around.setTimer(() => {
      this.reload().then(
        () => this.sendDue(),
        () => this.readLater(),
      );
    }, READ_AGAIN_MS);
  }

  /** Another tab of this browser has sent the entry. */
  async settledElsewhere(id: string, step: NextStep): Promise<void> {
    this.settle(id, outcomeOf(step, true));
    await this.reload();
  }

  /** Nothing is sent any more until `resume`. */
  pause(): void {
    this.isStopped = true;
    this.stopTimer?.();
  }

  resume(): void {
    this.isStopped = false;
    void this.sendDue();
  }

  /** Sends all that is due; returns when nothing is due any more. */
  async sendDue(): Promise<void> {
    if (this.isHeld || this.isStopped) return;
    if (this.isSending) {
      this.pump?.();
      return;
    }
    if (this.entries().length === 0) return;
    this.isSending = true;
    this.stopTimer?.();
    try {
      await this.around.exclusively(async () => {
        // While waiting for the turn, another tab may have sent some of it.
        await this.reload().catch(() => undefined);
        await this.pumpUntilIdle();
      });
    } finally {
      this.isSending = false;
      this.setAlarm();
    }
  }

  private pumpUntilIdle(): Promise<void> {
    return new Promise((resolve) => {
      const pump = () => {
        if (!this.isHeld && !this.isStopped) {
          // What the disk does not have yet is not sent: a crash in between would forget what the server may have.
          const early = this.queue.filter(({ id }) => this.keeping(id) === 'writing');
          const busy = new Set([...this.inFlight.values(), ...early].map(laneOf));
          for (const entry of dueEntries(this.queue, this.owner, this.around.now(), busy)) {
            if (this.inFlight.size >= MOST_AT_ONCE) break;
            this.inFlight.set(entry.id, entry);
            void this.sendOne(entry).finally(() => {
              this.inFlight.delete(entry.id);
              this.listener.onChange();
              pump();
            });
          }
        }
        if (this.inFlight.size === 0) {
          this.pump = null;
          resolve();
        }
      };
      this.pump = pump;
      pump();
    });
  }

  private async sendOne(queued: OutboxEntry): Promise<void> {
    const begun = await this.begin(queued);
    if (!begun) return;
    const entry = { ...begun, attempts: begun.attempts + 1 };
    this.listener.onChange();
    const step = isPerhapsSent(entry, this.around.now()) ? PERHAPS_SENT : await this.tryOnce(entry);
    this.listener.onAnswer(entry, step);
    await this.take(entry, step);
    this.listener.onStep(entry, step);
    if (step.type !== 'at-once') this.settle(entry.id, outcomeOf(step, this.keeping(entry.id) === 'kept'));
  }

  private async tryOnce(entry: OutboxEntry): Promise<NextStep> {
    const result = await this.around.send(entry);
    const now = this.around.now();
    const isFresh = this.ownPresses.has(entry.id) && entry.attempts <= 2 && now - entry.pressedAt < FRESH_MS;
    return afterSending(entry, result, { isFresh, now, random: this.around.random() });
  }

  /**
   * Notes on the disk that the words are on their way before they are: after a crash nothing else would tell the next
   * page that the server may have them.
   * @returns null when the entry was discarded meanwhile
   */
  private async begin(entry: OutboxEntry): Promise<OutboxEntry | null> {
    if (!isKnownByKey(entry.action) || entry.begunAt !== null) return entry;
    const begun = { ...entry, begunAt: this.around.now() };
    await this.replace(begun);
    return this.queue.some(({ id }) => id === entry.id) ? begun : null;
  }

  private async take(entry: OutboxEntry, step: NextStep): Promise<void> {
    // Wiped or discarded meanwhile: what the server said still counts, but nothing is kept.
    if (!this.queue.some(({ id }) => id === entry.id)) return;
    switch (step.type) {
      case 'done':
      case 'superseded':
        this.queue = this.queue.filter(({ id }) => id !== entry.id);
        this.listener.onChange();
        return this.disk.finish(entry, step, this.around.now());
      case 'at-once':
        return this.replace({ ...entry, seq: step.seq, notBefore: 0 });
      case 'later':
        return isSuperseded(this.queue, entry)
          ? this.drop(entry)
          : this.replace({ ...entry, notBefore: step.notBefore });
      case 'sign-in':
        this.isHeld = true;
        return this.replace({ ...entry, notBefore: 0 });
      case 'refused':
        return this.given.has(entry.id) && !isHeldBack(step)
          ? this.giveBack(entry)
          : this.replace({ ...entry, failure: step.failure });
    }
  }

  private settle(id: string, outcome: SendOutcome<unknown>): void {
    this.waitingFor.get(id)?.(outcome);
    this.waitingFor.delete(id);
    this.given.delete(id);
  }

  private async giveBack({ id }: OutboxEntry): Promise<void> {
    const given = this.given.get(id);
    if (!given) return;
    this.queue = this.queue.filter((entry) => entry.id !== id);
    this.listener.onChange();
    await this.disk.giveBack(id, given);
  }

  private async replace(entry: OutboxEntry): Promise<void> {
    this.queue = this.queue.map((other) => (other.id === entry.id ? entry : other));
    this.listener.onChange();
    await this.disk.save([entry]);
  }

  private async drop(entry: OutboxEntry): Promise<void> {
    this.queue = this.queue.filter(({ id }) => id !== entry.id);
    this.listener.onChange();
    await this.disk.save([], [entry]);
  }

  private setAlarm(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    if (this.isHeld || this.isStopped) return;
    const due = nextDueAt(this.queue, this.owner);
    if (due === null) return;
    this.stopTimer = this.around.setTimer(() => void this.sendDue(), Math.max(20, due - this.around.now()));
  }
}
