'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { DetailSection } from '@/components/claim/detail-section';
import { latePart } from '@/components/ui/late-part';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import type { DebateView } from '@/lib/domain/debate/view';
import { percentOf, strengthBand } from './strength-band';
import { StrengthTrack } from './strength-track';
import { useWhatIf } from './use-what-if';

// What explains is more code than what draws, and is read after it.
const StrengthWhy = dynamic(
  latePart(() => import('./strength-why').then((module) => module.StrengthWhy)),
  { ssr: false },
);

const MotionStrength = dynamic(
  latePart(() => import('./motion-strength').then((module) => module.MotionStrength)),
  { ssr: false },
);

const OwnVotes = dynamic(
  latePart(() => import('./own-votes').then((module) => module.OwnVotes)),
  { ssr: false },
);

const WhatIfControls = dynamic(
  latePart(() => import('./what-if-controls').then((module) => module.WhatIfControls)),
  { ssr: false },
);

/** Fewer votes than this and the section says how little they are. */
const FEW_VOTES = 5;

/**
 * How strong a claim, or the motion, is; by votes alone, by what the arguments make of them, and why. In a class not before its
 * reveal, as its counts: what the arguments alone make of the motion would stand beside the question where one stands.
 */
export function StrengthSection({
  debate,
  subjectId,
  layout,
  onSelect,
}: {
  debate: DebateView;
  /** Id of a claim or of the motion. */
  subjectId: string;
  layout: 'panel' | 'inline' | 'sheet';
  /** Asks for another claim or the motion, by code. */
  onSelect: (code: string) => void;
}) {
  const t = useTranslations('strength');
  const { byId, hiddenCount, off, isWaiting } = useWhatIf(debate).strengths;
  const isMotion = subjectId === debate.motion.id;
  const hides = useHiddenUntilReveal();
  const found = byId.get(subjectId);
  const claim = debate.claims.find(({ id }) => id === subjectId);
  if (hides.counts) {
    return (
      <DetailSection title={t('title')} layout={layout}>
        <p className="text-caption text-muted">{t('untilReveal')}</p>
        {isMotion && debate.motion.showsCheck ? <OwnVotes debate={debate} onSelect={onSelect} /> : null}
      </DetailSection>
    );
  }
  if (!found) {
    return (
      <DetailSection title={t('title')} layout={layout}>
        <p className="text-caption text-muted">
          {t(isWaiting ? 'waiting' : off.has(subjectId) ? 'left' : 'hidden')}
        </p>
        {off.has(subjectId) && claim ? <WhatIfControls debate={debate} claim={claim} /> : null}
      </DetailSection>
    );
  }
  const { base, strength, votes } = found;
  const words = {
    strength: percentOf(strength),
    base: percentOf(base),
    word: strengthBand(strength),
    baseWord: strengthBand(base),
  };
  return (
    <DetailSection
      title={t('title')}
      aside={isMotion ? t('motionAside') : t('aside', { count: votes })}
      layout={layout}
    >
      <StrengthTrack base={base} strength={strength} />
      <p className="mt-1.5 text-caption">{t(isMotion ? 'motionReading' : 'reading', words)}</p>
      {!isMotion && votes < FEW_VOTES ? (
        <p className="text-caption text-muted">{t('fewVotes', { count: votes })}</p>
      ) : null}
      <StrengthWhy debate={debate} subjectId={subjectId} onSelect={onSelect} />
      {isMotion ? <MotionStrength debate={debate} onSelect={onSelect} /> : null}
      {hiddenCount > 0 ? (
        <p className="text-caption text-muted">{t('partly', { count: hiddenCount })}</p>
      ) : null}
    </DetailSection>
  );
}
