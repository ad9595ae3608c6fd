'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { type PageFailure, PageTrouble } from '@/components/shell/page-trouble';
import { ButtonLink } from '@/components/ui/button';

/** A view that failed, under a top bar that still works. The outline asks least of a browser, so it is offered. */
export default function DebateError(failure: PageFailure) {
  const t = useTranslations('shell');
  const { slug } = useParams<{ slug: string }>();
  return (
    <PageTrouble
      {...failure}
      wayOn={<ButtonLink href={viewHref(slug, 'outline')}>{t('trouble.openOutline')}</ButtonLink>}
    />
  );
}
