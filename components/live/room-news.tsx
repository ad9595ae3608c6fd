'use client';

import { ArrowDown } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { DEBATE_VIEWS, viewHref } from '@/components/debate/view-address';
import { announce, announceNews } from '@/components/ui/live-region';
import { useLiveState } from '@/lib/client/live/live';
import { countNews } from '@/lib/client/live/news';
import { useHearing } from './use-hearing';

/** Screen readers hear of what is new no more often than this. */
const SAY_EVERY_MS = 20_000;
/** A connection that is back before this was never worth a word. */
const QUIET_LOSS_MS = 5_000;

/**
 * What others did while this page was open: a button says how much, and nothing moves before it is pressed. Says too when the
 * room is not heard for a while.
 */
export function RoomNews({ slug, roomId }: { slug: string; roomId: string }) {
  const t = useTranslations('live');
  const { news, show } = useHearing(roomId);
  const pathname = usePathname();
  const counts = countNews(news);
  const isView = DEBATE_VIEWS.some((view) => pathname === viewHref(slug, view));
  const hasNews = isView && (counts.all > 0 || news.hasMore);
  const label = news.hasMore ? t('more') : t('new', { count: counts.all });
  const parts = (['claims', 'lines', 'notes', 'changes'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(kind, { count: counts[kind] }));
  useSaying(hasNews ? label : null);
  const isLost = useIsLost();

  return (
    <div className="no-print pointer-events-none sticky top-0 z-30 h-0">
      <div className="flex justify-center gap-2 pt-2">
        {hasNews ? (
          <button
            type="button"
            onClick={() => {
              show();
              announce(t('shown'));
            }}
            title={parts.join(', ')}
            aria-label={[label, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ')}
            className="pointer-events-auto inline-flex min-h-9 items-center gap-2 rounded-pill border border-ink bg-ink px-4 text-ui font-strong text-on-ink shadow-overlay hover:bg-ink/88 pointer-coarse:min-h-11"
            data-news={counts.all}
          >
            <ArrowDown aria-hidden="true" strokeWidth={1.75} className="size-4" />
            {label}
          </button>
        ) : null}
        {isLost ? (
          <span className="pointer-events-auto inline-flex min-h-9 items-center gap-2 rounded-pill border border-hairline bg-raised px-3 text-caption text-muted">
            <span aria-hidden="true" className="size-2 rounded-pill border border-control" />
            {t('reconnecting')}
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** Says the newest words, politely and not again before their time. */
function useSaying(words: string | null): void {
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (words === null) return;
    let takeBack: (() => void) | undefined;
    const say = () => {
      saidAt.current = performance.now();
      takeBack = announceNews(words);
    };
    const timer = setTimeout(say, Math.max(0, saidAt.current + SAY_EVERY_MS - performance.now()));
    return () => {
      clearTimeout(timer);
      takeBack?.();
    };
  }, [words]);
}

/** Whether the room has not been heard for so long that a reader should know. */
function useIsLost(): boolean {
  const state = useLiveState();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (state !== 'reconnecting') {
      setIsLong(false);
      return;
    }
    const timer = setTimeout(() => setIsLong(true), QUIET_LOSS_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return state === 'reconnecting' && isLong;
}
