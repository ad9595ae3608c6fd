import 'server-only';
import type { RoomEvent } from '../../domain/room/events';
import type { LiveMessage } from '../../domain/room/live';
import { type LiveCursor, readCursor } from '../../domain/room/live-cursor';
import { log } from '../log';
import { roomContext } from '../room/room-context';
import type { Listener } from './listener';
import { type Listening, listenToPostgres, type Told } from './postgres-listener';
import { Presence, SEEN_EVERY_MS } from './presence';
import { readLog } from './read-events';
import { checkRights, refreshAfter } from './rights';
import { RoomFeed } from './room-feed';
import { RoomHall } from './room-hall';
import { STREAM_LIMITS, type StreamLimits, StreamPlaces } from './stream-places';
import type { LoggedEvent } from './who-hears';

/** A sign of life to every reader, and rights asked again, this often. */
const BEAT_MS = 20_000;
/** Rooms are asked this often while nothing can be heard from the database. */
const POLL_MS = 5_000;
/** Least wait before readers come back after a stop, and how much more for each of them; in milliseconds. */
const BACK_AFTER_MS = 1_000;
const BACK_SPREAD_MS = 20;
const LONGEST_SPREAD_MS = 15_000;

/** Events after which a room says anew where it is, and counts may show that did not. */
const OF_THE_ROOM: readonly RoomEvent[] = [
  'step-changed',
  'clock-changed',
  'plan-changed',
  'settings-changed',
  'room-closed',
  'room-reopened',
];

/** Everything about the streams of one process: who hears which rooms, and what wakes them. */
export class LiveHub {
  readonly places: StreamPlaces;
  private readonly listeners = new Set<Listener>();
  private readonly feeds = new Map<string, RoomFeed>();
  private readonly halls = new Map<string, RoomHall>();
  private readonly presence = new Presence();
  private readonly listening: Listening;
  private readonly timers: NodeJS.Timeout[];
  private hasStopped = false;

  constructor(connectionString: string, limits: StreamLimits = STREAM_LIMITS) {
    this.places = new StreamPlaces(limits);
    this.listening = listenToPostgres(connectionString, this.told, this.askAll);
    this.timers = [
      setInterval(() => this.beat(), BEAT_MS),
      setInterval(() => {
        if (!this.listening.isUp()) this.askAll();
      }, POLL_MS),
      setInterval(() => void this.seeWhoIsHere(), SEEN_EVERY_MS),
    ];
    for (const timer of this.timers) timer.unref();
  }

  get isStopping(): boolean {
    return this.hasStopped;
  }

  /** How many streams are open, and of how many rooms something is kept; for tests and measurements. */
  get size(): { streams: number; rooms: number } {
    return { streams: this.listeners.size, rooms: this.feeds.size + this.halls.size };
  }

  /**
   * Lets somebody hear: first what was missed since the cursor, then how the room is, then all that comes.
   * @param after as the browser has it, from the last message or from the page; anything else means from now on
   */
  async join(listener: Listener, after: string | null): Promise<void> {
    const { path } = listener.room;
    const cursor = readCursor(after, path.length) ?? (await this.fromNowOn(listener));
    if (listener.hasEnded || this.hasStopped) return;
    for (const [index, roomId] of path.entries()) listener.at.set(roomId, cursor[index] ?? 0);
    this.listeners.add(listener);
    listener.onEnd(() => this.leave(listener));
    const hall = this.hall(listener.room.id);
    // At once: a hall that the last other one leaves meanwhile must not be taken away.
    hall.listeners.add(listener);
    const missed = await Promise.all(
      path.map((roomId, index) => this.feed(roomId).join(listener, cursor[index] ?? 0)),
    );
    if (listener.hasEnded) {
      this.tidy(path);
      return;
    }
    if (missed.some(Boolean)) listener.send({ type: 'reset' }, true);
    await hall.greet(listener);
    listener.send({ type: 'hello' }, true);
    this.peopleChanged(listener);
  }

  /** What somebody without a stream has missed, and how the room is. @returns the cursor that it tells everything up to */
  async standing(
    listener: Listener,
    after: string | null,
  ): Promise<{ cursor: string; messages: LiveMessage[] }> {
    const heard: LiveMessage[] = [];
    listener.divert((message) => heard.push(message));
    await this.join(listener, after);
    const cursor = listener.cursor;
    listener.end('replaced', null);
    return { cursor, messages: heard.filter(({ type }) => type !== 'hello' && type !== 'bye') };
  }

