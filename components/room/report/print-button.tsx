'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Prints the page. */
export function PrintButton() {
  const t = useTranslations('report.tools');
  return <Button onClick={() => window.print()}>{t('print')}</Button>;
}
