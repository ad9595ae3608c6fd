'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ClaimDetails } from '@/components/claim/claim-details';
import { viewHref } from '@/components/debate/view-address';
import { IconButton } from '@/components/ui/icon-button';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';

/** The selected claim in full, in the margin beside its passage. */
export function ClaimCard({
  debate,
  claim,
  onSelect,
  onClose,
}: {
  debate: DebateView;
  claim: ClaimView;
  onSelect: (code: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations('text.card');
  const selection = { claim: claim.code, isBeyondOn: claim.layer === 'beyond' };
  return (
    <section className="reader-card" data-side={claim.side} aria-label={t('label', { code: claim.code })}>
      <header>
        <Link href={viewHref(debate.slug, 'map', selection)}>{t('onMap')}</Link>
        <Link href={viewHref(debate.slug, 'outline', selection)}>{t('inOutline')}</Link>
        <IconButton size="small" label={t('close')} onClick={onClose}>
          <X aria-hidden="true" size={14} />
        </IconButton>
      </header>
      <ClaimDetails debate={debate} claim={claim} layout="panel" onSelect={onSelect} />
    </section>
  );
}
