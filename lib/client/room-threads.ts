import type { AnnotationList, AnnotationThread, HeldBack } from '@/lib/domain/annotation/view';
import type { ApiResult } from './api';
import type { RoomRequests } from './room-requests';
import { type ThreadFilter, threadFilterKey, threadPath } from './threads';

export interface ThreadSurroundings {
  read: RoomRequests['read'];
  clock: () => number;
  /** @param at when they were asked for: what was heard since then stands over them */
  learn: (
    filter: ThreadFilter,
    threads: readonly AnnotationThread[],
    at: number,
    /** Left out where it is not said anew. */
    heldBack?: HeldBack | null,
  ) => void;
}

/** Notes on a claim, relation or source, from the server or from the page that brought them. */
export class RoomThreads {
  /** Threads that came with a page, so that a page shown again does not undo what was learned since. */
  private readonly offered = new WeakMap<readonly AnnotationThread[], Set<string>>();

  constructor(private readonly around: ThreadSurroundings) {}

  /** Reads the notes; the answer also reaches every open thread on it. */
  load = async (filter: ThreadFilter): Promise<ApiResult<readonly AnnotationThread[]>> => {
    const askedAt = this.around.clock();
    const answer = await this.around.read<AnnotationList>(threadPath(filter));
    if (!answer.ok) return answer;
    const { threads, hiddenUntilPosted } = answer.value;
    this.around.learn(filter, threads, askedAt, hiddenUntilPosted);
    return { ok: true, value: threads };
  };

  /** Threads that came with the page; the same ones, offered again, are older than what is known here. */
  offer = (filter: ThreadFilter, threads: readonly AnnotationThread[]): void => {
    const places = this.offered.get(threads) ?? new Set();
    const key = threadFilterKey(filter);
    if (places.has(key)) return;
    this.offered.set(threads, places.add(key));
    this.around.learn(filter, threads, this.around.clock());
  };
}
