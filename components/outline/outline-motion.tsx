'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { StanceStrip } from '@/components/stance/stance-strip';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { isClosed } from '@/lib/domain/debate/closed';
import type { DebateView } from '@/lib/domain/debate/view';
import { needsVote } from './needs-vote';

const MotionDetails = dynamic(
  latePart(() => import('@/components/claim/motion-details').then(({ MotionDetails }) => MotionDetails)),
  { loading: () => null },
);

/** The motion over its outline, where the room stands on it, and the way to one's own stance. */
export function OutlineMotion({
  debate,
  claimCount,
  isOpen,
  onToggle,
  onSelect,
  printedOn,
}: {
  debate: DebateView;
  claimCount: number;
  isOpen: boolean;
  onToggle: () => void;
  onSelect: (code: string) => void;
  printedOn: string;
}) {
  const t = useTranslations('outline.motion');
  const { motion, viewer } = debate;
  const votedCount = debate.claims.filter((claim) => !isClosed(claim) && !needsVote(claim.ownVote)).length;
  return (
    <header className="outline-motion">
      <p className="outline-print-head">
        <span>{t('printedFrom', { room: debate.room.name, date: printedOn })}</span>
        <strong lang={debate.language} dir="auto">
          {debate.title}
        </strong>
      </p>
      <div className="outline-motion-words">
        <p className="outline-motion-label">{t('label')}</p>
        <h1 lang={debate.language} dir="auto">
          {motion.text}
        </h1>
        <p className="outline-motion-counts">
          {t('claims', { count: claimCount })}
          {viewer && <> {t('voted', { count: votedCount })}</>}
        </p>
      </div>
      <div className="outline-motion-stance">
        {motion.stances && <StanceStrip stances={motion.stances} sides={debate.sides} />}
        <Button size="small" aria-expanded={isOpen} onClick={onToggle}>
          {t(motion.ownStance ? 'changeStance' : 'takeStance')}
        </Button>
      </div>
      {isOpen && (
        <div className="outline-motion-details">
          <h2 className="sr-only">{t('label')}</h2>
          <MotionDetails debate={debate} layout="inline" onSelect={onSelect} />
        </div>
      )}
    </header>
  );
}
