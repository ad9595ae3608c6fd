'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** That there are no groups, and what of them is therefore not listed. */
export function NoCamps({ children }: { children: ReactNode }) {
  const t = useTranslations('opinions.groups');
  return (
    <div className="grid gap-1">
      <p className="text-body">{t('none')}</p>
      <p className="max-w-measure text-caption text-muted text-pretty">{children}</p>
    </div>
  );
}
