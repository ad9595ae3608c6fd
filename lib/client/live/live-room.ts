import type { LiveBye, LiveEvent, LiveMessage, RoomNow, RoomStanding } from '@/lib/domain/room/live';
import { type LiveCursor, latestCursor, readCursor, writeCursor } from '@/lib/domain/room/live-cursor';
import { type ApiResult, request } from '../api';
import { keepStream } from './live-stream';
import { openTabLink, type TabLink } from './tab-link';

/** `quiet`: nothing is heard on purpose, as in a hidden tab. */
export type LiveState = 'quiet' | 'opening' | 'live' | 'reconnecting';

export interface LiveSnapshot {
  state: LiveState;
  here: number | null;
  now: RoomNow | null;
}

export const NOTHING_HEARD: LiveSnapshot = {
  state: 'quiet',
  here: null,
  now: null,
};

/** Events that are remembered by their number, to tell none twice. */
const MOST_RECENT = 500;

/** A tab that is looked away from for a moment keeps its stream. */
const HIDDEN_PATIENCE_MS = 5_000;

/**
 * What this tab hears of a room. Only tabs that are looked at keep a stream, one of them for all; a hidden tab, or one without a
 * network, closes it, and hears what it missed when it comes back.
 */
export class LiveRoom {
  private snapshot = NOTHING_HEARD;
  private readonly watchers = new Set<() => void>();
  private readonly hearers = new Set<(message: LiveMessage) => void>();
  private cursor: LiveCursor | null;
  private readonly rooms: number;
  private link: TabLink | null = null;
  private stopLeading: (() => void) | null = null;
  private readonly recent = new Set<string>();
  private isLeader = false;
  /** Signed out or taken out: nothing is to be heard here any more, and no other tab is asked to try. */
  private hasEnded = false;
  private hiding: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly roomId: string,
    private readonly personKey: string | null,
    cursor: string,
  ) {
    this.rooms = cursor.split('.').length;
    this.cursor = readCursor(cursor, this.rooms);
  }

  read = (): LiveSnapshot => this.snapshot;

  subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch);
    return () => this.watchers.delete(watch);
  };

  /** Calls back for each message, once. */
  listen = (hear: (message: LiveMessage) => void): (() => void) => {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  };

  /** Begins to hear, while the page is looked at. @returns stops */
  start = (): (() => void) => {
    const link = openTabLink(`standpoint-live:${this.personKey ?? 'visitor'}:${this.roomId}`);
    this.link = link;
    const stopListening = link.listen((saying) => {
      if (saying.type === 'ask') {
        if (this.isLeader) link.tell({ type: 'state', isLive: this.snapshot.state === 'live' });
      } else if (saying.type === 'state') this.tellState(saying.isLive);
      else this.hear(saying.message, saying.id);
    });
    const look = () => (isLookedAt() ? this.wake() : this.sleep());
    // What a page in the back-forward cache was told meanwhile is lost.
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void this.catchUp();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    window.addEventListener('pageshow', shown);
    look();
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
      window.removeEventListener('pageshow', shown);
      this.rest();
      stopListening();
      link.close();
      this.link = null;
    };
  };

  private wake(): void {
    if (this.hiding !== null) clearTimeout(this.hiding);
    this.hiding = null;
    if (this.stopLeading !== null || this.link === null) return;
    const { link } = this;
    if (this.hasEnded) return;
    this.update({ state: 'opening' });
    this.stopLeading = link.lead(() => {
      this.isLeader = true;
      const end = keepStream(this.roomId, {
        cursor: () => (this.cursor === null ? null : writeCursor(this.cursor)),
        hear: (message, id) => {
          this.hear(message, id);
          // The stream of this tab may have to move; that the reader is out holds for all.
          if (message.type !== 'bye' || isOut(message)) link.tell({ type: 'heard', message, id });
        },
        isRefused: async () => {
          const answer = await this.standing();
          return !answer.ok && answer.error.kind === 'http' && REFUSALS.has(answer.error.status);
        },
        tellState: (isLive) => {
          this.tellState(isLive);
          link.tell({ type: 'state', isLive });
        },
      });
      return () => {
        this.isLeader = false;
        end();
      };
    });
    // Another tab may hear the stream already: its messages from now on come by themselves, those before are asked for.
    link.tell({ type: 'ask' });
    setTimeout(() => {
      if (!this.isLeader && this.stopLeading !== null) void this.catchUp();
    }, 50);
  }

  private sleep(): void {
    if (!navigator.onLine) this.rest();
    else this.hiding ??= setTimeout(() => this.rest(), HIDDEN_PATIENCE_MS);
  }

  private rest(): void {
    if (this.hiding !== null) clearTimeout(this.hiding);
    this.hiding = null;
    this.stopLeading?.();
    this.stopLeading = null;
    this.update({ state: 'quiet' });
  }

  private async catchUp(): Promise<void> {
    const answer = await this.standing();
    if (!answer.ok) return;
    for (const message of answer.value.messages) this.hear(message, null);
    this.moveTo(answer.value.cursor);
  }

  private standing(): Promise<ApiResult<RoomStanding>> {
    const query = this.cursor === null ? '' : `?after=${writeCursor(this.cursor)}`;
    return request<RoomStanding>('GET', `/rooms/${this.roomId}/standing${query}`, { person: this.personKey });
  }

  private tellState(isLive: boolean): void {
    this.update({ state: isLive ? 'live' : 'reconnecting' });
  }

  private hear(message: LiveMessage, id: string | null): void {
    if (message.type === 'event' && this.hasHeard(message, id)) return;
    if (id !== null) this.moveTo(id);
    if (message.type === 'here') this.update({ here: message.count });
    if (message.type === 'now') this.update({ now: message.now });
    for (const hear of [...this.hearers]) hear(message);
    if (message.type === 'bye' && isOut(message)) {
      this.hasEnded = true;
      // The tab that had the stream keeps the lock: the others may not have heard yet, and would try.
      if (this.isLeader) this.update({ state: 'quiet' });
      else this.rest();
    }
  }

  /** Two ways of hearing, the stream and what was missed, may bring the same event. */
  private hasHeard({ room, ordinal }: LiveEvent, id: string | null): boolean {
    const key = `${room} ${ordinal}`;
    const at = readCursor(id, this.rooms);
    const known = this.cursor;
    const isBehind = at !== null && known !== null && at.every((one, index) => one <= (known[index] ?? 0));
    if (isBehind || this.recent.has(key)) return true;
    this.recent.add(key);
    if (this.recent.size > MOST_RECENT) this.recent.delete(this.recent.values().next().value ?? '');
    return false;
  }

  private moveTo(id: string): void {
    const at = readCursor(id, this.rooms);
    if (at !== null) this.cursor = this.cursor === null ? at : latestCursor(this.cursor, at);
  }

  private update(change: Partial<LiveSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const watch of this.watchers) watch();
  }
}

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 404]);

/** The stream ends because of who hears it, not because of the server. */
const isOut = ({ reason }: LiveBye): boolean => reason === 'no-access' || reason === 'signed-out';

const isLookedAt = (): boolean => document.visibilityState === 'visible' && navigator.onLine;
