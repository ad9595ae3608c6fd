'use client';

import {
  EyeOff,
  Hourglass,
  MessageCircleQuestion,
  MessageSquare,
  Paperclip,
  TriangleAlert,
} from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { latePart } from '@/components/ui/late-part';
import { Tag } from '@/components/ui/tag';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import type { AnnotationKind } from '@/lib/domain/debate/view';
import { useTimes } from '@/lib/i18n/use-times';
import { AUDIENCE_ICONS, audienceWords } from './audience-words';
import { useAuthorName } from './note-author';
import { useNoteRoom } from './note-room';
import { RichText } from './rich-text';

export const KIND_ICONS = {
  comment: MessageSquare,
  question: MessageCircleQuestion,
  evidence: Paperclip,
  concern: TriangleAlert,
} as const satisfies Record<AnnotationKind, typeof MessageSquare>;

const NoteHistoryDialog = dynamic(
  latePart(() => import('./note-history-dialog').then((module) => module.NoteHistoryDialog)),
  { ssr: false },
);

/** One note: who wrote it for whom, its words, its tags; `children` is what can be done with it. */
export function Note({
  note,
  answers = null,
  onTag,
  children,
}: {
  note: AnnotationView;
  /** Named where the indent no longer says whom it answers. */
  answers?: AnnotationView | null;
  onTag?: ((tag: string) => void) | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations('contribute.note');
  const nameOf = useAuthorName();
  const author = nameOf(note);
  return (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2 gap-y-0.5">
      <span
        aria-hidden="true"
        className="row-span-3 grid size-6 place-items-center rounded-pill border border-hairline bg-wash text-fine leading-none font-strong tracking-tight text-muted"
      >
        {[...author].slice(0, 2).join('')}
      </span>
      <NoteFacts note={note} author={author} />
      <div className="col-start-2 min-w-0">
        {answers ? (
          <p className="text-caption text-muted">
            {t.rich('answers', { author: nameOf(answers), name: (words) => <bdi>{words}</bdi> })}
          </p>
        ) : null}
        <NoteStatus note={note} />
        {note.mark === null ? null : <NoteMark note={note} />}
        <RichText content={note.content} mentions={note.mentions} />
        <NoteTags tags={note.tags} onTag={onTag} />
      </div>
      {children}
    </div>
  );
}

/** Who, what kind, for whom, when. */
function NoteFacts({ note, author }: { note: AnnotationView; author: string }) {
  const t = useTranslations('contribute.note');
  const inAudience = useTranslations('contribute.audience');
  const room = audienceWords(useNoteRoom());
  const time = useTimes();
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const KindIcon = KIND_ICONS[note.kind];
  const AudienceIcon = AUDIENCE_ICONS[note.visibility];
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 text-caption text-muted">
      <b className="font-strong text-ink">
        <bdi>{author}</bdi>
      </b>
      <span className="inline-flex items-center gap-1">
        <KindIcon aria-hidden="true" strokeWidth={1.75} className="size-3" />
        {t(`kind.${note.kind}`)}
      </span>
      {note.isEditors ? null : (
        <span className="relative inline-flex items-center gap-1">
          <span className="sr-only">{inAudience('readBy')} </span>
          <AudienceIcon aria-hidden="true" strokeWidth={1.75} className="size-3" />
          {note.groupName === null ? (
            inAudience(`word.${note.visibility}`, { room })
          ) : (
            <bdi>{note.groupName}</bdi>
          )}
        </span>
      )}
      <time dateTime={note.createdAt} title={time.dateTime(note.createdAt)}>
        {time.date(note.createdAt)}
      </time>
      {note.editedAt === null ? null : (
        <button
          type="button"
          title={time.dateTime(note.editedAt)}
          aria-label={t('editedHistory', { author })}
          onClick={() => setIsHistoryOpen(true)}
          className="inline-flex min-h-6 items-center rounded underline decoration-hairline underline-offset-3 hover:text-ink hover:decoration-current pointer-coarse:-my-3 pointer-coarse:min-h-11"
        >
          {t('edited')}
        </button>
      )}
      {isHistoryOpen ? (
        <NoteHistoryDialog note={note} author={author} onClose={() => setIsHistoryOpen(false)} />
      ) : null}
    </div>
  );
}

/** Why others do not read it: for its author and for those who decide. */
function NoteStatus({ note }: { note: AnnotationView }) {
  const t = useTranslations('contribute.note');
  if (note.status === 'published') return null;
  const Icon = note.status === 'hidden' ? EyeOff : Hourglass;
  return (
    <div className="my-1 flex gap-1.5 border-s-2 border-ink ps-2 text-caption">
      <Icon aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
      <div>
        <p>{t(note.isOwn ? `status.own.${note.status}` : `status.other.${note.status}`)}</p>
        {note.statusReason === null ? null : (
          <p>
            {t('reason')}{' '}
            <span dir="auto" className="font-serif">
              {note.statusReason}
            </span>
          </p>
        )}
      </div>
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

function NoteTags({ tags, onTag }: { tags: readonly string[]; onTag?: ((tag: string) => void) | undefined }) {
  const t = useTranslations('contribute.tags');
  if (tags.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="mt-1 flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag} className="max-w-full">
          {onTag ? (
            <button
              type="button"
              title={t('choose', { tag })}
              onClick={() => onTag(tag)}
              // To a finger it is higher than it looks.
              className="group inline-flex min-h-6 max-w-full items-center pointer-coarse:-my-2 pointer-coarse:min-h-11"
            >
              <Tag className="max-w-full group-hover:border-control group-hover:text-ink pointer-coarse:h-6 pointer-coarse:px-2.5">
                <bdi className="truncate leading-normal">{tag}</bdi>
              </Tag>
            </button>
          ) : (
            <Tag className="max-w-full">
              <bdi className="truncate leading-normal">{tag}</bdi>
            </Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
