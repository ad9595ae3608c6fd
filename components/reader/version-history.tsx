'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { latePart } from '@/components/ui/late-part';
import type { SourceView } from '@/lib/domain/debate/view';

const VersionHistoryDialog = dynamic(
  latePart(() => import('./version-history-dialog').then((module) => module.VersionHistoryDialog)),
  { ssr: false },
);

/** The way to the other versions of a text that has several. */
export function VersionHistory({
  slug,
  source,
  newestNumber,
}: {
  slug: string;
  source: SourceView;
  newestNumber: number;
}) {
  const t = useTranslations('text.versions');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('openOf', { title: source.title })}
        onClick={() => setIsOpen(true)}
        className="no-print inline-flex items-center underline decoration-hairline underline-offset-3 hover:decoration-current pointer-coarse:min-h-11"
      >
        {t('open')}
      </button>
      {isOpen ? (
        <VersionHistoryDialog
          slug={slug}
          source={source}
          newestNumber={newestNumber}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}
