import 'server-only';
import { type LiveEvent, MOST_REPLAYED } from '../../domain/room/live';
import { log } from '../log';
import type { Listener } from './listener';
import { readLog, readSubjects } from './read-events';
import { heardBy, type LoggedEvent } from './who-hears';

/** What a feed needs of the hub around it. */
export interface FeedSurroundings {
  /** Asks rights again of those whom these events concern; done before anybody hears of them. */
  refresh: (events: readonly LoggedEvent[], listeners: readonly Listener[]) => Promise<void>;
  /** After these were told. */
  told: (events: readonly LoggedEvent[]) => void;
  /** The room is gone. */
  gone: (listeners: readonly Listener[]) => void;
}

interface Newcomer {
  listener: Listener;
  /** Null: from now on. */
  after: number | null;
  arrived: (hasMissed: boolean) => void;
}

const TRY_AGAIN_MS = 1_000;

/**
 * The log of one room on its way to those who hear it. One run at a time reads what is new, and what newcomers missed, in one
 * statement; so whoever comes back hears everything once, and many who come back together cost one reading.
 */
export class RoomFeed {
  readonly listeners = new Set<Listener>();
  /** Number of the last event told. */
  private last: number | null = null;
  private newcomers: Newcomer[] = [];
  /** Newcomers that are being told what they missed. */
  private arriving = 0;
  private isAsked = false;
  private isRunning = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    readonly roomId: string,
    private readonly around: FeedSurroundings,
  ) {}

  get isEmpty(): boolean {
    return this.listeners.size === 0 && this.newcomers.length === 0 && this.arriving === 0;
  }

  /** @returns whether something was missed that is not told one by one, once everything else was */
  join(listener: Listener, after: number | null): Promise<boolean> {
    return new Promise((arrived) => {
      this.newcomers.push({ listener, after, arrived });
      this.wake();
    });
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
    for (const { arrived } of this.newcomers.filter((one) => one.listener === listener)) arrived(false);
    this.newcomers = this.newcomers.filter((one) => one.listener !== listener);
  }

  /** There may be something new. */
  wake(): void {
    this.isAsked = true;
    if (!this.isRunning) void this.run();
  }

  stop(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.isAsked) {
      this.isAsked = false;
      const newcomers = this.newcomers.splice(0);
      this.arriving = newcomers.length;
      try {
        await this.tell(newcomers);
      } catch (error) {
        log.warn({ err: error }, 'the log of a room could not be read');
        this.newcomers.unshift(...newcomers.filter(({ listener }) => !listener.hasEnded));
        this.retry ??= setTimeout(() => {
          this.retry = null;
          if (!this.isEmpty) this.wake();
        }, TRY_AGAIN_MS);
        this.retry.unref();
        break;
      } finally {
        this.arriving = 0;
      }
    }
    this.isRunning = false;
  }

  private async tell(newcomers: readonly Newcomer[]): Promise<void> {
    const starts = [this.last, ...newcomers.map(({ after }) => after)].filter((at) => at !== null);
    const log = await readLog(this.roomId, starts.length === 0 ? null : Math.min(...starts));
    if (log === null) {
      this.around.gone([...this.listeners, ...newcomers.map(({ listener }) => listener)]);
      for (const { arrived } of newcomers) arrived(false);
      return;
    }
    const { head, events } = log;
    const last = this.last ?? head;
    const fresh = events.filter(({ ordinal }) => ordinal > last);
    if (fresh.length > 0) await this.around.refresh(fresh, [...this.listeners]);
    // Their rights were asked when they came, which may be before the newest of these.
    if (events.length > 0 && newcomers.length > 0) {
      await this.around.refresh(
        events,
        newcomers.map(({ listener }) => listener),
      );
    }
    const subjects = events.length === 0 ? null : await readSubjects(events);

    /** @returns whether it was too much, or the number is of another log */
    const bring = (listener: Listener, after: number): boolean => {
      const isLost = after > head || head - after > MOST_REPLAYED;
      if (!isLost && subjects !== null) {
        for (const event of events) {
          if (event.ordinal <= after) continue;
          listener.at.set(this.roomId, event.ordinal);
          const heard = heardBy(listener, event, subjects);
          if (heard !== null) listener.send(messageOf(event, heard), true);
        }
      }
      listener.at.set(this.roomId, head);
      return isLost;
    };
    for (const listener of this.listeners) {
      if (bring(listener, last)) listener.send({ type: 'reset' }, true);
    }
    for (const { listener, after, arrived } of newcomers) {
      if (!listener.hasEnded) this.listeners.add(listener);
      arrived(bring(listener, after ?? head));
    }
    this.last = head;
    if (fresh.length > 0) this.around.told(fresh);
  }
}

const messageOf = (
  { roomId, ordinal, type, subjectId }: LoggedEvent,
  heard: NonNullable<ReturnType<typeof heardBy>>,
): LiveEvent => ({ type: 'event', room: roomId, ordinal, event: type, subject: subjectId, ...heard });
