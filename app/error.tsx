'use client';

import { useTranslations } from 'next-intl';
import { Trouble } from '@/components/shell/trouble';
import { Button, ButtonLink } from '@/components/ui/button';

/** Shown in place of a page that failed. The digest is also in the server's log; the error itself never reaches a reader. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const t = useTranslations('shell');
  return (
    <main>
      <Trouble
        title={t('trouble.errorTitle')}
        actions={
          <>
            <Button variant="primary" onClick={() => retry()}>
              {t('trouble.tryAgain')}
            </Button>
            <ButtonLink href="/">{t('trouble.home')}</ButtonLink>
          </>
        }
      >
        <p>{t('trouble.errorText')}</p>
        {error.digest ? (
          <p className="text-ui text-muted">{t('trouble.errorCode', { code: error.digest })}</p>
        ) : null}
      </Trouble>
    </main>
  );
}
