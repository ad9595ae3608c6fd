'use client';

import { Lock } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { latePart } from '@/components/ui/late-part';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import { isGap } from '@/lib/domain/annotation/threads';
import type { AnnotationView, AnnotationThread as Thread } from '@/lib/domain/annotation/view';
import { Note } from './note';
import { NoteActions } from './note-actions';
import { isAskedFor } from './note-link';
import { WaitingNote } from './waiting-note';

export interface AnnotationThreadProps {
  thread: Thread;
  /** The room takes contributions. */
  isOpen: boolean;
  isSignedIn: boolean;
  /** Replies of this tab that the server has not taken yet, for the whole list; each thread picks its own. */
  waiting?: readonly OutboxEntry[];
  /** Pressed tags choose from the list around. */
  onTag?: ((tag: string) => void) | undefined;
  /** The note that this one answers. */
  parent?: AnnotationView | null;
  /** Replies deeper than this stand at the same indent. */
  depth?: number;
  /** Its conversation is closed: as the first note says, which hears of it first. */
  isLocked?: boolean;
}

const AnnotationForm = dynamic(
  latePart(() => import('./annotation-form').then((module) => module.AnnotationForm)),
  { ssr: false },
);

const DEEPEST_INDENT = 3;

/** A note with its replies. */
export function AnnotationThread(props: AnnotationThreadProps) {
  const { thread, isOpen, isSignedIn, waiting = [], onTag, parent = null, depth = 0 } = props;
  const { note, replies } = thread;
  const { isLocked = note.isLocked } = props;
  const t = useTranslations('contribute.note');
  const [mode, setMode] = useState<'read' | 'reply' | 'edit'>('read');
  const article = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setMode('read');
    // The form took the focus; it goes back to where it came from.
    requestAnimationFrame(() => opener.current?.focus());
  };
  // A link to a note leads to it once it is there, which is later than the page.
  useEffect(() => {
    if (!isAskedFor(note.id)) return;
    article.current?.scrollIntoView({ block: 'center' });
    article.current?.focus({ preventScroll: true });
  }, [note.id]);
  const ownWaiting = waiting.filter(
    ({ action }) =>
      action.type === 'annotation' &&
      action.input.target.type === 'annotation' &&
      action.input.target.annotationId === note.id,
  );
  const ownChange = waiting.find(
    ({ action }) => action.type === 'edit-annotation' && action.annotationId === note.id,
  );
  const hasChildren = replies.length > 0 || ownWaiting.length > 0 || mode === 'reply';
  const indent = 'ms-1.5 border-s border-hairline ps-2.5 sm:ms-3 sm:ps-4';
  return (
    <article
      ref={article}
      tabIndex={-1}
      data-annotation={note.id}
      className="grid min-w-0 gap-2 scroll-mt-16"
    >
      {mode === 'edit' ? (
        <AnnotationForm edit={note} answered={parent?.visibility ?? null} onClose={close} />
      ) : isGap(note) ? (
        <Stub note={note} replyCount={replies.length} />
      ) : (
        <Note note={note} onTag={onTag} answers={depth > DEEPEST_INDENT ? parent : null}>
          <NoteActions
            note={note}
            opener={opener}
            onReply={
              isOpen && note.status !== 'hidden' && (!isLocked || note.canModerate)
                ? () => setMode('reply')
                : null
            }
            // One change waits at a time: a second one would be written against words that are not there yet.
            onEdit={isOpen && note.canEdit && !ownChange ? () => setMode('edit') : null}
          />
        </Note>
      )}
      {isLocked && parent === null ? (
        <p className="flex items-center gap-1.5 text-caption text-muted">
          <Lock aria-hidden="true" strokeWidth={1.75} className="size-3 flex-none" />
          {t('locked')}
        </p>
      ) : null}
      {ownChange ? <WaitingNote entry={ownChange} /> : null}
      {hasChildren ? (
        <div className={`grid gap-3 ${depth < DEEPEST_INDENT ? indent : ''}`}>
          {replies.map((reply) => (
            <AnnotationThread
              key={reply.note.id}
              thread={reply}
              isOpen={isOpen}
              isSignedIn={isSignedIn}
              waiting={waiting}
              onTag={onTag}
              parent={note}
              depth={depth + 1}
              isLocked={isLocked}
            />
          ))}
          {ownWaiting.map((entry) => (
            <WaitingNote key={entry.id} entry={entry} />
          ))}
          {mode === 'reply' ? (
            <AnnotationForm
              target={{ type: 'annotation', annotationId: note.id }}
              version={note.revision}
              answered={note.visibility}
              isSignedIn={isSignedIn}
              onClose={close}
            />
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

/** A place without words for this reader, kept for its replies. */
function Stub({ note, replyCount }: { note: AnnotationView; replyCount: number }) {
  const t = useTranslations('contribute.note');
  const why = note.isRemoved ? 'removed' : note.status === 'hidden' ? 'hiddenStub' : 'waitingStub';
  return <p className="text-caption text-muted italic">{t(why, { count: replyCount })}</p>;
}
