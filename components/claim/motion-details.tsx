'use client';

import { MessageSquarePlus, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { NoteSection } from '@/components/annotation/note-section';
import { StanceControl } from '@/components/stance/stance-control';
import { StanceStrip } from '@/components/stance/stance-strip';
import { StrengthSection } from '@/components/strength/strength-section';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import type { DebateView } from '@/lib/domain/debate/view';
import { countsIn } from './counts-in';
import { DetailSection } from './detail-section';
import { RelationList } from './relation-list';
import { type ActionControl, useAction } from './use-action';

const ClaimFormDialog = dynamic(
  latePart(() => import('./claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);

export interface MotionDetailsProps extends ActionControl {
  /** As `useDebate` gives it. */
  debate: DebateView;
  layout: 'panel' | 'inline' | 'sheet';
  onSelect: (code: string) => void;
  /** The motion's words as a heading; on by default except in `inline`. */
  hasText?: boolean;
}

/** The motion: where the reader stands, where the room stands, the reasons, the notes. */
export function MotionDetails({
  debate,
  layout,
  onSelect,
  hasText = layout !== 'inline',
  ...control
}: MotionDetailsProps) {
  const t = useTranslations('contribute.details');
  const [action, setAction] = useAction(control);
  const { motion } = debate;
  const nameOf = (speaks: 'for' | 'against') =>
    debate.sides.find((side) => side.speaks === speaks)?.name ?? '';
  return (
    <div className={layout === 'inline' ? '' : 'flex min-h-full flex-col'}>
      {hasText ? (
        <div className="px-5 py-3">
          <h2
            lang={debate.language}
            dir="auto"
            className="font-serif text-claim-panel font-strong text-pretty"
          >
            {motion.text}
          </h2>
        </div>
      ) : null}
      <DetailSection
        title={t('yourStance')}
        aside={t(`countsIn.${countsIn(debate)}`, { room: debate.room.name })}
        layout={layout}
      >
        <StanceControl debate={debate} />
      </DetailSection>
      <DetailSection title={t('roomStance')} layout={layout}>
        {motion.stances ? (
          <StanceStrip stances={motion.stances} sides={debate.sides} />
        ) : (
          <p className="text-caption text-muted">{t('stancesHidden')}</p>
        )}
      </DetailSection>
      <DetailSection title={t('reasons')} aside={t('relationsAside')} layout={layout}>
        <RelationList debate={debate} subject={motion} onSelect={onSelect} isCompact={layout === 'panel'} />
      </DetailSection>
      <StrengthSection debate={debate} subjectId={motion.id} layout={layout} onSelect={onSelect} />
      <NoteSection
        filter={{ claimId: motion.id }}
        count={motion.noteCount}
        debate={debate}
        layout={layout}
        isFormOpen={action === 'note'}
        onFormChange={(isOpen) => setAction(isOpen ? 'note' : null)}
      />
      {debate.isOpen ? (
        <div className={layout === 'inline' ? 'mt-4' : 'mt-auto border-t border-hairline px-5 py-3'}>
          <fieldset aria-label={t('motionActions')} className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => setAction('support')}>
              <Plus aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
              {t('addFor', { side: nameOf('for') })}
            </Button>
            <Button size="small" onClick={() => setAction('object')}>
              <Plus aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
              {t('addAgainst', { side: nameOf('against') })}
            </Button>
            <Button size="small" onClick={() => setAction('note')}>
              <MessageSquarePlus aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
              {t('note')}
            </Button>
          </fieldset>
        </div>
      ) : null}
      {action === 'support' || action === 'object' ? (
        <ClaimFormDialog debate={debate} target={null} intent={action} onClose={() => setAction(null)} />
      ) : null}
    </div>
  );
}
