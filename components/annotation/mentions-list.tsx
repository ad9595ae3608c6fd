'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNoteActs } from '@/lib/client/contributions';
import type { MentionView } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import { Note } from './note';
import { NotePlaceLink } from './note-place-link';

/**
 * The notes in which somebody names the reader, newest first, each with the way to where it stands. Below a
 * `NoteRoomProvider` and on a page that has called `useDebate`.
 */
export function MentionsList({ debate }: { debate: Pick<DebateView, 'slug' | 'language'> }) {
  const t = useTranslations('contribute.mentions');
  const { mentions: read } = useNoteActs();
  const [mentions, setMentions] = useState<MentionView[] | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let isCurrent = true;
    void read().then((answer) => {
      if (isCurrent) setMentions(answer.ok ? answer.value.mentions : 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [read, attempt]);
  return (
    <section aria-labelledby="mentions" aria-busy={mentions === null} className="grid gap-3">
      <h2 id="mentions" className="text-heading font-strong">
        {t('title')}
      </h2>
      {mentions === null ? (
        <p className="text-ui text-muted">{t('loading')}</p>
      ) : mentions === 'failed' ? (
        <p className="flex flex-wrap items-center gap-3 text-ui text-muted">
          {t('failed')}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t('again')}
          </Button>
        </p>
      ) : mentions.length === 0 ? (
        <p className="text-ui text-muted">{t('none')}</p>
      ) : (
        <ul className="grid gap-3">
          {mentions.map(({ place, note }) => (
            <li key={note.id} className="grid gap-2 rounded border border-hairline bg-raised p-3">
              <NotePlaceLink slug={debate.slug} language={debate.language} place={place} note={note} />
              <Note note={note} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
