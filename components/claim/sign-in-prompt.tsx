'use client';

import { useTranslations } from 'next-intl';

/** Told before a visitor presses: what happens next, and that nothing typed is lost. */
export function SignInPrompt() {
  const t = useTranslations('contribute.signIn');
  return <p className="text-caption text-muted text-pretty">{t('prompt')}</p>;
}
