'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { textOf, useSubmission } from '@/components/form/use-submission';
import { TextField } from '@/components/ui/field';
import { type AccountResult, keepSeats, setUp, signIn, signUp } from '@/lib/client/account';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { FormNote, PasswordField, PasswordLength, SubmitButton } from './form-parts';
import { nameFault, passwordFault } from './new-password';

type Field = 'name' | 'password' | 'email';
const FIELDS = ['name', 'password', 'email'] as const;

interface SignUpFormProps {
  /** Path on this site to go to afterwards. */
  next: string;
  /** The one-time link's token: the account becomes the first administrator. */
  setupToken?: string;
  /** A guest is signed in: they become the account and keep their seats. */
  isGuest?: boolean;
}

/** Makes an account from a name and a password, signs in with it and goes on to `next`. */
export function SignUpForm({ next, setupToken, isGuest = false }: SignUpFormProps) {
  const t = useTranslations('account');
  const [length, setLength] = useState(0);

  const check = (form: FormData) => {
    const name = nameFault(textOf(form, 'name'));
    const password = passwordFault(textOf(form, 'password'));
    if (!name && !password) return null;
    return {
      ...(name && { name: t(`signUp.nameFault.${name}`, { most: LIMITS.userName }) }),
      ...(password && {
        password: t(`signUp.passwordFault.${password}`, {
          least: LIMITS.passwordLeast,
          most: LIMITS.password,
        }),
      }),
    };
  };

  const send = async (form: FormData): Promise<AccountResult> => {
    const name = textOf(form, 'name').trim();
    const password = textOf(form, 'password');
    const email = textOf(form, 'email').trim();
    const made = setupToken
      ? await setUp({ token: setupToken, name, password })
      : await (isGuest ? keepSeats : signUp)({ name, password, ...(email && { email }) });
    if (!made.ok) return made;
    const signedIn = await signIn(name, password);
    // The account exists now: making it again would fail, so the rest is for the sign-in page.
    if (!signedIn.ok) window.location.assign(`/sign-in?next=${encodeURIComponent(next)}&made=1`);
    return { ok: true, value: undefined };
  };

  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<Field>({
    fields: FIELDS,
    check,
    send,
    place: ({ code }) => {
      if (code === 'name-taken') return 'name';
      if (code === 'email-taken') return 'email';
      return code === 'password-too-common' ? 'password' : null;
    },
    onDone: () => window.location.assign(next),
  });

  return (
    <form ref={formRef} method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormNote noteRef={noteRef} text={trouble.whole} />
      <TextField
        name="name"
        label={t('signUp.name')}
        hint={t('signUp.nameHint')}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        maxLength={LIMITS.userName * 4}
        error={trouble.fields.name}
      />
      <div className="grid gap-2">
        <PasswordField
          name="password"
          label={t('form.password')}
          hint={t('signUp.passwordHint', { least: LIMITS.passwordLeast })}
          autoComplete="new-password"
          required
          maxLength={LIMITS.password * 4}
          onInput={(event) => setLength(graphemeLength(event.currentTarget.value))}
          error={trouble.fields.password}
        />
        <PasswordLength length={length} />
      </div>
      {setupToken ? null : (
        <TextField
          name="email"
          type="email"
          label={t('signUp.email')}
          note={t('form.optional')}
          hint={t('signUp.emailHint')}
          autoComplete="email"
          maxLength={LIMITS.email}
          error={trouble.fields.email}
        />
      )}
      <SubmitButton isPending={isPending} pendingText={t('signUp.pending')}>
        {setupToken ? t('setup.submit') : t('signUp.submit')}
      </SubmitButton>
    </form>
  );
}
