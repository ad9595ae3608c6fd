'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import type { AnnotationThread as Thread } from '@/lib/domain/annotation/view';
import { AnnotationThread } from './annotation-thread';
import { NoteChoice } from './note-choice';
import { ALL_THREADS, chosenThreads, isChoosing, isWorthChoosing } from './thread-choice';

/** The threads of one place. Where they are many, a reader chooses from them by kind, tag, author and open mark. */
export function NoteList({
  threads,
  isOpen,
  isSignedIn,
  waiting,
}: {
  threads: readonly Thread[];
  isOpen: boolean;
  isSignedIn: boolean;
  waiting: readonly OutboxEntry[];
}) {
  const t = useTranslations('contribute.noteList');
  const [choice, setChoice] = useState(ALL_THREADS);
  const shown = chosenThreads(threads, choice);
  const hasChoice = isWorthChoosing(threads) || isChoosing(choice);
  return (
    <>
      {hasChoice ? (
        <NoteChoice threads={threads} shownCount={shown.length} choice={choice} onChange={setChoice} />
      ) : null}
      {shown.length === 0 && threads.length > 0 ? (
        <p className="text-caption text-muted">{t('noneChosen')}</p>
      ) : null}
      {shown.map((thread) => (
        <AnnotationThread
          key={thread.note.id}
          thread={thread}
          isOpen={isOpen}
          isSignedIn={isSignedIn}
          waiting={waiting}
          onTag={(tag) => setChoice({ ...choice, tag })}
        />
      ))}
    </>
  );
}
