'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { StanceStrip } from '@/components/stance/stance-strip';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { isClosed } from '@/lib/domain/debate/closed';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { needsVote } from './needs-vote';

const MotionDetails = dynamic(
  latePart(() => import('@/components/claim/motion-details').then(({ MotionDetails }) => MotionDetails)),
  { loading: () => null },
);

/** The motion over its outline, where the room stands on it, and the way to one's own stance. */
export function OutlineMotion({
  debate,
  claims,
  isOpen,
  onToggle,
  onSelect,
  printedOn,
}: {
  debate: DebateView;
  /** Those that the outline shows: how many there are and how many one has voted on are told of the same ones. */
  claims: readonly ClaimView[];
  isOpen: boolean;
  onToggle: () => void;
  onSelect: (code: string) => void;
  printedOn: string;
}) {
  const t = useTranslations('outline.motion');
  const { motion, viewer } = debate;
  // A class takes stances in their own steps.
  const takesNone = debate.room.kind !== 'commons' && motion.asks === null;
  const open = claims.filter((claim) => !isClosed(claim));
  const votedCount = open.filter(({ ownVote }) => !needsVote(ownVote)).length;
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
          {t('claims', { count: debate.part?.claimCount ?? open.length })}
          {viewer && <> {t('voted', { count: votedCount })}</>}
        </p>
      </div>
      <div className="outline-motion-stance">
        {motion.stances && <StanceStrip stances={motion.stances} sides={debate.sides} />}
        <Button size="small" aria-expanded={isOpen} onClick={onToggle}>
          {t(takesNone ? 'more' : motion.ownStance ? 'changeStance' : 'takeStance')}
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
