'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { versionHref } from '@/components/debate/view-address';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { sourceHistory } from '@/lib/client/sources';
import type { SourceView } from '@/lib/domain/debate/view';
import type { VersionEntry } from '@/lib/domain/source/view';
import { useTimes } from '@/lib/i18n/use-times';

/** The versions of a text, newest first, each to be read as it stood. */
export function VersionHistoryDialog({
  slug,
  source,
  newestNumber,
  onClose,
}: {
  slug: string;
  source: SourceView;
  /** As far as the page knows; a newer one may have come since. */
  newestNumber: number;
  onClose: () => void;
}) {
  const t = useTranslations('text.versions');
  const [versions, setVersions] = useState<VersionEntry[] | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let isCurrent = true;
    void sourceHistory(slug, source.id).then((answer) => {
      if (isCurrent) setVersions(answer.ok ? answer.value.versions : 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [slug, source.id, newestNumber, attempt]);
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { title: source.title })} closeLabel={t('close')}>
      {versions === null ? (
        <p className="text-ui text-muted">{t('loading')}</p>
      ) : versions === 'failed' ? (
        <p className="flex flex-wrap items-center gap-3 text-ui text-muted">
          {t('failed')}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t('again')}
          </Button>
        </p>
      ) : (
        <ol className="grid">
          {versions.map((version, index) => (
            <Version
              key={version.id}
              version={version}
              href={versionHref(slug, { sourceKey: source.key, version: version.number })}
              isNewest={index === 0}
              isShown={version.number === source.version.number}
            />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Version({
  version,
  href,
  isNewest,
  isShown,
}: {
  version: VersionEntry;
  href: string;
  isNewest: boolean;
  /** It is the one that the page shows. */
  isShown: boolean;
}) {
  const t = useTranslations('text.versions');
  const times = useTimes();
  const { number, createdAt, authorAlias, fromContent, isOriginal, note } = version;
  const facts = [
    isNewest ? t('newest') : '',
    isOriginal ? t('isOriginal') : '',
    times.date(createdAt),
    fromContent ? t('fromContent') : authorAlias === null ? '' : t('by', { alias: authorAlias }),
  ].filter((fact) => fact !== '');
  return (
    <li className="grid gap-0.5 border-t border-hairline py-3 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {isShown ? (
          <span className="font-strong" aria-current="page">
            {t('shown', { number })}
          </span>
        ) : (
          <Link href={href} prefetch={false} className="pointer-coarse:py-2.5">
            {t('read', { number })}
          </Link>
        )}
        <span className="text-caption text-muted">{facts.join(' · ')}</span>
      </p>
      {note === '' ? null : (
        <p dir="auto" className="text-caption text-pretty wrap-anywhere">
          {note}
        </p>
      )}
    </li>
  );
}
