'use client';

import { useTranslations } from 'next-intl';
import { type PageFailure, PageTrouble } from '@/components/shell/page-trouble';
import { ButtonLink } from '@/components/ui/button';

/** Shown in place of a page that failed. */
export default function PageError(failure: PageFailure) {
  const t = useTranslations('shell');
  return (
    <main>
      <PageTrouble {...failure} wayOn={<ButtonLink href="/">{t('trouble.home')}</ButtonLink>} />
    </main>
  );
}
