'use client';

import { Archive, History, MessageSquarePlus, Pencil, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useWhyNot } from '@/components/room/why-not';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { linesFrom } from './claim-relations';
import { ShowOnProjector } from './show-on-projector';
import { type ClaimAction, isReshape } from './use-action';

const ClaimFormDialog = dynamic(
  latePart(() => import('./claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);
const EditClaimDialog = dynamic(
  latePart(() => import('./edit-claim-dialog').then((module) => module.EditClaimDialog)),
  { ssr: false },
);
const HistoryDialog = dynamic(
  latePart(() => import('./history-dialog').then((module) => module.HistoryDialog)),
  { ssr: false },
);
const ReviewDialog = dynamic(
  latePart(() => import('./review-dialog').then((module) => module.ReviewDialog)),
  { ssr: false },
);

const ReshapeMenu = dynamic(
  latePart(() => import('@/components/edit/reshape-menu').then((module) => module.ReshapeMenu)),
  { ssr: false },
);
const ReshapeDialog = dynamic(
  latePart(() => import('@/components/edit/reshape-dialog').then((module) => module.ReshapeDialog)),
  { ssr: false },
);

export interface ClaimActionsProps {
  debate: DebateView;
  claim: ClaimView;
  action: ClaimAction | null;
  onAction: (action: ClaimAction | null) => void;
  /** The line to undercut, when the reader stands on one: of this claim or towards it. */
  lineId?: string | undefined;
  /** Goes to another claim, e.g. the one that this one was merged into. */
  onSelect: (code: string) => void;
}

/** What can be done with a claim, as buttons, and the dialogs that they open. */
export function ClaimActions({ debate, claim, action, onAction, lineId, onSelect }: ClaimActionsProps) {
  const t = useTranslations('contribute.details');
  const close = () => onAction(null);
  // An undercut answers the claim that its line leaves.
  const line = action === 'undercut' ? debate.relations.find(({ id }) => id === lineId) : undefined;
  const target = debate.claims.find(({ id }) => id === line?.fromClaimId) ?? claim;
  const isPublished = claim.status === 'published';
  const whyNot = useWhyNot('claim');
  const takesClaims = debate.isOpen && isPublished && whyNot === null;
  const { room, viewer } = debate;
  const runsClass = room.kind === 'class' && viewer?.isMaintainer === true;
  const hasLine = linesFrom(debate, claim.id).some(({ status }) => status === 'published');
  return (
    <>
      {whyNot !== null && debate.isOpen && isPublished ? (
        <p className="mb-2 text-caption text-muted text-pretty">{whyNot}</p>
      ) : null}
      <fieldset aria-label={t('actions', { code: claim.code })} className="flex flex-wrap gap-2">
        {takesClaims ? (
          <>
            <Action icon={Plus} label={t('support')} onPress={() => onAction('support')} />
            <Action icon={Plus} label={t('object')} onPress={() => onAction('object')} />
            {hasLine ? (
              <Action icon={Plus} label={t('undercut')} onPress={() => onAction('undercut')} />
            ) : null}
          </>
        ) : null}
        {debate.isOpen ? (
          <Action icon={MessageSquarePlus} label={t('note')} onPress={() => onAction('note')} />
        ) : null}
        {claim.canEdit && claim.status !== 'archived' && claim.status !== 'declined' ? (
          <Action icon={Pencil} label={t('edit')} onPress={() => onAction('edit')} isQuiet />
        ) : null}
        <Action icon={History} label={t('history')} onPress={() => onAction('history')} isQuiet />
        {claim.canReview && isPublished ? (
          <Action icon={Archive} label={t('archive')} onPress={() => onAction('archive')} isQuiet />
        ) : null}
        {runsClass && isPublished ? <ShowOnProjector roomId={room.id} claimId={claim.id} /> : null}
        {debate.isOpen && viewer !== null ? (
          <ReshapeMenu debate={debate} claim={claim} onAction={onAction} />
        ) : null}
      </fieldset>
      {isReshape(action) ? (
        <ReshapeDialog debate={debate} claim={claim} action={action} onClose={close} onSelect={onSelect} />
      ) : null}
      {action === 'support' || action === 'object' || action === 'undercut' ? (
        <ClaimFormDialog debate={debate} target={target} intent={action} lineId={line?.id} onClose={close} />
      ) : null}
      {action === 'edit' ? <EditClaimDialog debate={debate} claim={claim} onClose={close} /> : null}
      {action === 'history' ? <HistoryDialog debate={debate} claim={claim} onClose={close} /> : null}
      {action === 'archive' ? (
        <ReviewDialog debate={debate} claim={claim} decision="archive" onClose={close} />
      ) : null}
    </>
  );
}

function Action({
  icon: Icon,
  label,
  onPress,
  isQuiet = false,
}: {
  icon: typeof Plus;
  label: string;
  onPress: () => void;
  isQuiet?: boolean;
}) {
  return (
    <Button size="small" variant={isQuiet ? 'quiet' : 'plain'} onClick={onPress}>
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
      {label}
    </Button>
  );
}
