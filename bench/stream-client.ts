// A browser's stream without the browser: reads server-sent events, comes back when told to or when the connection is lost.

import { Agent, type ClientRequest, get } from 'node:http';
import { type LiveMessage, readLiveMessage } from '@/lib/domain/room/live';

/** One socket for each stream, all behind one address, as a class is. */
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

export interface HeardMessage {
  at: number;
  message: LiveMessage;
}

export class StreamClient {
  readonly heard: HeardMessage[] = [];
  /** Answers other than a stream, by status; 0 for a connection that failed. */
  readonly refused: number[] = [];
  lastId: string | null = null;
  hellos = 0;
  private request: ClientRequest | null = null;
  private timer: NodeJS.Timeout | null = null;
  private hasEnded = false;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  open(): void {
    this.timer = null;
    const headers: Record<string, string> = { accept: 'text/event-stream', cookie: this.cookie };
    if (this.lastId !== null) headers['last-event-id'] = this.lastId;
    let retryMs = 500 + Math.random() * 1_500;
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      if (!this.hasEnded) this.timer = setTimeout(() => this.open(), retryMs);
    };
    const request = get(this.url, { headers, agent }, (response) => {
      if (response.statusCode !== 200) {
        this.refused.push(response.statusCode ?? 0);
        response.resume();
        again();
        return;
      }
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const message = this.take(block);
          if (message?.type === 'bye' && message.retryMs !== null) retryMs = message.retryMs;
        }
      });
      response.on('close', again);
      response.on('error', again);
    });
    request.on('error', () => {
      if (!this.hasEnded) this.refused.push(0);
      again();
    });
    this.request = request;
  }

  close(): void {
    this.hasEnded = true;
    if (this.timer) clearTimeout(this.timer);
    this.request?.destroy();
  }

  private take(block: string): LiveMessage | null {
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) this.lastId = line.slice(4);
      if (line.startsWith('data: ')) data += line.slice(6);
    }
    const message = data === '' ? null : readLiveMessage(data);
    if (message === null) return null;
    if (message.type === 'hello') this.hellos += 1;
    this.heard.push({ at: performance.now(), message });
    return message;
  }
}
