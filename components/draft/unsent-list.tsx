'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { RefusedList } from '@/components/claim/refused-list';
import { Button, ButtonLink } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import { type FoundDraft, stampOf, wordsOfDraft } from '@/lib/client/draft-record';
import { useUnsentDrafts } from '@/lib/client/unsent';
import { wordsOfEntry } from '@/lib/client/words-of-entry';
import { useTimes } from '@/lib/i18n/use-times';
import { draftKindOf } from './draft-kind';

/** Begun texts, and what waits to be sent or was refused: each with its words, and a way on. */
export function UnsentList() {
  const t = useTranslations('contribute.unsent');
  const { drafts, discard } = useUnsentDrafts();
  const { waiting, refused, isSignedOut } = useContributionState();
  const { retryNow } = useContributionActions();
  const heading = useRef<HTMLHeadingElement>(null);
  if (drafts === null) return <p className="text-muted">{t('reading')}</p>;
  const words = waiting.filter((entry) => wordsOfEntry(entry) !== null);
  const remove = async (draft: FoundDraft) => {
    await discard(draft);
    announce(t('discarded'));
    // The pressed button is gone with its text.
    heading.current?.focus();
  };
  return (
    <div className="grid gap-8">
      <section aria-labelledby="unsent-drafts" className="grid gap-3">
        <h2 id="unsent-drafts" ref={heading} tabIndex={-1} className="text-heading font-strong">
          {t('drafts', { count: drafts.length })}
        </h2>
        <ul className="grid gap-4">
          {drafts.map((draft) => (
            <Unsent key={`${draft.id} ${stampOf(draft.record)}`} draft={draft} onDiscard={remove} />
          ))}
        </ul>
      </section>
      {waiting.length > 0 ? (
        <section aria-labelledby="unsent-waiting" className="grid gap-3">
          <h2 id="unsent-waiting" className="text-heading font-strong">
            {t('waiting', { count: waiting.length })}
          </h2>
          <p className="text-muted">{t(isSignedOut ? 'waitingForSignIn' : 'waitingHint')}</p>
          <ul className="grid gap-2">
            {words.map((entry) => (
              <li
                key={entry.id}
                dir="auto"
                className="border-s-2 border-hairline ps-3 font-serif text-ui whitespace-pre-wrap wrap-anywhere"
              >
                {wordsOfEntry(entry)}
              </li>
            ))}
          </ul>
          <Button className="justify-self-start" onClick={retryNow}>
            {t('sendNow')}
          </Button>
        </section>
      ) : null}
      {refused.length > 0 ? <RefusedList /> : null}
    </div>
  );
}

function Unsent({
  draft,
  onDiscard,
}: {
  draft: FoundDraft;
  onDiscard: (draft: FoundDraft) => Promise<void>;
}) {
  const t = useTranslations('contribute.unsent');
  const time = useTimes();
  const [isAsking, setIsAsking] = useState(false);
  const { key, record } = draft;
  const words = wordsOfDraft(record.value);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      announce(t('copied'));
    } catch {
      // Without the clipboard the words can still be selected.
      announce(t('notCopied'));
    }
  };
  return (
    <li className="grid gap-2 rounded border border-hairline bg-raised px-4 py-3">
      <p className="text-caption text-muted">
        <b className="font-strong text-ink">{t(`kind.${draftKindOf(key)}`)}</b>
        {record.title === '' ? null : <span dir="auto">{` · ${record.title}`}</span>}
        {' · '}
        {time.dateTime(new Date(record.at).toISOString())}
      </p>
      {words === '' ? null : (
        <p
          dir="auto"
          className="max-h-60 overflow-y-auto font-serif text-ui whitespace-pre-wrap wrap-anywhere"
        >
          {words}
        </p>
      )}
      {isAsking ? (
        <fieldset aria-label={t('question')} className="flex flex-wrap items-center gap-2">
          <span className="text-caption">{t('question')}</span>
          <Button size="small" variant="danger" autoFocus onClick={() => void onDiscard(draft)}>
            {t('discard')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => setIsAsking(false)}>
            {t('keep')}
          </Button>
        </fieldset>
      ) : (
        <div className="flex flex-wrap gap-2">
          {record.path === '' ? null : (
            <ButtonLink size="small" href={record.path}>
              {t('goOn')}
            </ButtonLink>
          )}
          {words === '' ? null : (
            <Button size="small" variant="quiet" onClick={() => void copy()}>
              {t('copy')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => setIsAsking(true)}>
            {t('discard')}
          </Button>
        </div>
      )}
    </li>
  );
}
