'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useDebate, useNoteActs } from '@/lib/client/contributions';
import type { ModeratedNote, ModerationView } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import { ModeratedNoteCard } from './moderated-note-card';
import { ModerationLog } from './moderation-log';

const PILES = ['waiting', 'reported', 'hidden'] as const satisfies readonly (keyof ModerationView)[];
type Pile = (typeof PILES)[number];

/** What maintainers decide about: notes that wait, that were reported, that are hidden; and the log of decisions. */
export function ModerationBoard({
  debate: server,
  initial,
}: {
  debate: DebateView;
  initial: ModerationView;
}) {
  const t = useTranslations('moderation');
  const debate = useDebate(server);
  const { moderation } = useNoteActs();
  const [view, setView] = useState(initial);
  const [hasFailed, setHasFailed] = useState(false);
  const [decisions, setDecisions] = useState(0);
  const headings = useRef(new Map<Pile, HTMLHeadingElement>());

  const reload = useCallback(async () => {
    const answer = await moderation();
    setHasFailed(!answer.ok);
    if (answer.ok) setView(answer.value);
  }, [moderation]);
  // Somebody else may have decided meanwhile.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);

  const decided = async (pile: Pile) => {
    // The note leaves its pile and takes the focus with it.
    headings.current.get(pile)?.focus();
    setDecisions((count) => count + 1);
    await reload();
  };
  return (
    <>
      {hasFailed ? (
        <p role="status" className="flex flex-wrap items-center gap-3 text-caption text-muted">
          {t('failed')}
          <Button size="small" onClick={() => void reload()}>
            {t('again')}
          </Button>
        </p>
      ) : null}
      {PILES.map((pile) => (
        <section key={pile} aria-labelledby={`pile-${pile}`} className="grid gap-3">
          <h2
            ref={(heading) => {
              if (heading) headings.current.set(pile, heading);
            }}
            id={`pile-${pile}`}
            tabIndex={-1}
            className="flex items-baseline gap-2 text-heading font-strong"
          >
            {t(`piles.${pile}.title`)}
            <span className="text-caption font-regular text-muted tabular-nums">
              {t('count', { count: view[pile].length })}
            </span>
          </h2>
          {view[pile].length === 0 ? (
            <p className="text-ui text-muted">{t(`piles.${pile}.none`)}</p>
          ) : (
            <ul className="grid gap-3">
              {view[pile].map((one: ModeratedNote) => (
                <li key={one.note.id}>
                  <ModeratedNoteCard debate={debate} moderated={one} onDecided={() => void decided(pile)} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <ModerationLog decisions={decisions} />
    </>
  );
}
