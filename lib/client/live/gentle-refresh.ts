'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import type { RoomFrame } from '@/lib/domain/room/view';
import { type ApiResult, request } from '../api';

/** First pause after a server that did not answer, and the longest, in milliseconds; each is drawn from half to one and a half. */
const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** Answers after which the page is asked for although there is nothing to see: it says itself why. */
const SAYING_SO: ReadonlySet<number> = new Set([401, 403, 404]);

export interface RefreshSurroundings {
  /** A small question to the server, of the same place as the page. */
  ask: () => Promise<ApiResult<unknown>>;
  refresh: () => void;
}

/**
 * Reads a page anew behind its reader's back. A page that is asked for of a server that does not answer is loaded as a whole,
 * which takes away where its reader was, and asks the server for still more; so a small question goes first, and is asked
 * again, ever less often, until it is answered.
 */
export class GentleRefresh {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isAsking = false;
  private isWantedAgain = false;
  private hasStopped = false;
  private pause = SHORTEST_PAUSE_MS;

  constructor(private readonly around: RefreshSurroundings) {}

  /** Reads the page anew after so many milliseconds; asked for twice meanwhile, once. */
  soon(ms: number): void {
    if (this.isAsking) this.isWantedAgain = true;
    if (this.timer !== null || this.isAsking || this.hasStopped) return;
    this.timer = setTimeout(() => void this.ask(), ms);
  }

  stop(): void {
    this.hasStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async ask(): Promise<void> {
    this.timer = null;
    this.isAsking = true;
    this.isWantedAgain = false;
    const answer = await this.around.ask();
    this.isAsking = false;
    if (this.hasStopped) return;
    if (answer.ok || (answer.error.kind === 'http' && SAYING_SO.has(answer.error.status))) {
      this.pause = SHORTEST_PAUSE_MS;
      this.around.refresh();
      // What changed while it was asked may be missing.
      if (this.isWantedAgain) this.soon(SHORTEST_PAUSE_MS);
      return;
    }
    const told = answer.error.kind === 'http' ? (answer.error.retryAfterMs ?? 0) : 0;
    this.soon(Math.max(told, this.pause) * (0.5 + Math.random()));
    this.pause = Math.min(LONGEST_PAUSE_MS, this.pause * 2);
  }
}

/** @returns reads the page of a room anew after so many milliseconds, as `GentleRefresh` does */
export function useGentleRefresh(roomId: string): (ms: number) => void {
  const router = useRouter();
  const newest = useRef(router);
  const kept = useRef<GentleRefresh | null>(null);
  useEffect(() => {
    newest.current = router;
  });
  useEffect(() => {
    const made = new GentleRefresh({
      ask: () => request<RoomFrame>('GET', `/rooms/${roomId}/frame`),
      refresh: () => newest.current.refresh(),
    });
    kept.current = made;
    return () => made.stop();
  }, [roomId]);
  return useCallback((ms) => kept.current?.soon(ms), []);
}
