'use client';

import { useTranslations } from 'next-intl';
import { memo, type RefObject, startTransition, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { AnnotationThread } from '@/components/annotation/annotation-thread';
import { isAskedFor } from '@/components/annotation/note-link';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import type { AnnotationThread as Thread } from '@/lib/domain/annotation/view';
import { hasOwnQuoteMark } from '@/lib/domain/text/quote-marks';
import { letterOf } from './note-letter';
import { marksOf } from './use-lit-marks';

/** A paragraph with more notes than this shows the first ones, and one's own; a press shows the rest. */
const MOST_NOTES = 3;
/** A text with more notes than this brings a note's buttons and replies when it comes near the screen. */
export const MANY_NOTES = 60;
const NEAR = '1000px 0px';

export interface MarginNotesProps {
  threads: readonly Thread[];
  /** A note that was asked for: it is shown and takes the focus. */
  asked: string | null;
  /** The text has many notes. */
  isLate: boolean;
  isOpen: boolean;
  isSignedIn: boolean;
  waiting: readonly OutboxEntry[];
  /** Pressed tags choose from the notes of the text. */
  onTag: ((tag: string) => void) | undefined;
}

/** The notes on a paragraph, each with the words that it is about. */
export function MarginNotes({ threads, asked, isLate, ...rest }: MarginNotesProps) {
  const t = useTranslations('text.margin');
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const isNear = useNear(list, !isLate);
  const isCut = !showsAll && threads.length > MOST_NOTES;
  const shown = threads.flatMap((thread, index) => {
    const { note } = thread;
    return !isCut || index < MOST_NOTES || note.isOwn || note.id === asked ? [{ thread, index }] : [];
  });
  // A link to a note leads to it also where it is not among the first ones.
  useEffect(() => {
    if (isCut && threads.some(holdsLinked)) setShowsAll(true);
  }, [isCut, threads]);
  // Paper has no button to press.
  useEffect(() => {
    if (!isCut) return;
    const print = () => flushSync(() => setShowsAll(true));
    window.addEventListener('beforeprint', print);
    return () => window.removeEventListener('beforeprint', print);
  }, [isCut]);
  useEffect(() => {
    if (asked === null) return;
    const note = list.current?.querySelector<HTMLElement>(`[data-note="${asked}"]`);
    note?.scrollIntoView({ block: 'nearest' });
    note?.focus({ preventScroll: true });
  }, [asked]);
  const left = threads.length - shown.length;
  return (
    <div ref={list}>
      {shown.map(({ thread, index }) => (
        <MarginNote
          key={thread.note.id}
          thread={thread}
          letter={letterOf(index)}
          isAsked={thread.note.id === asked}
          isWhole={isNear}
          {...rest}
        />
      ))}
      {left > 0 && (
        <button type="button" className="reader-more-notes" onClick={() => setShowsAll(true)}>
          {t('moreNotes', { count: left })}
        </button>
      )}
    </div>
  );
}

/** Whether an element has ever been near the screen, or the page is being printed. */
function useNear(element: RefObject<HTMLElement | null>, isAlways: boolean): boolean {
  const [isNear, setIsNear] = useState(isAlways);
  useEffect(() => {
    if (isNear || !element.current) return;
    const show = () => startTransition(() => setIsNear(true));
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) show();
      },
      { rootMargin: NEAR },
    );
    observer.observe(element.current);
    // Drawn before the browser goes on to print.
    const print = () => flushSync(() => setIsNear(true));
    window.addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', print);
    };
  }, [element, isNear]);
  return isNear || isAlways;
}

const holdsLinked = ({ note, replies }: Thread): boolean => isAskedFor(note.id) || replies.some(holdsLinked);

const MarginNote = memo(function MarginNote({
  thread,
  letter,
  isAsked,
  isWhole,
  isOpen,
  isSignedIn,
  waiting,
  onTag,
}: Pick<MarginNotesProps, 'isOpen' | 'isSignedIn' | 'waiting' | 'onTag'> & {
  thread: Thread;
  letter: string;
  isAsked: boolean;
  isWhole: boolean;
}) {
  const { target, body } = thread.note;
  const [element, isOpened] = useOpened();
  return (
    <div
      ref={element}
      className="reader-note"
      data-note={thread.note.id}
      data-open={isOpened || undefined}
      data-asked={isAsked || undefined}
      data-own={thread.note.isOwn || undefined}
      data-marks={target.type === 'passage' ? marksOf([target]) : undefined}
      tabIndex={-1}
    >
      <NoteQuote thread={thread} letter={letter} />
      {isWhole ? (
        <AnnotationThread
          thread={thread}
          isOpen={isOpen}
          isSignedIn={isSignedIn}
          waiting={waiting}
          onTag={onTag}
        />
      ) : (
        <p className="reader-note-words" dir="auto">
          {body}
        </p>
      )}
    </div>
  );
});

/**
 * Whether a long note was pressed: from then on all of it is shown. The press has ended by then, so a button does not move
 * away from under it; with keys the style sheet opens the note that has the focus.
 */
function useOpened(): [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null);
  const [isOpened, setIsOpened] = useState(false);
  useEffect(() => {
    const note = element.current;
    const open = () => setIsOpened(true);
    note?.addEventListener('click', open);
    return () => note?.removeEventListener('click', open);
  }, []);
  return [element, isOpened];
}

/** The words that a note is about. */
function NoteQuote({ thread, letter }: { thread: Thread; letter: string }) {
  const t = useTranslations('text.margin');
  const { target, kind, isOwn } = thread.note;
  if (target.type !== 'passage') return null;
  const words = target.exact.length > 60 ? `${target.exact.slice(0, 56).trimEnd()}…` : target.exact;
  return (
    <p className="reader-note-quote" data-letter={letter}>
      {/* The line that its words carry in the text. */}
      <i aria-hidden="true" className="reader-line-sample" data-kind={kind} data-own={isOwn || undefined} />
      {t(hasOwnQuoteMark(words) ? 'onQuoted' : 'on', { words })}
    </p>
  );
}