  /** Ends every stream, each to come back at a moment of its own. */
  stop = async (): Promise<void> => {
    this.hasStopped = true;
    for (const timer of this.timers) clearInterval(timer);
    const spread = Math.min(LONGEST_SPREAD_MS, this.listeners.size * BACK_SPREAD_MS);
    for (const listener of [...this.listeners]) {
      listener.end('stopping', Math.round(BACK_AFTER_MS + Math.random() * spread));
    }
    await this.listening.stop();
  };

  private async fromNowOn(listener: Listener): Promise<LiveCursor> {
    const heads = await Promise.all(listener.room.path.map((roomId) => readLog(roomId, null)));
    // Rights are as they are at the cursor or later: what changes them from here on is heard.
    const room = await roomContext(listener.actor, listener.room.id);
    if (room) listener.room = room;
    else listener.end('no-access', null);
    return heads.map((part) => part?.head ?? 0);
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    this.presence.leave(listener, performance.now());
    for (const roomId of listener.room.path) this.feeds.get(roomId)?.leave(listener);
    this.tidy(listener.room.path);
    const hall = this.halls.get(listener.room.id);
    hall?.listeners.delete(listener);
    this.peopleChanged(listener);
    if (hall?.listeners.size !== 0) return;
    hall.stop();
    this.halls.delete(listener.room.id);
  }

  /** Lets go of the logs that nobody hears any more. */
  private tidy(path: readonly string[]): void {
    for (const roomId of path) {
      const feed = this.feeds.get(roomId);
      if (!feed?.isEmpty) continue;
      feed.stop();
      this.feeds.delete(roomId);
    }
  }

  private feed(roomId: string): RoomFeed {
    const known = this.feeds.get(roomId);
    if (known) return known;
    const feed = new RoomFeed(roomId, {
      refresh: refreshAfter,
      told: (events) => this.afterEvents(events),
      gone: (listeners) => {
        for (const listener of listeners) listener.end('no-access', null);
      },
    });
    this.feeds.set(roomId, feed);
    return feed;
  }

  private hall(roomId: string): RoomHall {
    const known = this.halls.get(roomId);
    if (known) return known;
    const hall = new RoomHall(roomId, () =>
      this.presence.count(roomId, this.feeds.get(roomId)?.listeners ?? []),
    );
    this.halls.set(roomId, hall);
    return hall;
  }

  private told = ({ about, roomId }: Told): void => {
    if (about === 'event') this.feeds.get(roomId)?.wake();
    else this.halls.get(roomId)?.answersChanged();
  };

  /** Whatever was said while nobody listened. */
  private askAll = (): void => {
    for (const feed of this.feeds.values()) feed.wake();
    for (const hall of this.halls.values()) hall.answersChanged();
  };

  private afterEvents(events: readonly LoggedEvent[]): void {
    const ofRooms = new Set(
      events.filter(({ type }) => OF_THE_ROOM.includes(type)).map(({ roomId }) => roomId),
    );
    if (ofRooms.size === 0) return;
    // A group goes through the steps of its class.
    for (const hall of this.halls.values()) {
      const [someone] = hall.listeners;
      if (someone?.room.path.some((roomId) => ofRooms.has(roomId))) hall.roomChanged();
    }
  }

  /** Who is in a group is in its class too. */
  private peopleChanged({ room }: Listener): void {
    for (const roomId of room.path) this.halls.get(roomId)?.peopleChanged();
  }

  private beat(): void {
    for (const listener of [...this.listeners]) listener.beat();
    // Also what a lost notification would have told, as behind a pooler that passes none on.
    this.askAll();
    checkRights([...this.listeners]).catch((error) =>
      log.warn({ err: error }, 'rights of streams were not asked'),
    );
  }

  private async seeWhoIsHere(): Promise<void> {
    try {
      await this.presence.tick([...this.listeners], () => performance.now());
      for (const hall of this.halls.values()) hall.peopleChanged();
    } catch (error) {
      log.warn({ err: error }, 'who is here was not written');
    }
  }

  /** Asks rights of all streams now, as every 20 seconds; for tests. */
  checkRightsNow = (): Promise<void> => checkRights([...this.listeners]);
}

// Kept on globalThis: in development each reload evaluates this module again, and the web process ends the streams by it.
const kept = globalThis as typeof globalThis & { standpointLive?: LiveHub };

/** The streams of this process; opened with the first of them. */
export function liveHub(): LiveHub {
  if (!kept.standpointLive) {
    const connectionString = process.env.DATABASE_URL;
    if (!connectionString)
      throw new Error('DATABASE_URL is not set: start the app with `npm start` or `npm run dev`.');
    kept.standpointLive = new LiveHub(connectionString);
  }
  return kept.standpointLive;
}

/** For tests: ends the streams of this process and forgets them. */
export async function closeLiveHub(): Promise<void> {
  const hub = kept.standpointLive;
  delete kept.standpointLive;
  await hub?.stop();
}
