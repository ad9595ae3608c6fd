'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useSubmission } from '@/components/form/use-submission';
import { confirmMailAddress, stopMail } from '@/lib/client/account';
import { FormNote, SubmitButton } from './form-parts';

const ACTS = { confirm: confirmMailAddress, stop: stopMail } as const;

/** The press behind a link in a mail. Opening the page does nothing yet: programs that look through mail open links too. */
export function MailLinkButton({ act, token }: { act: keyof typeof ACTS; token: string }) {
  const t = useTranslations('account.mail');
  const [isDone, setIsDone] = useState(false);
  const note = useRef<HTMLParagraphElement>(null);
  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<never>({
    fields: [],
    check: () => null,
    send: () => ACTS[act](token),
    onDone: () => setIsDone(true),
  });

  // The pressed button is gone: what is said instead takes the focus.
  useEffect(() => {
    if (isDone) note.current?.focus();
  }, [isDone]);

  if (isDone)
    return (
      <p ref={note} tabIndex={-1} className="text-pretty">
        {t(`${act}.done`)} {act === 'confirm' ? <Link href="/account">{t('toAccount')}</Link> : null}
      </p>
    );
  return (
    <form ref={formRef} method="post" onSubmit={submit} className="grid gap-5">
      <FormNote noteRef={noteRef} text={trouble.whole} />
      <SubmitButton isPending={isPending} pendingText={t(`${act}.pending`)}>
        {t(`${act}.press`)}
      </SubmitButton>
    </form>
  );
}
