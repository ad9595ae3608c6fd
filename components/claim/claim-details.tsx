'use client';

import { useTranslations } from 'next-intl';
import { NoteSection } from '@/components/annotation/note-section';
import { EffectLine } from '@/components/effects/effect-line';
import { StrengthSection } from '@/components/strength/strength-section';
import { VoteControl } from '@/components/vote/vote-control';
import { VoteStatus } from '@/components/vote/vote-status';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { AnswersInClass } from './answers-in-class';
import { ClaimActions } from './claim-actions';
import { countsIn } from './counts-in';
import { DetailSection } from './detail-section';
import { PassageList } from './passage-list';
import { RelationList } from './relation-list';
import { ReviewBar } from './review-bar';
import { type ActionControl, useAction } from './use-action';

export interface ClaimDetailsProps extends ActionControl {
  /** As `useDebate` gives it. */
  debate: DebateView;
  /** A claim of that debate. */
  claim: ClaimView;
  /** `panel` and `sheet` are one column; `inline` stands in an outline row and lays its parts side by side. */
  layout: 'panel' | 'inline' | 'sheet';
  /** Asks for another claim or the motion, by code. */
  onSelect: (code: string) => void;
  /** The claim's words as a heading; on by default except in `inline`, whose row says them. */
  hasText?: boolean;
  /** The vote buttons; on by default except in `inline`, whose row has them. */
  hasVote?: boolean;
  /** The line that `action="undercut"` is about; without it the person chooses among the claim's own. */
  lineId?: string | undefined;
}

/** All there is to know about a claim and to do with it. */
export function ClaimDetails({
  debate,
  claim,
  layout,
  onSelect,
  hasText = layout !== 'inline',
  hasVote = layout !== 'inline',
  lineId,
  ...control
}: ClaimDetailsProps) {
  const t = useTranslations('contribute.details');
  const [action, setAction] = useAction(control);
  const isSignedIn = debate.viewer !== null;

  const passage = <PassageList debate={debate} claim={claim} />;
  const vote = (
    <>
      {hasVote ? (
        <VoteControl
          claim={claim}
          size={layout === 'sheet' ? 'sheet' : 'panel'}
          isDisabled={!takesAnswers(debate)}
        />
      ) : null}
      {debate.room.answersIn ? (
        <AnswersInClass room={debate.room.answersIn} />
      ) : (
        <VoteStatus claim={claim} isSignedIn={isSignedIn} />
      )}
      <EffectLine claimId={claim.id} />
    </>
  );
  const relations = (
    <DetailSection title={t('relations')} aside={t('relationsAside')} layout={layout}>
      <RelationList debate={debate} subject={claim} onSelect={onSelect} isCompact={layout === 'panel'} />
    </DetailSection>
  );
  const strength =
    claim.status === 'published' ? (
      <StrengthSection debate={debate} subjectId={claim.id} layout={layout} onSelect={onSelect} />
    ) : null;
  const notes = (
    <NoteSection
      filter={{ claimId: claim.id }}
      count={claim.noteCount}
      debate={debate}
      layout={layout}
      isFormOpen={action === 'note'}
      onFormChange={(isOpen) => setAction(isOpen ? 'note' : null)}
    />
  );
  const actions = (
    <ClaimActions
      debate={debate}
      claim={claim}
      action={action}
      onAction={setAction}
      lineId={lineId}
      onSelect={onSelect}
    />
  );
  const review = claim.status === 'published' ? null : <ReviewBar debate={debate} claim={claim} />;

  if (layout === 'inline') {
    return (
      <div>
        {review}
        <div className="grid gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
          <div>
            <DetailSection title={t('passage')} layout={layout}>
              {passage}
            </DetailSection>
            {vote}
            {notes}
          </div>
          <div>
            {relations}
            {strength}
          </div>
        </div>
        <div className="mt-4">{actions}</div>
      </div>
    );
  }
  return (
    <div className="flex min-h-full flex-col">
      <div className="px-5 py-3">
        {review}
        {hasText ? (
          <h2
            lang={debate.language}
            dir="auto"
            className="mb-3 font-serif text-claim-panel font-regular text-pretty"
          >
            {claim.text}
          </h2>
        ) : null}
        {passage}
      </div>
      {hasVote || claim.status !== 'published' ? (
        <DetailSection
          title={t('isItTrue')}
          aside={
            debate.room.answersIn ? undefined : t(`countsIn.${countsIn(debate)}`, { room: debate.room.name })
          }
          layout={layout}
        >
          {vote}
        </DetailSection>
      ) : null}
      {relations}
      {strength}
      {notes}
      <div className="mt-auto border-t border-hairline px-5 py-3">{actions}</div>
    </div>
  );
}
