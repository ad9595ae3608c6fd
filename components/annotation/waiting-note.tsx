'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useContributionActions } from '@/lib/client/contributions';
import type { OutboxEntry } from '@/lib/client/outbox-entry';

/** A note that was written here and is not on the server yet, in the writer's own words. */
export function WaitingNote({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations('contribute.note');
  const { retryRefused, discard } = useContributionActions();
  if (entry.action.type !== 'annotation') return null;
  return (
    <div className="grid gap-1 rounded border border-dashed border-control px-3 py-2">
      <p className="flex gap-1.5 text-caption text-muted">
        <CloudOff aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
        <span>{entry.failure ? t('refused', { message: entry.failure.message }) : t('waiting')}</span>
      </p>
      <p dir="auto" className="font-serif text-ui whitespace-pre-wrap wrap-anywhere">
        {entry.action.input.body}
      </p>
      <div className="flex gap-2">
        {entry.failure ? (
          <Button size="small" onClick={() => retryRefused(entry.id)}>
            {t('again')}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={() => discard(entry.id)}>
          {t('discard')}
        </Button>
      </div>
    </div>
  );
}
