'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { ButtonLink } from '@/components/ui/button';
import type { AddedVersion } from '@/lib/domain/source/view';
import { AnchorOutlook, waitingOf } from './anchor-outlook';
import { reviewHref, sourcesHref } from './source-address';

/** A new version is there: what became of citations and notes, and where to go on. */
export function VersionSaved({ slug, saved }: { slug: string; saved: AddedVersion }) {
  const t = useTranslations('sources');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const waiting = waitingOf(saved.citations) + waitingOf(saved.notes);
  return (
    <section className="grid gap-5">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="text-heading font-strong">
          {t('saved.version', { number: saved.version.number })}
        </h2>
        <p className="text-body">{t('saved.waiting', { count: waiting })}</p>
      </div>
      <AnchorOutlook citations={saved.citations} notes={saved.notes} />
      <p className="flex flex-wrap gap-2">
        {waiting > 0 ? (
          <ButtonLink variant="primary" href={reviewHref(slug)}>
            {t('saved.review')}
          </ButtonLink>
        ) : null}
        <ButtonLink href={viewHref(slug, 'text')}>{t('read')}</ButtonLink>
        <ButtonLink href={sourcesHref(slug)}>{t('back')}</ButtonLink>
      </p>
    </section>
  );
}
