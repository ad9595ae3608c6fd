'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { SideMark } from '@/components/claim/side-mark';
import { sideName } from '@/components/claim/side-word';
import { viewHref } from '@/components/debate/view-address';
import { useOpinions } from '@/lib/client/opinions';
import type { DebateView } from '@/lib/domain/debate/view';
import type { OpinionClaim } from '@/lib/domain/stance/opinion/opinion-view';

/** What pictures of claims need to know of the debate. */
export type ClaimsDebate = Pick<DebateView, 'slug' | 'language' | 'sides'>;

/** A claim as people wrote it, with its code, its side three times told, and the way to its place on the argument map. */
export function ClaimLine({
  claim: { code, side, text },
  debate,
  children,
}: {
  claim: Pick<OpinionClaim, 'code' | 'side' | 'text'>;
  debate: ClaimsDebate;
  /** What else is said of it, after its side. */
  children?: ReactNode;
}) {
  const t = useTranslations('opinions.votes');
  const { motion } = useOpinions();
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <p className="claim-line-text" lang={debate.language} dir="auto">
        {text}
      </p>
      <p className="claim-line-meta">
        <SideMark side={side} sizePx={8} />
        <ClaimCode code={code} side={side} size="caption" />
        <span>{sideName(side, debate.sides, t('noSide'))}</span>
        {children ? <span>{children}</span> : null}
        <Link
          href={viewHref(debate.slug, 'map', { claim: code, motion })}
          aria-label={t('onMapOf', { code })}
          className="no-print underline decoration-control underline-offset-4 hover:decoration-ink pointer-coarse:py-3"
        >
          {t('onMap')}
        </Link>
      </p>
    </div>
  );
}
