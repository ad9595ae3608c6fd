'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Tag } from '@/components/ui/tag';
import type { ClaimRevision } from '@/lib/client/contribution-types';
import { useContributionActions } from '@/lib/client/contributions';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { useTimes } from '@/lib/i18n/use-times';
import { changeOf } from './edit-change';
import { RevisionDiff } from './revision-diff';

/** Every wording that a claim has had, newest first. */
export function HistoryDialog({
  debate,
  claim,
  onClose,
}: {
  debate: DebateView;
  claim: ClaimView;
  onClose: () => void;
}) {
  const t = useTranslations('contribute.history');
  const { revisionsOf } = useContributionActions();
  const [revisions, setRevisions] = useState<ClaimRevision[] | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again; the claim's other fields do not matter
  useEffect(() => {
    let isCurrent = true;
    void revisionsOf(claim).then((answer) => {
      if (isCurrent) setRevisions(answer.ok ? answer.value : 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [claim.id, claim.revision, attempt]);

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { code: claim.code })}
      closeLabel={t('close')}
      size="large"
    >
      {revisions === null ? (
        <p className="text-muted">{t('loading')}</p>
      ) : revisions === 'failed' ? (
        <p className="flex flex-wrap items-center gap-3 text-muted">
          {t('failed')}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t('again')}
          </Button>
        </p>
      ) : (
        <ol className="grid gap-4">
          {[...revisions]
            .sort((a, b) => b.number - a.number)
            .map((revision, index, newestFirst) => (
              <Revision
                key={revision.number}
                revision={revision}
                before={newestFirst[index + 1] ?? null}
                language={debate.language}
              />
            ))}
        </ol>
      )}
    </Dialog>
  );
}

function Revision({
  revision,
  before,
  language,
}: {
  revision: ClaimRevision;
  /** The version that it was made from; null for the first. */
  before: ClaimRevision | null;
  language: string;
}) {
  const t = useTranslations('contribute.history');
  const evidence = useTranslations('contribute.evidence');
  const time = useTimes();
  const change = changeOf(revision, before);
  return (
    <li className="grid gap-1 border-t border-hairline pt-4 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-caption text-muted">
        <b className="font-strong text-ink">{t('version', { number: revision.number })}</b>
        <span>{revision.authorAlias ?? t('editors')}</span>
        <time dateTime={revision.createdAt}>{time.dateTime(revision.createdAt)}</time>
        {change ? <Tag>{t(change)}</Tag> : null}
      </p>
      <p lang={language} dir="auto" className="font-serif text-body">
        {revision.text}
      </p>
      {before ? <RevisionDiff before={before} after={revision.text} language={language} /> : null}
      <p className="text-caption text-muted">
        {evidence(`${revision.evidence}.word`)}
        {revision.speaker ? `, ${revision.speaker}` : ''}
      </p>
    </li>
  );
}
