'use client';

import { useTranslations } from 'next-intl';
import { StanceStrip } from '@/components/stance/stance-strip';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import type { DebateView } from '@/lib/domain/debate/view';
import type { CardTone } from './claim-card';

interface MotionCardProps {
  debate: DebateView;
  isSelected?: boolean;
  tone?: CardTone;
}

/** Why there is no picture of the stances: too few so far, or hidden until the reader has one (null). */
export function StancesNotice({ count }: { count: number | null }) {
  const t = useTranslations('map.motion');
  const hides = useHiddenUntilReveal();
  return count === null ? t(hides.stances ? 'untilReveal' : 'hidden') : t('few', { count });
}

/** The motion in the middle of the map, with how the room stands on it. */
export function MotionCard({ debate, isSelected = false, tone = 'normal' }: MotionCardProps) {
  const t = useTranslations('map.motion');
  const { motion } = debate;
  return (
    <div className="map-motion" data-selected={isSelected ? '' : undefined} data-tone={tone}>
      <p className="map-motion-label">{t('label')}</p>
      <p className="map-motion-text" lang={debate.language} dir="auto">
        <span className="map-card-words">{motion.text}</span>
        <span className="map-card-title">{motion.shortTitle ?? motion.text}</span>
      </p>
      <div className="map-motion-stances">
        {motion.stances?.bands ? (
          <StanceStrip stances={motion.stances} sides={debate.sides} />
        ) : (
          <StancesNotice count={motion.stances?.count ?? null} />
        )}
      </div>
    </div>
  );
}
