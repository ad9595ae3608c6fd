import 'server-only';
import { Client } from 'pg';
import { log } from '../log';

/** What the database says on the channel `standpoint`, by the triggers of the tables. */
export interface Told {
  about: 'event' | 'answers';
  roomId: string;
}

export interface Listening {
  isUp: () => boolean;
  stop: () => Promise<void>;
}

const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
/** A connection that died without a word is found by asking. */
const ASK_EVERY = 15_000;

/**
 * Listens on a connection of its own, because a pool would hand it to somebody else, and opens it again whenever it is lost.
 * @param onUp after each opening: what was said meanwhile was not heard
 */
export function listenToPostgres(
  connectionString: string,
  onTold: (told: Told) => void,
  onUp: () => void,
): Listening {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isUp = false;
  let hasStopped = false;
  let pause = SHORTEST_PAUSE;

  const lose = (lost: Client) => {
    if (client !== lost) return;
    client = null;
    isUp = false;
    if (timer) clearTimeout(timer);
    lost.end().catch(() => undefined);
    if (hasStopped) return;
    timer = setTimeout(() => void open(), pause * (0.5 + Math.random()));
    timer.unref();
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  };

  const ask = (asked: Client) => {
    timer = setTimeout(() => {
      asked.query('SELECT 1').then(
        () => {
          if (client === asked) ask(asked);
        },
        () => lose(asked),
      );
    }, ASK_EVERY);
    timer.unref();
  };

  const open = async () => {
    const opened = new Client({
      connectionString,
      application_name: 'standpoint-live',
      keepAlive: true,
      connectionTimeoutMillis: 3000,
      query_timeout: 5000,
    });
    client = opened;
    opened.on('error', () => lose(opened));
    opened.on('end', () => lose(opened));
    opened.on('notification', ({ payload = '' }) => {
      const [about, roomId] = payload.split(' ');
      if (roomId && (about === 'event' || about === 'answers')) onTold({ about, roomId });
    });
    try {
      await opened.connect();
      await opened.query('LISTEN standpoint');
    } catch (error) {
      log.warn({ err: error }, 'no connection to listen on');
      lose(opened);
      return;
    }
    if (client !== opened) return;
    isUp = true;
    pause = SHORTEST_PAUSE;
    ask(opened);
    onUp();
  };

  void open();
  return {
    isUp: () => isUp,
    stop: async () => {
      hasStopped = true;
      if (timer) clearTimeout(timer);
      const last = client;
      client = null;
      isUp = false;
      await last?.end().catch(() => undefined);
    },
  };
}
