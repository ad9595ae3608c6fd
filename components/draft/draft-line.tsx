'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { wordsOfDraft } from '@/lib/client/draft-record';
import type { Draft, OtherDraft } from '@/lib/client/drafts';
import { useTimes } from '@/lib/i18n/use-times';

/**
 * How the text of a form stands on this device, in words, and what else was written for the same form. Said aloud once a
 * form, when the text is kept for the first time, and whenever it cannot be kept.
 */
export function DraftLine<T>({ draft }: { draft: Draft<T> }) {
  const t = useTranslations('shell.draft');
  const hasSaid = useRef(false);
  const { state, isRestored } = draft;
  useEffect(() => {
    if (state === 'unkept') announce(t('unkept'));
    else if (state === 'kept' && !hasSaid.current && !isRestored) {
      hasSaid.current = true;
      announce(t('kept'));
    }
  }, [state, isRestored, t]);
  return (
    <div className="grid gap-2 text-caption text-muted empty:hidden">
      {isRestored ? (
        <p className="flex flex-wrap items-center gap-x-2">
          {t('restored')}
          <Button size="small" variant="quiet" onClick={() => void draft.clear()}>
            {t('afresh')}
          </Button>
        </p>
      ) : null}
      {state === 'empty' ? null : (
        <p data-draft={state} className={`flex gap-1.5 ${state === 'unkept' ? 'text-danger' : ''}`}>
          {state === 'kept' ? (
            <Check aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
          ) : null}
          {state === 'unkept' ? (
            <TriangleAlert aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
          ) : null}
          <span>{t(state)}</span>
        </p>
      )}
      {draft.others.map((other) => (
        <Other key={other.id} other={other} onTake={draft.take} onDiscard={draft.discard} />
      ))}
    </div>
  );
}

/** Enough to know it by: a source may be as long as a book. */
const MOST_SHOWN = 1_000;
const beginningOf = (words: string): string =>
  words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()}…` : words;

function Other<T>({
  other,
  onTake,
  onDiscard,
}: {
  other: OtherDraft<T>;
  onTake: (id: string) => void;
  onDiscard: (id: string) => void;
}) {
  const t = useTranslations('shell.draft');
  const time = useTimes();
  const at = new Date(other.at).toISOString();
  return (
    <div className="grid gap-1.5 rounded border border-dashed border-control px-3 py-2">
      <p>{t(other.isOfAnotherVersion ? 'otherVersion' : 'otherTab', { time: time.dateTime(at) })}</p>
      <p
        dir="auto"
        className="border-s-2 border-hairline ps-3 font-serif text-ui text-ink whitespace-pre-wrap wrap-anywhere"
      >
        {beginningOf(wordsOfDraft(other.value))}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onTake(other.id)}>
          {t('take')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onDiscard(other.id)}>
          {t('discard')}
        </Button>
      </div>
    </div>
  );
}
