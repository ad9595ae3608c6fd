import type { LiveMessage } from '@/lib/domain/room/live';

/** A stream as a browser would read it. */
export interface Ear {
  messages: LiveMessage[];
  /** The id that the browser would send on coming back. */
  lastId: () => string | null;
  /** Resolves with the first message that fits, from those already heard too. */
  until: (fits: (message: LiveMessage) => boolean) => Promise<LiveMessage>;
  hasEnded: () => boolean;
  ended: Promise<void>;
  close: () => Promise<void>;
}

/** Reads server-sent events until the stream ends or is closed. */
export function hear(stream: ReadableStream<Uint8Array>): Ear {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const messages: LiveMessage[] = [];
  const waiting = new Set<() => void>();
  let lastId: string | null = null;
  let hasEnded = false;
  let rest = '';

  const take = (block: string) => {
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) lastId = line.slice(4);
      if (line.startsWith('data: ')) data.push(line.slice(6));
    }
    // The server's own words.
    if (data.length > 0) messages.push(JSON.parse(data.join('\n')) as LiveMessage);
  };
  const read = async () => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) take(block);
        for (const check of [...waiting]) check();
      }
    } catch {
      // Cut off.
    }
    hasEnded = true;
    for (const check of [...waiting]) check();
  };
  const ended = read();
  return {
    messages,
    lastId: () => lastId,
    hasEnded: () => hasEnded,
    ended,
    until: (fits) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = messages.find(fits);
          if (found) resolve(found);
          else if (hasEnded) reject(new Error('The stream ended before'));
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
    close: () => reader.cancel(),
  };
}
