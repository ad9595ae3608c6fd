import { LIVE_TYPES, type LiveMessage, readLiveMessage } from '@/lib/domain/room/live';
import { API_BASE } from '../api';

/** A stream that is opened again after every loss, from where it was. */
export interface StreamSurroundings {
  /** The last cursor that was heard, or the page's. */
  cursor: () => string | null;
  hear: (message: LiveMessage, id: string | null) => void;
  /** Whether everything up to now has been heard. */
  tellState: (isLive: boolean) => void;
  /** Whether the room is closed to this reader: asked when the stream was answered with an error several times. */
  isRefused: () => Promise<boolean>;
}

/** First pause before the stream is opened again, and the longest, in milliseconds; each is drawn from half to one and a half. */
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** A stream does not say why it was not given; after so many times in a row the API is asked. */
const ASK_AFTER = 2;

/** Keeps the stream of a room open. @returns ends it */
export function keepStream(roomId: string, around: StreamSurroundings): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = SHORTEST_PAUSE;
  let hasEnded = false;
  let refusals = 0;

  const again = (ms: number) => {
    source?.close();
    source = null;
    around.tellState(false);
    if (hasEnded || timer !== null) return;
    timer = setTimeout(open, ms);
  };

  const hear = (event: MessageEvent<string>) => {
    const message = readLiveMessage(event.data);
    if (message === null) return;
    if (message.type === 'hello') {
      pause = SHORTEST_PAUSE;
      refusals = 0;
      around.tellState(true);
    }
    around.hear(message, event.lastEventId || null);
    if (message.type !== 'bye') return;
    if (message.retryMs === null) hasEnded = true;
    again(message.retryMs ?? 0);
  };

  async function leaveIfRefused(): Promise<void> {
    if (!(await around.isRefused()) || hasEnded) return;
    hasEnded = true;
    if (timer !== null) clearTimeout(timer);
    source?.close();
    around.hear({ type: 'bye', reason: 'no-access', retryMs: null }, null);
  }

  function open(): void {
    timer = null;
    const cursor = around.cursor();
    const query = cursor === null ? '' : `?after=${cursor}`;
    // The browser's own way of opening again gives up after an answer such as 503; closed at the first error, it is ours.
    const opened = new EventSource(`${API_BASE}/rooms/${roomId}/events${query}`);
    source = opened;
    for (const type of LIVE_TYPES) opened.addEventListener(type, hear);
    opened.onerror = () => {
      // Closed by the browser: the answer was no stream, e.g. a 404; a lost connection it would open again itself.
      if (opened.readyState === EventSource.CLOSED) refusals += 1;
      if (refusals >= ASK_AFTER) {
        refusals = 0;
        void leaveIfRefused();
      }
      again(pause * (0.5 + Math.random()));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    };
  }

  open();
  return () => {
    hasEnded = true;
    if (timer !== null) clearTimeout(timer);
    source?.close();
  };
}
