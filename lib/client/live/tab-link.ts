import type { LiveMessage } from '@/lib/domain/room/live';

/**
 * One stream for all tabs of a browser that show the same room: the tab that holds the lock keeps the stream open and repeats to
 * the others what it hears. Without locks or channels each tab keeps its own.
 */

export type TabSaying =
  | { type: 'heard'; message: LiveMessage; id: string | null }
  | { type: 'state'; isLive: boolean }
  /** A tab that has just opened asks the one that hears the stream how it is. */
  | { type: 'ask' };

export interface TabLink {
  /** Calls `lead` once this tab is the one to hear; the returned function gives that up, or stops waiting for it. */
  lead: (start: () => () => void) => () => void;
  tell: (saying: TabSaying) => void;
  listen: (hear: (saying: TabSaying) => void) => () => void;
  close: () => void;
}

/** @param name of the room and of who reads: two people of one browser never hear each other's stream */
export function openTabLink(name: string): TabLink {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const locks = channel === null ? undefined : navigator.locks;

  return {
    lead: (start) => {
      if (locks === undefined) return start();
      const abort = new AbortController();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      locks
        .request(name, { signal: abort.signal }, async () => {
          const stop = start();
          await held;
          stop();
        })
        // Given up before it was this tab's turn.
        .catch(() => undefined);
      return () => {
        release();
        abort.abort();
      };
    },
    tell: (saying) => channel?.postMessage(saying),
    listen: (hear) => {
      const receive = ({ data }: MessageEvent<TabSaying>) => hear(data);
      channel?.addEventListener('message', receive);
      return () => channel?.removeEventListener('message', receive);
    },
    close: () => channel?.close(),
  };
}
