'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { textOf, useSubmission } from '@/components/form/use-submission';
import { changePassword } from '@/lib/client/account';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { FormNote, PasswordField, PasswordLength, SubmitButton } from './form-parts';
import { passwordFault } from './new-password';

type Field = 'currentPassword' | 'newPassword';
const FIELDS = ['currentPassword', 'newPassword'] as const;

/** A new password ends every session, this one too: the way on leads through the sign-in page. */
export function ChangePasswordForm({ name }: { name: string }) {
  const t = useTranslations('account');
  const [length, setLength] = useState(0);
  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<Field>({
    fields: FIELDS,
    check: (form) => {
      const fault = passwordFault(textOf(form, 'newPassword'));
      const found = {
        ...(textOf(form, 'currentPassword') === '' && { currentPassword: t('signIn.passwordMissing') }),
        ...(fault && {
          newPassword: t(`signUp.passwordFault.${fault}`, {
            least: LIMITS.passwordLeast,
            most: LIMITS.password,
          }),
        }),
      };
      return Object.keys(found).length > 0 ? found : null;
    },
    send: (form) => changePassword(textOf(form, 'currentPassword'), textOf(form, 'newPassword')),
    place: ({ code }) => {
      if (code === 'wrong-credentials') return 'currentPassword';
      return code === 'password-too-common' ? 'newPassword' : null;
    },
    onDone: () => window.location.assign('/sign-in?next=%2Faccount&changed=1'),
  });

  return (
    <form ref={formRef} method="post" onSubmit={submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormNote noteRef={noteRef} text={trouble.whole} />
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <PasswordField
        name="currentPassword"
        label={t('password.current')}
        autoComplete="current-password"
        required
        maxLength={1000}
        error={trouble.fields.currentPassword}
      />
      <div className="grid gap-2">
        <PasswordField
          name="newPassword"
          label={t('password.new')}
          hint={t('signUp.passwordHint', { least: LIMITS.passwordLeast })}
          autoComplete="new-password"
          required
          maxLength={LIMITS.password * 4}
          onInput={(event) => setLength(graphemeLength(event.currentTarget.value))}
          error={trouble.fields.newPassword}
        />
        <PasswordLength length={length} />
      </div>
      <SubmitButton isPending={isPending} pendingText={t('password.pending')}>
        {t('password.submit')}
      </SubmitButton>
    </form>
  );
}
