'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import { conflictOf } from '@/lib/client/outbox-conflict';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import { wordsOfEntry } from '@/lib/client/words-of-entry';
import { ConflictView } from './conflict-view';
import { useRefused } from './use-refused';

/** What the server would not take, each with its reason, its words, and a way on. */
export function RefusedList() {
  const t = useTranslations('contribute.offline');
  const { refused } = useContributionState();
  return (
    <details className="no-print border-b border-hairline bg-raised px-4 text-caption">
      <summary className="min-h-11 cursor-pointer py-3 font-strong underline underline-offset-2">
        {t('refused', { count: refused.length })}
      </summary>
      <ul className="grid gap-3 pb-3">
        {refused.map((entry) => (
          <Refused key={entry.id} entry={entry} />
        ))}
      </ul>
    </details>
  );
}

function Refused({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations('contribute.offline');
  const { retryRefused, discard, keepMine, announce } = useContributionActions();
  const [hasCopied, setHasCopied] = useState(false);
  const words = wordsOfEntry(entry);
  const { failure } = entry;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setHasCopied(true);
      announce(t('copied'));
    } catch {
      // Without the clipboard the words can still be selected.
      setHasCopied(false);
    }
  };
  const { what, reason, canRetry } = useRefused()(entry);
  const conflict = conflictOf(entry);
  if (conflict) {
    return (
      <li className="border-t border-hairline pt-3">
        <ConflictView
          intro={t('conflict', { what })}
          mine={conflict.mine}
          theirs={conflict.theirs}
          canKeepMine={conflict.again !== null}
          onKeepMine={() => keepMine(entry)}
          onTakeTheirs={() => discard(entry.id)}
          hasFocus={false}
        />
      </li>
    );
  }
  return (
    <li className="grid gap-1.5 border-t border-hairline pt-3">
      <p>
        <b className="font-strong">{what}</b>
        {': '}
        {reason}
      </p>
      {words ? (
        <p
          dir="auto"
          className="border-s-2 border-hairline ps-3 font-serif text-ui whitespace-pre-wrap wrap-anywhere"
        >
          {words}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {canRetry ? (
          <Button size="small" onClick={() => retryRefused(entry.id)}>
            {t(failure?.code === 'perhaps-sent' ? 'sendAgain' : 'again')}
          </Button>
        ) : null}
        {words ? (
          <Button size="small" variant="quiet" onClick={() => void copy(words)}>
            {hasCopied ? t('copied') : t('copy')}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={() => discard(entry.id)}>
          {t('discard')}
        </Button>
      </div>
    </li>
  );
}
