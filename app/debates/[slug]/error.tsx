'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { Trouble } from '@/components/shell/trouble';
import { Button, ButtonLink } from '@/components/ui/button';

/** A view that failed, under a top bar that still works. The outline asks least of a browser, so it is offered. */
export default function DebateError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const t = useTranslations('shell');
  const { slug } = useParams<{ slug: string }>();
  return (
    <Trouble
      title={t('trouble.errorTitle')}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            {t('trouble.tryAgain')}
          </Button>
          <ButtonLink href={viewHref(slug, 'outline')}>{t('trouble.openOutline')}</ButtonLink>
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
