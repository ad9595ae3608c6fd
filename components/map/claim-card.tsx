'use client';

import {
  Archive,
  ChevronLeft,
  ChevronRight,
  CloudOff,
  EyeOff,
  FileDiff,
  Hourglass,
  Link2,
  MessageSquare,
  RotateCcw,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { EffectMark } from '@/components/effects/effect-mark';
import type { EffectMark as Effect } from '@/components/effects/effect-marks';
import { StrengthMark } from '@/components/strength/strength-mark';
import { VoteBar } from '@/components/vote/vote-bar';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { whyUntold } from '@/lib/client/live/why-untold';
import type { ClaimView } from '@/lib/domain/debate/view';
import type { CardFlag } from './card-flags';
import { passageCount } from './map-claims';
import type { Ring } from './map-layout-input';

/** How a card stands out: in the focus, next to it, in normal ink, out of it, or left out of a what-if. */
export type CardTone = 'normal' | 'near' | 'focus' | 'dim' | 'off';

interface ClaimCardProps {
  claim: ClaimView;
  ring: Ring;
  wing: 'start' | 'end';
  flag: CardFlag | null;
  /** Something about it is kept on this device until it can be sent. */
  isWaiting?: boolean;
  /** Language of the debate: what people wrote carries its own. */
  language: string;
  /** By votes alone and with the arguments, 0..1; null where the votes are hidden. */
  base?: number | null;
  strength?: number | null;
  /** What it does to the groups of the opinion map; null while that is not shown. */
  effect?: Effect | null;
  /** Codes of the claims that it is one reason with, as they are shown; empty for a reason of its own. */
  linked?: string;
  tone?: CardTone;
  isSelected?: boolean;
  isChanged?: boolean;
  /** Claims folded away behind this card. */
  hiddenCount?: number;
  hasChildren?: boolean;
  /** Folds and unfolds by hand; the keyboard has Space for it. */
  onFold?: ((event: MouseEvent) => void) | undefined;
}

/** A claim on the map. Its name for screen readers is given by whoever holds it. */
export function ClaimCard({
  claim,
  ring,
  wing,
  flag,
  isWaiting = false,
  language,
  base = null,
  strength = null,
  effect = null,
  linked = '',
  tone = 'normal',
  isSelected = false,
  isChanged = false,
  hiddenCount = 0,
  hasChildren = false,
  onFold,
}: ClaimCardProps) {
  return (
    <div
      className="map-card"
      data-side={claim.side}
      data-wing={wing}
      data-ring={ring}
      data-layer={claim.layer}
      data-status={claim.status}
      data-tone={tone}
      data-selected={isSelected ? '' : undefined}
      data-folded={hiddenCount > 0 ? '' : undefined}
      data-changed={isChanged ? '' : undefined}
    >
      <span className="map-port nopan" />
      <p className="map-card-text">
        <span className="map-code">{claim.code}</span>
        <span className="map-card-words" lang={language} dir="auto">
          {claim.text}
        </span>
        <span className="map-card-title" lang={language} dir="auto">
          {claim.shortTitle ?? claim.text}
        </span>
      </p>
      <CardMeta claim={claim} ring={ring} isWaiting={isWaiting} base={base} strength={strength} />
      {flag === null ? null : <FlagRow flag={flag} />}
      {claim.noteCount === 0 ? null : (
        <span className="map-pin">
          <MessageSquare aria-hidden="true" />
          {claim.noteCount}
        </span>
      )}
      {effect === null ? null : <EffectMark mark={effect} />}
      {linked === '' ? null : (
        <span className="map-linked">
          <Link2 aria-hidden="true" />
          {linked}
        </span>
      )}
      {hasChildren ? <FoldTab wing={wing} hiddenCount={hiddenCount} onFold={onFold} /> : null}
    </div>
  );
}

function CardMeta({
  claim,
  ring,
  isWaiting,
  base,
  strength,
}: {
  claim: ClaimView;
  ring: Ring;
  isWaiting: boolean;
  base: number | null;
  strength: number | null;
}) {
  const t = useTranslations('map.card');
  const hides = useHiddenUntilReveal();
  const passages = passageCount(claim);
  const { tally } = claim;
  const total = tally ? tally.agree + tally.disagree + tally.pass : 0;
  return (
    <div className="map-card-meta">
      {claim.layer === 'beyond' && claim.citations[0] ? (
        <span>{claim.citations[0].passageLabel}</span>
      ) : passages > 0 ? (
        <EvidenceLabel evidence={claim.evidence} passageCount={passages} />
      ) : (
        <EvidenceLabel evidence={claim.evidence} />
      )}
      <span className="map-card-votes">
        {isWaiting ? (
          <>
            <CloudOff aria-hidden="true" strokeWidth={1.75} />
            {t('waiting')}
          </>
        ) : tally === null ? (
          <>
            <EyeOff aria-hidden="true" strokeWidth={1.75} />
            {t(UNTOLD[whyUntold(hides, claim.ownVote)] ?? (ring === 'inner' ? 'afterYourVote' : 'afterVote'))}
          </>
        ) : total === 0 ? (
          t('noVotes')
        ) : (
          <VoteBar tally={tally} widthPx={ring === 'inner' ? 36 : 30} hasCount />
        )}
      </span>
      {total > 0 && base !== null && strength !== null ? (
        <StrengthMark base={base} strength={strength} />
      ) : null}
    </div>
  );
}

const UNTOLD = { reveal: 'atReveal', few: 'few', answer: null } as const;

export const FLAG_ICONS = {
  failed: CloudOff,
  archived: Archive,
  declined: Archive,
  suggested: Hourglass,
  evidence: FileDiff,
  reworded: RotateCcw,
} as const satisfies Record<CardFlag, typeof Archive>;

function FlagRow({ flag }: { flag: CardFlag }) {
  const t = useTranslations('map.flag');
  const Icon = FLAG_ICONS[flag];
  return (
    <div className="map-card-flag" data-flag={flag}>
      <Icon aria-hidden="true" strokeWidth={1.75} />
      <span className="map-card-flag-words">{t(flag)}</span>
    </div>
  );
}

interface FoldTabProps {
  wing: 'start' | 'end';
  hiddenCount: number;
  onFold: ((event: MouseEvent) => void) | undefined;
}

function FoldTab({ wing, hiddenCount, onFold }: FoldTabProps) {
  const isFolded = hiddenCount > 0;
  if (!isFolded && !onFold) return null;
  const Icon = (wing === 'start') === isFolded ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      className="map-fold nopan"
      tabIndex={-1}
      aria-hidden="true"
      data-open={isFolded ? undefined : ''}
      onClick={onFold}
    >
      <Icon />
      {isFolded ? hiddenCount : null}
    </button>
  );
}
