'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { textOf, useSubmission } from '@/components/form/use-submission';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { askForMailLink, chooseMailDigest, removeMailAddress } from '@/lib/client/account';
import type { MailDigest } from '@/lib/domain/account/schema';
import { FormNote, SubmitButton } from './form-parts';

const DIGESTS = ['off', 'hourly', 'daily'] as const satisfies readonly MailDigest[];
const FIELDS = ['email'] as const;

/** The address that mail goes to, how often, and the form for another one. */
export function MailSettings({
  email,
  isConfirmed,
  digest,
}: {
  email: string | null;
  isConfirmed: boolean;
  digest: MailDigest;
}) {
  const t = useTranslations('account.mail');
  const words = useTranslations('failure');
  const form = useTranslations('account.form');
  const router = useRouter();
  const [chosen, setChosen] = useState(digest);
  const [working, setWorking] = useState<MailDigest | 'remove' | null>(null);
  const [said, setSaid] = useState('');

  const does = async (what: MailDigest | 'remove') => {
    if (working) return;
    setWorking(what);
    setSaid('');
    const done = await (what === 'remove' ? removeMailAddress() : chooseMailDigest(what));
    setWorking(null);
    if (!done.ok) {
      setSaid(done.error.code === 'unreachable' ? form('unreachable') : words(done.error.code));
      return;
    }
    setChosen(what === 'remove' ? 'off' : what);
    setSaid(t(what === 'remove' ? 'removed' : 'chosen'));
    if (what === 'remove') router.refresh();
  };

  return (
    <div className="grid gap-6">
      <p role="status" className="text-caption text-muted empty:hidden">
        {said}
      </p>
      {email !== null ? (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-y border-hairline py-2.5">
          <p className="min-w-0">
            <span dir="auto" className="break-words font-strong">
              {email}
            </span>{' '}
            <span className="text-muted">{t(isConfirmed ? 'confirmed' : 'unconfirmed')}</span>
          </p>
          <Button size="small" isPending={working === 'remove'} onClick={() => does('remove')}>
            {t('remove')}
          </Button>
        </div>
      ) : null}
      {isConfirmed ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-strong">{t('often')}</legend>
          {DIGESTS.map((each) => (
            <label key={each} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="digest"
                className="size-5 accent-ink"
                checked={chosen === each}
                onChange={() => does(each)}
              />
              {t(`digest.${each}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <AddressForm given={isConfirmed ? null : email} isAnother={isConfirmed} />
    </div>
  );
}

function AddressForm({ given, isAnother }: { given: string | null; isAnother: boolean }) {
  const t = useTranslations('account.mail');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  return (
    <div className="grid gap-4">
      <p role="status" className="max-w-measure text-pretty empty:hidden">
        {sentTo === null ? null : t('sent', { email: sentTo })}
      </p>
      <AddressFields
        key={round}
        given={given}
        isAnother={isAnother}
        onSent={(email) => {
          setSentTo(email);
          setRound(round + 1);
        }}
      />
    </div>
  );
}

function AddressFields({
  given,
  isAnother,
  onSent,
}: {
  given: string | null;
  isAnother: boolean;
  onSent: (email: string) => void;
}) {
  const t = useTranslations('account.mail');
  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<'email'>({
    fields: FIELDS,
    check: (form) => (/^\S+@\S+\.\S+$/.test(textOf(form, 'email').trim()) ? null : { email: t('fault') }),
    send: (form) => askForMailLink(textOf(form, 'email').trim()),
    place: ({ code }) => (code === 'invalid-input' ? 'email' : null),
    onDone: () => onSent(textOf(new FormData(formRef.current ?? undefined), 'email').trim()),
  });
  return (
    <form ref={formRef} method="post" onSubmit={submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormNote noteRef={noteRef} text={trouble.whole} />
      <TextField
        type="email"
        name="email"
        label={t(isAnother ? 'another' : 'address')}
        hint={t('hint')}
        defaultValue={given ?? ''}
        autoComplete="email"
        required
        error={trouble.fields.email}
      />
      <SubmitButton isPending={isPending} pendingText={t('sending')}>
        {t('send')}
      </SubmitButton>
    </form>
  );
}
