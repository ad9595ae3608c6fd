'use client';

import './presenter.css';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useKept } from '@/components/room/board/use-board';
import { roomHref } from '@/components/room/room-address';
import { announce } from '@/components/ui/live-region';
import { readPresenter } from '@/lib/client/board';
import { useLive } from '@/lib/client/live/live';
import { type PresenterView, sceneBeside, scenesOf } from '@/lib/domain/room/presenter';
import { PresenterLive } from './presenter-live';
import { PresenterReveal } from './presenter-reveal';

/** What a class sees on the wall. Arrow keys go through the reveal, B makes the wall dark, Escape leads back to the room. */
export function Presenter({ initial }: { initial: PresenterView }) {
  const t = useTranslations('presenter');
  const router = useRouter();
  const { value: view, refresh } = useKept(initial, () => readPresenter(initial.frame.id));
  const [scene, setScene] = useState(0);
  const [isBlank, setIsBlank] = useState(false);
  useLive((message) => {
    if (message.type !== 'tallies' && message.type !== 'bye') refresh();
  });
  const { slug, stage } = view.frame;
  const shows = view.reveal !== null && view.spotlight === null;
  const count = view.reveal ? scenesOf(view.frame, view.reveal).length : 1;
  // A room that goes back and comes to the reveal again begins with the first idea again; one that is closed stays where it is.
  useEffect(() => {
    if (stage !== 'reveal' && stage !== 'closed') setScene(0);
  }, [stage]);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isNext = event.key === 'ArrowRight' || event.key === 'ArrowDown' || event.key === 'PageDown';
      const isBack = event.key === 'ArrowLeft' || event.key === 'ArrowUp' || event.key === 'PageUp';
      if (event.key === 'Escape') router.push(roomHref(slug));
      else if (event.key === 'b' || event.key === 'B' || event.key === '.') setIsBlank((is) => !is);
      else if (isNext || isBack) {
        if (!shows) return;
        event.preventDefault();
        setScene((now) => sceneBeside(now, isNext ? 1 : -1, count));
      } else return;
      if (event.key.toLowerCase() === 'b') announce(t('blanked'));
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [router, slug, shows, count, t]);

  return (
    <main className="presenter" aria-label={t('title', { room: view.frame.name })}>
      {shows && view.reveal ? (
        <PresenterReveal view={view} reveal={view.reveal} scene={scene} onScene={setScene} />
      ) : (
        <PresenterLive view={view} />
      )}
      <p className="sr-only">{t('keys')}</p>
      {isBlank ? (
        <button
          type="button"
          aria-label={t('unblank')}
          className="presenter-blank"
          onClick={() => setIsBlank(false)}
        />
      ) : null}
    </main>
  );
}
