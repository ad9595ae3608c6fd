'use client';

import { MessageSquarePlus, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { NoteSection } from '@/components/annotation/note-section';
import { useWhyNot } from '@/components/room/why-not';
import { StanceControl } from '@/components/stance/stance-control';
import { StanceLine } from '@/components/stance/stance-line';
import { StanceStrip } from '@/components/stance/stance-strip';
import { StrengthSection } from '@/components/strength/strength-section';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import type { DebateView } from '@/lib/domain/debate/view';
import { AnswersInClass } from './answers-in-class';
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
  const hides = useHiddenUntilReveal();
  const noClaim = useWhyNot('claim');
  const noStance = useWhyNot('stance');
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
        aside={
          debate.room.answersIn ? undefined : t(`countsIn.${countsIn(debate)}`, { room: debate.room.name })
        }
        layout={layout}
      >
        {debate.room.answersIn ? (
          <AnswersInClass room={debate.room.answersIn} />
        ) : noStance === null || motion.asks !== null ? (
          <StanceControl debate={debate} />
        ) : (
          <>
            <StanceLine own={motion.ownStance} />
            <p className="text-caption text-muted text-pretty">{noStance}</p>
          </>
        )}
      </DetailSection>
      <DetailSection title={t('roomStance')} layout={layout}>
        {motion.stances ? (
          <StanceStrip stances={motion.stances} sides={debate.sides} />
        ) : (
          <p className="text-caption text-muted">
            {t(hides.stances ? 'stancesUntilReveal' : 'stancesHidden')}
          </p>
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
          {noClaim === null ? null : <p className="mb-2 text-caption text-muted text-pretty">{noClaim}</p>}
          <fieldset aria-label={t('motionActions')} className="flex flex-wrap gap-2">
            {noClaim === null
              ? (['support', 'object'] as const).map((intent) => (
                  <Button key={intent} size="small" onClick={() => setAction(intent)}>
                    <Plus aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
                    {intent === 'support'
                      ? t('addFor', { side: nameOf('for') })
                      : t('addAgainst', { side: nameOf('against') })}
                  </Button>
                ))
              : null}
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
