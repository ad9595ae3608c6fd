'use client';

import { ChevronUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AnswersInClass } from '@/components/claim/answers-in-class';
import { latePart } from '@/components/ui/late-part';
import { Sheet } from '@/components/ui/sheet';
import { VoteControl } from '@/components/vote/vote-control';
import { VoteStatus } from '@/components/vote/vote-status';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { ClaimView } from '@/lib/domain/debate/view';
import { subjectByCode } from '../map-claims';
import type { MapModel } from '../use-map-model';

// With a boundary of their own: without one, the whole page would wait for them.
const nothing = () => null;
const ClaimDetails = dynamic(
  latePart(() => import('@/components/claim/claim-details').then((module) => module.ClaimDetails)),
  { loading: nothing },
);

const MotionDetails = dynamic(
  latePart(() => import('@/components/claim/motion-details').then((module) => module.MotionDetails)),
  { loading: nothing },
);

interface PhoneSheetProps {
  model: MapModel;
  claim: ClaimView | null;
  onSelect: (claimId: string) => void;
}

/** At the foot of the screen: the vote within reach of the thumb, everything else one press further. */
export function PhoneSheet({ model, claim, onSelect }: PhoneSheetProps) {
  const { t, debate } = model;
  const [isOpen, setOpen] = useState(false);
  const title = claim ? t('phone.isTrue', { code: claim.code }) : t('panel.motionLabel');
  const select = (code: string) => {
    const subject = subjectByCode(debate, code);
    setOpen(false);
    if (subject) onSelect(subject.id);
  };
  return (
    <section className="phone-sheet" aria-label={title}>
      {claim ? (
        <>
          <p className="mb-2 font-strong">{title}</p>
          <VoteControl claim={claim} size="sheet" isDisabled={!takesAnswers(debate)} />
          {debate.room.answersIn ? (
            <AnswersInClass room={debate.room.answersIn} />
          ) : (
            <VoteStatus claim={claim} isSignedIn={debate.viewer !== null} />
          )}
        </>
      ) : null}
      <button type="button" className="phone-sheet-more" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        <ChevronUp aria-hidden="true" size={14} />
        {claim ? t('phone.more') : t('phone.moreMotion')}
      </button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={title} closeLabel={t('phone.less')}>
        <div className="-mx-4 -my-4">
          {claim ? (
            <ClaimDetails debate={debate} claim={claim} layout="sheet" onSelect={select} />
          ) : (
            <MotionDetails debate={debate} layout="sheet" onSelect={select} />
          )}
        </div>
      </Sheet>
    </section>
  );
}
