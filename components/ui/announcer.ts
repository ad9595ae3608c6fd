/** A sentence for a screen reader. */
export interface Announcement {
  text: string;
  /** Every other one goes to a second element, so that the same words twice are heard twice. */
  turn: 0 | 1;
}

/** News stands back this long behind what was said last: a sentence that is replaced at once may not be read. */
export const QUIET_MS = 3_000;

export const NOTHING_SAID: Announcement = { text: '', turn: 0 };

/** Says one sentence at a time. What came of one's own doing is said at once; news of others waits until it is quiet. */
export class Announcer {
  private latest = NOTHING_SAID;
  private spokenAt = Number.NEGATIVE_INFINITY;
  private news: { text: string; timer: ReturnType<typeof setTimeout> } | null = null;
  private readonly listeners = new Set<() => void>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Replaces what stands there; news that waits goes on waiting. */
  say(text: string): void {
    this.latest = { text, turn: this.latest.turn === 0 ? 1 : 0 };
    this.spokenAt = this.now();
    if (this.news) this.sayWhenQuiet(this.news.text);
    for (const listener of this.listeners) listener();
  }

  /**
   * Says news once nothing was said for a while; later news takes the place of what still waits.
   * @returns takes the words back unless they were said
   */
  sayWhenQuiet(text: string): () => void {
    if (this.news) clearTimeout(this.news.timer);
    const speak = () => {
      this.news = null;
      this.say(text);
    };
    const news = { text, timer: setTimeout(speak, Math.max(0, this.spokenAt + QUIET_MS - this.now())) };
    this.news = news;
    return () => {
      if (this.news?.text !== text) return;
      clearTimeout(this.news.timer);
      this.news = null;
    };
  }

  read = (): Announcement => this.latest;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
