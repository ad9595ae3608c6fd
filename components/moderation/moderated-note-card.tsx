'use client';

import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HideDialog } from '@/components/annotation/hide-dialog';
import { Note } from '@/components/annotation/note';
import { useAuthorName } from '@/components/annotation/note-author';
import { NotePlaceLink } from '@/components/annotation/note-place-link';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { useContributionActions, useNoteActs } from '@/lib/client/contributions';
import type { ModeratedNote, ReportView } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import { useTimes } from '@/lib/i18n/use-times';

/** A note that asks for a decision, where it hangs, who reported it and why, and the decisions. */
export function ModeratedNoteCard({
  debate,
  moderated: { place, note, reports },
  onDecided,
}: {
  debate: Pick<DebateView, 'slug' | 'language'>;
  moderated: ModeratedNote;
  onDecided: () => void;
}) {
  const t = useTranslations('moderation');
  const author = useAuthorName()(note);
  const { announce } = useContributionActions();
  const { moderate } = useNoteActs();
  const [isHiding, setIsHiding] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // What letting it show means depends on why it is here.
  const showing = note.status === 'waiting' ? 'approve' : note.status === 'hidden' ? 'restore' : 'keep';

  const show = async () => {
    setIsPending(true);
    const outcome = await moderate(note, { status: 'published' });
    setIsPending(false);
    setProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
    if (outcome.status !== 'sent') return;
    announce(t(`said.${showing}`));
    onDecided();
  };
  return (
    <article
      aria-label={t('noteBy', { author })}
      className="grid gap-2 rounded border border-hairline bg-raised p-3"
    >
      <NotePlaceLink slug={debate.slug} language={debate.language} place={place} note={note} />
      <Note note={note} />
      {reports.length === 0 ? null : (
        <ul aria-label={t('reports')} className="grid gap-1 border-s-2 border-hairline ps-3">
          {reports.map((report) => (
            <Report key={`${report.reporterAlias} ${report.createdAt}`} report={report} />
          ))}
        </ul>
      )}
      <SendProblem message={problem} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant={note.status === 'hidden' ? 'plain' : 'primary'}
          isPending={isPending}
          onClick={() => void show()}
          aria-label={t(`${showing}Of`, { author })}
        >
          {t(showing)}
        </Button>
        {note.status === 'hidden' ? null : (
          <Button size="small" onClick={() => setIsHiding(true)} aria-label={t('hideOf', { author })}>
            {t('hide')}
          </Button>
        )}
      </div>
      {isHiding ? <HideDialog note={note} onClose={() => setIsHiding(false)} onHidden={onDecided} /> : null}
    </article>
  );
}

function Report({ report }: { report: ReportView }) {
  const t = useTranslations('moderation');
  const inReport = useTranslations('contribute.report');
  const time = useTimes();
  return (
    <li className="text-caption">
      <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
        <Flag aria-hidden="true" strokeWidth={1.75} className="size-3 self-center" />
        <b className="font-strong">{inReport(`reasons.${report.reason}`)}</b>
        <span className="text-muted">
          {t.rich('reportedBy', { alias: report.reporterAlias, name: (words) => <bdi>{words}</bdi> })}
        </span>
        <time dateTime={report.createdAt} className="text-muted">
          {time.dateTime(report.createdAt)}
        </time>
      </span>
      {report.words === '' ? null : (
        <p dir="auto" className="font-serif whitespace-pre-wrap wrap-anywhere">
          {report.words}
        </p>
      )}
    </li>
  );
}
