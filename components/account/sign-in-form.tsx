'use client';

import { useTranslations } from 'next-intl';
import { textOf, useSubmission } from '@/components/form/use-submission';
import { TextField } from '@/components/ui/field';
import { signIn } from '@/lib/client/account';
import { FormNote, PasswordField, SubmitButton } from './form-parts';

type Field = 'name' | 'password';
const FIELDS = ['name', 'password'] as const;

/** User name or e-mail with its password; then on to `next`, a path on this site. */
export function SignInForm({ next, troubleAtFirst }: { next: string; troubleAtFirst: string | null }) {
  const t = useTranslations('account');
  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<Field>({
    fields: FIELDS,
    check: (form) => {
      const name = textOf(form, 'name').trim() === '' ? { name: t('signIn.nameMissing') } : {};
      const password = textOf(form, 'password') === '' ? { password: t('signIn.passwordMissing') } : {};
      const found = { ...name, ...password };
      return Object.keys(found).length > 0 ? found : null;
    },
    send: (form) => signIn(textOf(form, 'name'), textOf(form, 'password')),
    // A full load: the server draws the page for the person, and nothing of the visitor stays.
    onDone: () => window.location.assign(next),
  });

  return (
    <form ref={formRef} method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormNote noteRef={noteRef} text={trouble.whole ?? troubleAtFirst} />
      <TextField
        name="name"
        label={t('signIn.name')}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        maxLength={300}
        error={trouble.fields.name}
      />
      <PasswordField
        name="password"
        label={t('form.password')}
        autoComplete="current-password"
        required
        maxLength={1000}
        error={trouble.fields.password}
      />
      <SubmitButton isPending={isPending} pendingText={t('signIn.pending')}>
        {t('signIn.submit')}
      </SubmitButton>
    </form>
  );
}
