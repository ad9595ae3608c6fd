'use client';

import { ChevronDown, MessageSquarePlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { AnnotationThread } from '@/components/annotation/annotation-thread';
import { HeldBackNotice } from '@/components/annotation/held-back-notice';
import { isAskedFor } from '@/components/annotation/note-link';
import { NoteList } from '@/components/annotation/note-list';
import { WaitingNote } from '@/components/annotation/waiting-note';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { useThreads } from '@/lib/client/contributions';
import { countNotes } from '@/lib/client/threads';
import type { AnnotationThread as Thread } from '@/lib/domain/annotation/view';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';

const AnnotationForm = dynamic(
  latePart(() => import('@/components/annotation/annotation-form').then((module) => module.AnnotationForm)),
  { ssr: false },
);

const isLost = ({ note: { target } }: Thread): boolean => target.type === 'passage' && target.isLost;

const holdsAsked = ({ note, replies }: Thread): boolean => isAskedFor(note.id) || replies.some(holdsAsked);

/** The notes on a text as a whole, with those whose passage the newest version has lost, behind a line in its head. */
export function SourceNotes({ debate, source }: { debate: DebateView; source: SourceView }) {
  const t = useTranslations('text.sourceNotes');
  const inNote = useTranslations('contribute.note');
  const id = useId();
  const { threads, waiting, hasFailed, notesToPost, reload } = useThreads({ sourceId: source.id });
  const [isOpen, setIsOpen] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const isSignedIn = debate.viewer !== null;
  const whole = threads?.filter((thread) => !isLost(thread)) ?? [];
  const lost = threads?.filter(isLost) ?? [];
  const waitingHere = waiting.filter(
    ({ action }) => action.type === 'annotation' && action.input.target.type === 'source',
  );
  // A link to one of these notes opens the place where it is.
  const isAsked = threads?.some(holdsAsked) ?? false;
  useEffect(() => {
    if (isAsked) setIsOpen(true);
  }, [isAsked]);

  return (
    <div className="source-notes no-print">
      {notesToPost > 0 ? <HeldBackNotice count={notesToPost} isSignedIn={isSignedIn} /> : null}
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="inline-flex min-h-8 items-center gap-1 justify-self-start text-caption underline decoration-hairline underline-offset-3 hover:decoration-current pointer-coarse:min-h-11"
      >
        {t('title', { count: threads === null ? 0 : countNotes(threads) })}
        <ChevronDown
          aria-hidden="true"
          strokeWidth={1.75}
          className={`size-3.5 transition-transform ${isOpen ? 'rotate-180' : ''}`}
        />
      </button>
      <section
        id={id}
        hidden={!isOpen}
        aria-label={t('label', { title: source.title })}
        className={`gap-4 rounded border border-hairline bg-raised p-4 ${isOpen ? 'grid' : ''}`}
      >
        {hasFailed ? (
          <p className="flex flex-wrap items-center gap-2 text-caption text-muted">
            {inNote('loadFailed')}
            <Button size="small" onClick={reload}>
              {inNote('again')}
            </Button>
          </p>
        ) : threads === null ? (
          <p className="text-caption text-muted">{inNote('loading')}</p>
        ) : whole.length === 0 && waitingHere.length === 0 && notesToPost === 0 && !isWriting ? (
          <p className="text-caption text-muted">{t('none')}</p>
        ) : null}
        <NoteList threads={whole} isOpen={debate.isOpen} isSignedIn={isSignedIn} waiting={waiting} />
        {waitingHere.map((entry) => (
          <WaitingNote key={entry.id} entry={entry} />
        ))}
        {isWriting ? (
          <AnnotationForm
            target={{ type: 'source', sourceId: source.id }}
            isSignedIn={isSignedIn}
            onClose={() => setIsWriting(false)}
          />
        ) : debate.isOpen ? (
          <Button size="small" className="justify-self-start" onClick={() => setIsWriting(true)}>
            <MessageSquarePlus aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
            {t('write')}
          </Button>
        ) : null}
        {lost.length === 0 ? null : (
          <div className="grid gap-3 border-t border-hairline pt-3">
            <h3 className="text-caption font-strong">{t('lost', { count: lost.length })}</h3>
            <p className="text-caption text-muted text-pretty">{t('lostMeaning')}</p>
            {lost.map((thread) => (
              <div key={thread.note.id} className="grid gap-1.5">
                {thread.note.target.type === 'passage' ? (
                  <blockquote
                    lang={source.language}
                    dir="auto"
                    className="border-s-2 border-hairline ps-3 font-serif text-caption text-muted"
                  >
                    {thread.note.target.exact}
                  </blockquote>
                ) : null}
                <AnnotationThread
                  thread={thread}
                  isOpen={debate.isOpen}
                  isSignedIn={isSignedIn}
                  waiting={waiting}
                />
              </div>
            ))}
          </div>
        )}
      </section>
    </div>
  );
}
