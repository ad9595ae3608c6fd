'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConflictView } from '@/components/claim/conflict-view';
import { Button } from '@/components/ui/button';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import { conflictOf } from '@/lib/client/outbox-conflict';
import type { OutboxEntry } from '@/lib/client/outbox-entry';

/** A note that was written here and is not on the server yet, in the writer's own words. */
export function WaitingNote({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations('contribute.note');
  const inForm = useTranslations('contribute.noteForm');
  const { retryRefused, discard, keepMine } = useContributionActions();
  const { isUnkept } = useContributionState();
  const { action, failure } = entry;
  if (action.type !== 'annotation' && action.type !== 'edit-annotation') return null;
  const conflict = conflictOf(entry);
  if (conflict) {
    return (
      <ConflictView
        intro={inForm('conflict')}
        mine={conflict.mine}
        theirs={conflict.theirs}
        canKeepMine={conflict.again !== null}
        onKeepMine={() => keepMine(entry)}
        onTakeTheirs={() => discard(entry.id)}
        hasFocus={false}
      />
    );
  }
  const waiting = action.type === 'annotation' ? 'waiting' : 'changeWaiting';
  return (
    <div className="grid gap-1 rounded border border-dashed border-control px-3 py-2">
      <p className="flex gap-1.5 text-caption text-muted">
        <CloudOff aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
        <span>
          {failure ? t('refused', { message: failure.message }) : t(isUnkept ? `${waiting}Unkept` : waiting)}
        </span>
      </p>
      <p dir="auto" className="font-serif text-ui whitespace-pre-wrap wrap-anywhere">
        {action.input.body}
      </p>
      <div className="flex gap-2">
        {failure ? (
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
