'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { DetailSection } from '@/components/claim/detail-section';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { useThreads } from '@/lib/client/contributions';
import type { AnnotationTargetInput } from '@/lib/domain/annotation/schema';
import type { AnnotationThread as AnnotationThreadData } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import { HeldBackNotice } from './held-back-notice';
import { NoteList } from './note-list';
import { WaitingNote } from './waiting-note';

const AnnotationForm = dynamic(
  latePart(() => import('./annotation-form').then((module) => module.AnnotationForm)),
  { ssr: false },
);

/** What the page knows to be empty need not be asked for. */
const NO_THREADS: readonly AnnotationThreadData[] = [];

export interface NoteSectionProps {
  filter: { claimId: string } | { relationId: string };
  /** How many notes there are, as far as the page knows. */
  count: number;
  debate: DebateView;
  layout: 'panel' | 'inline' | 'sheet';
  isFormOpen: boolean;
  onFormChange: (isOpen: boolean) => void;
}

/** The notes on a claim or a relation, and the form for another one. */
export function NoteSection({ filter, count, debate, layout, isFormOpen, onFormChange }: NoteSectionProps) {
  const t = useTranslations('contribute.note');
  const { threads, waiting, hasFailed, notesToPost, reload } = useThreads(
    filter,
    count === 0 ? NO_THREADS : undefined,
  );
  const isSignedIn = debate.viewer !== null;
  const target: AnnotationTargetInput =
    'claimId' in filter
      ? { type: 'claim', claimId: filter.claimId }
      : { type: 'relation', relationId: filter.relationId };
  const waitingHere = waiting.filter(
    ({ action }) => action.type === 'annotation' && action.input.target.type !== 'annotation',
  );
  const version = debate.claims.find(({ id }) => 'claimId' in filter && id === filter.claimId)?.revision;
  const isEmpty = threads?.length === 0 && waitingHere.length === 0;
  return (
    <DetailSection title={t('title')} aside={notesToPost > 0 ? null : t('count', { count })} layout={layout}>
      <div className="grid gap-4" aria-busy={threads === null && !hasFailed}>
        {threads === null && count > 0 && !hasFailed ? (
          <p className="text-caption text-muted">{t('loading')}</p>
        ) : null}
        {hasFailed ? (
          <p className="flex flex-wrap items-center gap-2 text-caption text-muted">
            {t('loadFailed')}
            <Button size="small" onClick={reload}>
              {t('again')}
            </Button>
          </p>
        ) : null}
        {notesToPost > 0 ? <HeldBackNotice count={notesToPost} isSignedIn={isSignedIn} /> : null}
        {threads === null ? null : (
          <NoteList threads={threads} isOpen={debate.isOpen} isSignedIn={isSignedIn} waiting={waiting} />
        )}
        {waitingHere.map((entry) => (
          <WaitingNote key={entry.id} entry={entry} />
        ))}
        {isFormOpen ? (
          <AnnotationForm
            target={target}
            version={version}
            isSignedIn={isSignedIn}
            onClose={() => onFormChange(false)}
          />
        ) : isEmpty && notesToPost === 0 ? (
          <p className="text-caption text-muted">{t('none')}</p>
        ) : null}
      </div>
    </DetailSection>
  );
}
