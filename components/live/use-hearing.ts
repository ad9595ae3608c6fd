'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLearning } from '@/lib/client/contributions';
import { useGentleRefresh } from '@/lib/client/live/gentle-refresh';
import { useLive } from '@/lib/client/live/live';
import { isNews, type News, NO_NEWS, withNews, withoutNews } from '@/lib/client/live/news';
import { isKnown, listsOf, withoutHidden, withTallies } from '@/lib/client/live/take-in';
import type { LiveEvent } from '@/lib/domain/room/live';

/** The answer to what was done in this tab comes about as fast as the room's word of it: it is waited for first. */
const ANSWER_FIRST_MS = 400;

const now = () => performance.now();

/**
 * Takes in at once what may change in place, and gathers the rest.
 * @returns what waits, and a function that reads it
 */
export function useHearing(roomId: string): { news: News; show: () => void } {
  const store = useLearning();
  const router = useRouter();
  const refresh = useGentleRefresh(roomId);
  const [news, setNews] = useState<News>(NO_NEWS);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    };
  }, []);

  const gather = (event: LiveEvent) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      if (isKnown(store.read(), store.debate, event, now())) return;
      setNews((before) => withNews(before, event));
    }, ANSWER_FIRST_MS);
    timers.current.add(timer);
  };

  useLive((message) => {
    if (message.type === 'tallies') store.learn((known) => withTallies(known, message.claims, now()));
    // Signed out, taken out of the room, or the room is gone: the page says so itself once it is asked for again.
    if (message.type === 'bye' && (message.reason === 'no-access' || message.reason === 'signed-out'))
      refresh(0);
    if (message.type === 'reset') setNews((before) => ({ ...before, hasMore: true }));
    if (message.type !== 'event') return;
    const without = withoutHidden(store.read(), store.debate, message, now());
    if (without !== null) {
      store.learn(() => without);
      setNews((before) => withoutNews(before, message.subject));
    } else if (isNews(message) && !message.isOwn) gather(message);
  });

  const show = useCallback(() => {
    const events = [...news.events.values()];
    const lists = listsOf(store.read(), events);
    for (const filter of lists) void store.threads.load(filter);
    const isInLists = (event: LiveEvent) =>
      event.on !== undefined && listsOf(store.read(), [event]).length > 0;
    if (news.hasMore || !events.every(isInLists)) router.refresh();
    setNews(NO_NEWS);
  }, [news, store, router]);

  return { news, show };
}
