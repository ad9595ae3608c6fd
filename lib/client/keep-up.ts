import type { ApiFailure, ApiResult } from './api';

/** What is asked of a server again and again, and of the page that shows the answers. */
export interface KeepUpSurroundings<T> {
  read: (signal: AbortSignal) => Promise<ApiResult<T>>;
  show: (answer: ApiResult<T>) => void;
  /** Milliseconds from an answer until it is worth asking again; null when nothing more is to come. */
  pauseOf: (value: T) => number | null;
  /** A page that nobody looks at asks nothing. */
  isLookedAt: () => boolean;
}

/** Least milliseconds between an answer and a question because somebody voted: a class that votes is heard many times a second. */
const HEARD_MS = 5_000;
/** After a failure, unless the server says how long it wants to be left alone. */
const AFTER_TROUBLE_MS = 30_000;

/** Whoever is shut out stays so until the page is read anew. */
const isShutOut = (error: ApiFailure): boolean =>
  error.kind === 'http' && error.status >= 400 && error.status < 500 && error.status !== 429;

/**
 * Asks one question at a time: the next one is due some time after the last answer, so that whoever has a slow network gets an
 * answer at all.
 */
export class KeepUp<T> {
  private asking: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private dueAt = Number.POSITIVE_INFINITY;
  private answeredAt: number | null = null;
  /** A question fell due while nobody looked, or while another one was under way. */
  private isOverdue = false;

  constructor(private readonly around: KeepUpSurroundings<T>) {}

  /** Asks now, unless an answer is on its way. */
  ask(): void {
    if (this.asking !== null) return;
    this.rest();
    this.isOverdue = false;
    const stop = new AbortController();
    this.asking = stop;
    void this.around.read(stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      this.asking = null;
      this.answeredAt = Date.now();
      this.around.show(answer);
      if (answer.ok) this.due(this.around.pauseOf(answer.value));
      else this.due(pauseAfter(answer.error));
      if (this.isOverdue) this.hear();
    });
  }

  /** Something happened that may change the answer: asks soon, but not for each of many things that happen at once. */
  hear(): void {
    if (this.asking !== null) {
      this.isOverdue = true;
      return;
    }
    this.isOverdue = false;
    const at = Math.max(Date.now(), (this.answeredAt ?? Number.NEGATIVE_INFINITY) + HEARD_MS);
    if (at >= this.dueAt) return;
    this.rest();
    this.due(at - Date.now());
  }

  /** What is known came in another way: the next question is due from now on. */
  learn(value: T): void {
    this.stop();
    this.answeredAt = Date.now();
    this.due(this.around.pauseOf(value));
  }

  /** The page is looked at again: asks what fell due meanwhile. */
  look(): void {
    if (this.isOverdue && this.asking === null && this.around.isLookedAt()) this.ask();
  }

  stop(): void {
    this.asking?.abort();
    this.asking = null;
    this.isOverdue = false;
    this.rest();
  }

  private due(ms: number | null): void {
    if (ms === null) return;
    this.dueAt = Date.now() + ms;
    this.timer = setTimeout(() => {
      this.rest();
      this.isOverdue = true;
      this.look();
    }, ms);
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.dueAt = Number.POSITIVE_INFINITY;
  }
}

const pauseAfter = (error: ApiFailure): number | null =>
  isShutOut(error) ? null : Math.max(AFTER_TROUBLE_MS, error.kind === 'http' ? (error.retryAfterMs ?? 0) : 0);
