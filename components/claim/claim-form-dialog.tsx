'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWhyNot } from '@/components/room/why-not';
import { Dialog } from '@/components/ui/dialog';
import type { QuestionKey } from '@/lib/domain/argument/schemes';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { ClaimForm } from './claim-form';
import type { ChosenCitation, ClaimDraft } from './claim-form-state';

export interface ClaimFormDialogProps {
  debate: DebateView;
  /** The claim that is answered; null for the motion; `choose` lets the person choose, e.g. when starting from the text. */
  target: ClaimView | null | 'choose';
  intent: 'support' | 'object' | 'undercut';
  /** The line to undercut, when it is known already. */
  lineId?: string | undefined;
  /** The question, to the kind of reason, that an undercut begins with. */
  questionKey?: QuestionKey | undefined;
  /** The passage that the claim is made from. */
  citation?: ChosenCitation | undefined;
  /** A claim of one's own that was turned down, to write it anew. */
  again?: { claim: ClaimView; draft: ClaimDraft } | undefined;
  onClose: () => void;
  onAdded?: ((claim: ClaimView) => void) | undefined;
}

/**
 * The form for a new claim, over the page. Closing it keeps what was typed. While the room takes no claims it says so instead; one
 * that is being written when its step ends stays, with a word of it.
 */
export function ClaimFormDialog({ onClose, intent, target, ...rest }: ClaimFormDialogProps) {
  const t = useTranslations('contribute.claimForm');
  const notTaken = useTranslations('contribute.notTaken');
  const whyNot = useWhyNot('claim');
  const [wasTaken] = useState(whyNot === null);
  const title = rest.again
    ? t('titleAgain', { code: rest.again.claim.code })
    : target === 'choose'
      ? t('titleChoose')
      : t(`title.${intent}`, { code: target?.code ?? t('motion') });
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={t('close')} size="large">
      {whyNot === null ? null : (
        <p role="status" className={wasTaken ? 'mb-4 text-ui text-pretty' : 'text-ui text-pretty'}>
          {wasTaken ? `${notTaken('ended')} ${whyNot}` : whyNot}
        </p>
      )}
      {whyNot === null || wasTaken ? (
        <ClaimForm intent={intent} target={target} onClose={onClose} {...rest} />
      ) : null}
    </Dialog>
  );
}
