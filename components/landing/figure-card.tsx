import Link from 'next/link';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { viewHref } from '@/components/debate/view-address';
import { VoteBar } from '@/components/vote/vote-bar';
import type { ClaimView } from '@/lib/domain/debate/view';

/** A claim as the home page shows it: its words, how the text carries it, how people voted; leads to it on the map. */
export function FigureCard({
  claim,
  slug,
  language,
  className = '',
}: {
  claim: ClaimView;
  slug: string;
  language: string;
  className?: string;
}) {
  const hasVotes = claim.tally !== null && claim.tally.agree + claim.tally.disagree + claim.tally.pass > 0;
  return (
    <Link
      href={viewHref(slug, 'map', { claim: claim.code })}
      prefetch={false}
      data-side={claim.side}
      className={`relative block rounded border border-hairline bg-raised px-2.5 pt-1.5 pb-[5px] text-ink no-underline hover:border-control ${className}`}
    >
      <span
        aria-hidden="true"
        className={`absolute top-[calc(50%-5.5px)] size-[11px] rounded-pill border-[2.5px] border-(--side-solid) bg-(--mark-fill) shadow-[0_0_0_2.5px_var(--color-raised)] ${claim.side === 'a' ? '-end-1.5' : '-start-1.5'}`}
      />
      <span
        lang={language}
        dir="auto"
        className="line-clamp-6 font-serif sm:line-clamp-4 text-card-outer text-pretty"
      >
        <span className="me-[5px] font-sans text-fine leading-none font-strong tracking-[0.01em] text-(--side-text)">
          {claim.code}
        </span>
        {claim.text}
      </span>
      <span className="mt-1 flex h-4 items-center justify-between gap-1">
        <EvidenceLabel evidence={claim.evidence} />
        {hasVotes && claim.tally ? <VoteBar tally={claim.tally} widthPx={44} hasCount /> : null}
      </span>
    </Link>
  );
}
