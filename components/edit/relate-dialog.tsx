'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import type { PickerFocus } from './claim-picker';
import { ClaimWords } from './claim-words';
import { EditForm, useSending } from './edit-form';
import { TargetFields } from './target-fields';
import { changeTarget, type TargetDraft, targetBody } from './target-state';
import { useLineWords } from './use-line-words';

const NOTHING: TargetDraft = { kind: 'supports', claimId: null, lineId: null };

/** Gives a claim one more place: as a reason for or against another claim, or against a line. */
export function RelateDialog({
  debate,
  claim,
  toId = null,
  onClose,
}: {
  debate: DebateView;
  claim: ClaimView;
  /** The claim or motion that it was dragged to. */
  toId?: string | null;
  onClose: () => void;
}) {
  const t = useTranslations('edit.relate');
  const picker = useTranslations('edit.picker');
  const target = useTranslations('edit.target');
  const { announce } = useContributionActions();
  const { addRelation } = useMapEdits();
  const words = useLineWords(debate);
  const [draft, setDraft] = useState(() => changeTarget(debate, claim.id, NOTHING, { claimId: toId }));
  const [isTried, setIsTried] = useState(false);
  const { send, ...sending } = useSending();
  const focus = useRef<PickerFocus>(null);
  useEffect(() => focus.current?.focus(), []);
  const isMaintainer = debate.viewer?.isMaintainer ?? false;

  const handleSend = async () => {
    const to = targetBody(draft);
    setIsTried(true);
    if (to === null) return focus.current?.focus();
    const sent = await send(() => addRelation({ ...to, fromClaimId: claim.id }));
    if (sent.type !== 'sent') return;
    const { relation } = sent.value;
    announce(t(relation.status === 'published' ? 'done' : 'suggested', { line: words(relation) }));
    onClose();
  };

  return (
    <EditForm
      {...sending}
      title={t('title', { code: claim.code })}
      send={t(isMaintainer ? 'send' : 'suggest')}
      onSend={() => void handleSend()}
      onClose={onClose}
    >
      <ClaimWords claim={claim} language={debate.language} />
      <TargetFields
        debate={debate}
        fromId={claim.id}
        value={draft}
        onChange={setDraft}
        error={isTried && draft.claimId === null ? picker('missing') : null}
        lineError={isTried && draft.lineId === null ? target('lineMissing') : null}
        focusRef={focus}
      />
      <p className="text-caption text-muted text-pretty">
        {t('meaning')}
        {isMaintainer ? null : ` ${t('review')}`}
      </p>
    </EditForm>
  );
}
