'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import type { ApiFailure } from '@/lib/client/api';
import { askForNames, type NamesLink, takeNames } from '@/lib/client/report';
import { save } from '@/lib/client/save-file';
import { LIMITS } from '@/lib/domain/text/limits';

/** A list of participants with names: asked for with a reason, logged, and announced to the room. */
export function NamesCopy({ roomId, explain }: { roomId: string; explain: (error: ApiFailure) => string }) {
  const t = useTranslations('report.names');
  const [reason, setReason] = useState('');
  const [link, setLink] = useState<NamesLink | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending || reason.trim() === '') return;
    setIsPending(true);
    setTrouble(null);
    const asked = await askForNames(roomId, reason.trim());
    setIsPending(false);
    if (asked.ok) setLink(asked.value);
    else setTrouble(explain(asked.error));
  };

  const take = async (given: NamesLink) => {
    setIsPending(true);
    const taken = await takeNames(roomId, given);
    setIsPending(false);
    if (taken.ok) for (const { name, mediaType, text } of taken.value.files) save(name, mediaType, text);
    else {
      setLink(null);
      setTrouble(explain(taken.error));
    }
  };

  return (
    <details className="border-y border-hairline py-2">
      <summary className="py-1.5 text-ui font-strong pointer-coarse:py-3">{t('title')}</summary>
      <form noValidate onSubmit={(event) => void ask(event)} className="grid gap-3 pt-1 pb-3">
        <p className="text-ui text-pretty">{t('lead')}</p>
        {link ? (
          <>
            <p role="status">{t('ready')}</p>
            <Button
              variant="primary"
              className="justify-self-start"
              isPending={isPending}
              onClick={() => void take(link)}
            >
              {t('get')}
            </Button>
          </>
        ) : (
          <>
            <TextField
              label={t('reason')}
              value={reason}
              maxLength={LIMITS.reviewReason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              type="submit"
              className="justify-self-start"
              isPending={isPending}
              disabled={reason.trim() === ''}
            >
              {t('ask')}
            </Button>
          </>
        )}
        <p role="alert" className="text-caption text-danger empty:hidden">
          {trouble}
        </p>
      </form>
    </details>
  );
}
