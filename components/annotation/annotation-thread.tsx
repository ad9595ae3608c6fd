'use client';

import {
  Check,
  Lock,
  MessageCircleQuestion,
  MessageSquare,
  Paperclip,
  Pencil,
  Reply,
  RotateCcw,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { Tag } from '@/components/ui/tag';
import { useContributionActions } from '@/lib/client/contributions';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import type { AnnotationView, AnnotationThread as Thread } from '@/lib/domain/annotation/view';
import type { AnnotationKind } from '@/lib/domain/debate/view';
import { formatters } from '@/lib/i18n/formatters';
import { SendProblem } from '../claim/send-problem';
import { RichText } from './rich-text';
import { WaitingNote } from './waiting-note';

export const KIND_ICONS = {
  comment: MessageSquare,
  question: MessageCircleQuestion,
  evidence: Paperclip,
  concern: TriangleAlert,
} as const satisfies Record<AnnotationKind, typeof MessageSquare>;

export interface AnnotationThreadProps {
  thread: Thread;
  /** The room takes contributions. */
  isOpen: boolean;
  isSignedIn: boolean;
  /** Replies of this tab that the server has not taken yet, for the whole list; each thread picks its own. */
  waiting?: readonly OutboxEntry[];
  /** Replies deeper than this stand at the same indent. */
  depth?: number;
}

const AnnotationForm = dynamic(
  latePart(() => import('./annotation-form').then((module) => module.AnnotationForm)),
  { ssr: false },
);

const DEEPEST_INDENT = 3;

/** A note with its replies. */
export function AnnotationThread({
  thread,
  isOpen,
  isSignedIn,
  waiting = [],
  depth = 0,
}: AnnotationThreadProps) {
  const { note, replies } = thread;
  const [mode, setMode] = useState<'read' | 'reply' | 'edit'>('read');
  const replyButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    setMode('read');
    // The form took the focus; it goes back to where it came from.
    requestAnimationFrame(() => replyButton.current?.focus());
  };
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
  return (
    <article data-annotation={note.id} className="grid gap-2">
      {mode === 'edit' ? (
        <AnnotationForm edit={note} onClose={close} />
      ) : note.isRemoved ? (
        <Removed replyCount={replies.length} />
      ) : (
        <Note
          note={note}
          replyButton={replyButton}
          onReply={isOpen && note.visibility === 'room' ? () => setMode('reply') : null}
          // One change waits at a time: a second one would be written against words that are not there yet.
          onEdit={isOpen && note.canEdit && !ownChange ? () => setMode('edit') : null}
        />
      )}
      {ownChange ? <WaitingNote entry={ownChange} /> : null}
      {hasChildren ? (
        <div className={`grid gap-3 ${depth < DEEPEST_INDENT ? 'ms-3 border-s border-hairline ps-5' : ''}`}>
          {replies.map((reply) => (
            <AnnotationThread
              key={reply.note.id}
              thread={reply}
              isOpen={isOpen}
              isSignedIn={isSignedIn}
              waiting={waiting}
              depth={depth + 1}
            />
          ))}
          {ownWaiting.map((entry) => (
            <WaitingNote key={entry.id} entry={entry} />
          ))}
          {mode === 'reply' ? (
            <AnnotationForm
              target={{ type: 'annotation', annotationId: note.id }}
              version={note.revision}
              isSignedIn={isSignedIn}
              onClose={close}
            />
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

function Removed({ replyCount }: { replyCount: number }) {
  const t = useTranslations('contribute.note');
  return <p className="text-caption text-muted italic">{t('removed', { count: replyCount })}</p>;
}

function Note({
  note,
  replyButton,
  onReply,
  onEdit,
}: {
  note: AnnotationView;
  replyButton: React.RefObject<HTMLButtonElement | null>;
  onReply: (() => void) | null;
  onEdit: (() => void) | null;
}) {
  const t = useTranslations('contribute.note');
  const locale = useLocale();
  const time = formatters(locale);
  const author = note.isEditors ? t('editors') : (note.authorAlias ?? t('gone'));
  const Icon = KIND_ICONS[note.kind];
  return (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2 gap-y-0.5">
      <span
        aria-hidden="true"
        className="row-span-3 grid size-6 place-items-center rounded-pill border border-hairline bg-wash text-fine leading-none font-strong tracking-tight text-muted"
      >
        {[...author].slice(0, 2).join('')}
      </span>
      <p className="flex flex-wrap items-center gap-x-1.5 text-caption text-muted">
        <b className="font-strong text-ink">{author}</b>
        <span className="inline-flex items-center gap-1">
          <Icon aria-hidden="true" strokeWidth={1.75} className="size-3" />
          {t(`kind.${note.kind}`)}
        </span>
        <time dateTime={note.createdAt} title={time.dateTime(note.createdAt)}>
          {time.date(note.createdAt)}
        </time>
        {note.editedAt === null ? null : <span title={time.dateTime(note.editedAt)}>{t('edited')}</span>}
        {note.visibility === 'private' ? (
          <span className="inline-flex items-center gap-1">
            <Lock aria-hidden="true" strokeWidth={1.75} className="size-3" />
            {t('private')}
          </span>
        ) : null}
      </p>
      <div className="col-start-2">
        {note.mark === null ? null : <NoteMark note={note} />}
        <RichText content={note.content} />
      </div>
      <NoteActions note={note} author={author} replyButton={replyButton} onReply={onReply} onEdit={onEdit} />
    </div>
  );
}

/** What the note asks for, and whether it is done. */
function NoteMark({ note }: { note: AnnotationView }) {
  const t = useTranslations('contribute.mark');
  if (note.mark === null) return null;
  return (
    <p className="my-0.5 flex flex-wrap items-center gap-x-2 text-caption">
      <Tag>{t(`names.${note.mark}`)}</Tag>
      <span className="text-muted">
        {note.isResolved ? t('resolvedBy', { alias: note.resolvedByAlias ?? t('somebody') }) : t('open')}
      </span>
    </p>
  );
}

function NoteActions({
  note,
  author,
  replyButton,
  onReply,
  onEdit,
}: {
  note: AnnotationView;
  author: string;
  replyButton: React.RefObject<HTMLButtonElement | null>;
  onReply: (() => void) | null;
  onEdit: (() => void) | null;
}) {
  const t = useTranslations('contribute.note');
  const inMark = useTranslations('contribute.mark');
  const { removeAnnotation, resolveAnnotation, announce } = useContributionActions();
  const [isAsking, setIsAsking] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!onReply && !onEdit && !note.canRemove && !note.canResolve) return null;

  const resolve = async () => {
    const outcome = await resolveAnnotation(note, !note.isResolved);
    if (outcome.status === 'sent') announce(inMark(note.isResolved ? 'saidOpen' : 'saidResolved'));
    setProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
  };

  const remove = async () => {
    setIsRemoving(true);
    const outcome = await removeAnnotation(note);
    setIsRemoving(false);
    setIsAsking(false);
    if (outcome.status === 'sent') announce(t('removedNow'));
    setProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
  };

  if (isAsking) {
    return (
      <fieldset aria-label={t('removeQuestion')} className="col-start-2 flex flex-wrap items-center gap-2">
        <span className="text-caption">{t('removeQuestion')}</span>
        <Button size="small" variant="danger" autoFocus isPending={isRemoving} onClick={() => void remove()}>
          {t('remove')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setIsAsking(false)}>
          {t('keep')}
        </Button>
      </fieldset>
    );
  }
  return (
    <div className="col-start-2">
      <div className="-ms-2 flex flex-wrap gap-x-1">
        {onReply ? (
          <NoteAction
            ref={replyButton}
            icon={Reply}
            label={t('reply')}
            name={t('replyTo', { author })}
            onPress={onReply}
          />
        ) : null}
        {onEdit ? <NoteAction icon={Pencil} label={t('edit')} name={t('editOwn')} onPress={onEdit} /> : null}
        {note.mark !== null && note.canResolve ? (
          <NoteAction
            icon={note.isResolved ? RotateCcw : Check}
            label={inMark(note.isResolved ? 'reopen' : 'resolve')}
            name={inMark(note.isResolved ? 'reopenOf' : 'resolveOf', { author })}
            onPress={() => void resolve()}
          />
        ) : null}
        {note.canRemove ? (
          <NoteAction
            icon={Trash2}
            label={t('remove')}
            name={t('removeNote', { author })}
            onPress={() => setIsAsking(true)}
          />
        ) : null}
      </div>
      <SendProblem message={problem} />
    </div>
  );
}

function NoteAction({
  icon: Icon,
  label,
  name,
  onPress,
  ref,
}: {
  icon: typeof Reply;
  label: string;
  name: string;
  onPress: () => void;
  ref?: React.Ref<HTMLButtonElement>;
}) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={name}
      onClick={onPress}
      className="inline-flex min-h-6 items-center gap-1 rounded px-2 text-caption text-muted transition-colors hover:bg-wash hover:text-ink pointer-coarse:min-h-11"
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-3" />
      {label}
    </button>
  );
}
