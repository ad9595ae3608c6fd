'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { RevisionDiff } from '@/components/claim/revision-diff';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNoteActs } from '@/lib/client/contributions';
import type { AnnotationRevisionView, AnnotationView } from '@/lib/domain/annotation/view';
import { useTimes } from '@/lib/i18n/use-times';
import { RichText } from './rich-text';

/** Every wording of a note that was open to this reader, newest first, with what changed. */
export function NoteHistoryDialog({
  note,
  author,
  onClose,
}: {
  note: AnnotationView;
  author: string;
  onClose: () => void;
}) {
  const t = useTranslations('contribute.noteHistory');
  const { revisionsOf } = useNoteActs();
  const [revisions, setRevisions] = useState<AnnotationRevisionView[] | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again; the note's other fields do not matter
  useEffect(() => {
    let isCurrent = true;
    void revisionsOf(note).then((answer) => {
      if (isCurrent) setRevisions(answer.ok ? answer.value : 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [note.id, note.revision, attempt]);

  return (
    <Dialog isOpen onClose={onClose} title={t('title', { author })} closeLabel={t('close')} size="large">
      {revisions === null ? (
        <p className="text-ui text-muted">{t('loading')}</p>
      ) : revisions === 'failed' ? (
        <p className="flex flex-wrap items-center gap-3 text-ui text-muted">
          {t('failed')}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t('again')}
          </Button>
        </p>
      ) : (
        <ol className="grid gap-4">
          {revisions.map((revision, index) => (
            <Revision key={revision.number} revision={revision} before={revisions[index + 1] ?? null} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Revision({
  revision,
  before,
}: {
  revision: AnnotationRevisionView;
  /** The one that it was made from, where this reader may see it. */
  before: AnnotationRevisionView | null;
}) {
  const t = useTranslations('contribute.noteHistory');
  const time = useTimes();
  return (
    <li className="grid gap-1 border-t border-hairline pt-4 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-2 text-caption text-muted">
        <b className="font-strong text-ink">{t('version', { number: revision.number })}</b>
        <time dateTime={revision.createdAt}>{time.dateTime(revision.createdAt)}</time>
      </p>
      <RichText content={revision.content} />
      {before ? (
        <RevisionDiff
          before={{ number: before.number, text: before.body }}
          after={revision.body}
          language={undefined}
        />
      ) : null}
    </li>
  );
}
