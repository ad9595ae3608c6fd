import 'server-only';
import type { ByeReason, LiveMessage } from '../../domain/room/live';
import { writeCursor } from '../../domain/room/live-cursor';
import type { Actor } from '../../policy/actor';
import type { RoomContext } from '../room/room-context';

/** Most bytes that wait for a reader who does not take them; then the stream ends, and they come back to a replay. */
export const MOST_WAITING_BYTES = 64 * 1024;

const encoder = new TextEncoder();

/** Somebody who hears a room: who they are, what they may hear, how far they have heard, and the stream to them. */
export class Listener {
  /** Number of the last event heard, by room of the path. */
  readonly at = new Map<string, number>();
  hasEnded = false;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private readonly whenEnded: (() => void)[] = [];
  private take: ((message: LiveMessage) => void) | null = null;

  constructor(
    readonly actor: Actor,
    /** As it was when rights were last asked; replaced when they are asked again. */
    public room: RoomContext,
  ) {}

  get userId(): string | null {
    return this.actor.kind === 'person' ? this.actor.userId : null;
  }

  /** The reader keeps the room: sees how many have answered, and who asks for help. */
  get keepsRoom(): boolean {
    const isAdministrator = this.actor.kind === 'person' && this.actor.isAdministrator;
    return isAdministrator || (this.room.homes.at(-1)?.maintains ?? false);
  }

  /** The stream, to be answered with once. @param retryMs when the browser comes back after a loss */
  open(retryMs: number): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
          // Said at once, so that headers go out and the browser knows that it is connected.
          this.write(`retry: ${retryMs}\n\n`);
        },
        cancel: () => this.finish(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
    );
  }

  /** Hands messages over instead of writing them to a stream. */
  divert(take: (message: LiveMessage) => void): void {
    this.take = take;
  }

  onEnd(run: () => void): void {
    if (this.hasEnded) run();
    else this.whenEnded.push(run);
  }

  get cursor(): string {
    return writeCursor(this.room.path.map((id) => this.at.get(id) ?? 0));
  }

  /** @param isNumbered says how far the reader has heard with it: so only after all before it were sent */
  send(message: LiveMessage, isNumbered = false): void {
    if (this.take !== null) {
      if (!this.hasEnded) this.take(message);
      return;
    }
    const id = isNumbered ? `id: ${this.cursor}\n` : '';
    this.write(`event: ${message.type}\n${id}data: ${JSON.stringify(message)}\n\n`);
  }

  /** Keeps the connection from being taken for dead, and the cursor new although nothing was for this reader. */
  beat(): void {
    this.write(`id: ${this.cursor}\n: here\n\n`);
  }

  /** @param retryMs null: not to come back */
  end(reason: ByeReason, retryMs: number | null): void {
    if (this.hasEnded) return;
    this.write(
      `${retryMs === null ? '' : `retry: ${retryMs}\n`}event: bye\ndata: ${JSON.stringify({ type: 'bye', reason, retryMs })}\n\n`,
    );
    const { controller } = this;
    this.finish();
    try {
      controller?.close();
    } catch {
      // The reader went first.
    }
  }

  private write(text: string): void {
    const { controller } = this;
    if (this.hasEnded || controller === null) return;
    const bytes = encoder.encode(text);
    if ((controller.desiredSize ?? 0) < bytes.byteLength) {
      this.finish();
      // What waits is thrown away with the stream: it would only be read by somebody who no longer reads.
      controller.error(new Error('slow reader'));
      return;
    }
    controller.enqueue(bytes);
  }

  private finish(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.controller = null;
    for (const run of this.whenEnded.splice(0)) run();
  }
}
