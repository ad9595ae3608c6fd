'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Trouble } from './trouble';

/** What Next hands to the page that stands in for one that failed. */
export interface PageFailure {
  error: Error & { digest?: string };
  retry: () => void;
}

/**
 * In place of a page that failed: try again, or take the other way that is offered. The digest is also in the server's
 * log; the error itself never reaches a reader.
 */
export function PageTrouble({ error, retry, wayOn }: PageFailure & { wayOn: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <Trouble
      title={t('trouble.errorTitle')}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            {t('trouble.tryAgain')}
          </Button>
          {wayOn}
        </>
      }
    >
      <p>{t('trouble.errorText')}</p>
      {error.digest ? (
        <p className="text-ui text-muted">{t('trouble.errorCode', { code: error.digest })}</p>
      ) : null}
    </Trouble>
  );
}
