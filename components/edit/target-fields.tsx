'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { ChoiceRow } from '@/components/claim/choice-row';
import type { DebateView, RelationView } from '@/lib/domain/debate/view';
import { ClaimPicker, type PickerFocus } from './claim-picker';
import { LineChoice } from './line-choice';
import { changeTarget, linesToMeet, type TargetDraft, targetOptions } from './target-state';

const KINDS = ['supports', 'attacks', 'undercuts'] as const;

/** Where a line is to lead and how it bears on what it meets. */
export function TargetFields({
  debate,
  fromId,
  moving = null,
  value,
  onChange,
  error,
  lineError,
  focusRef,
}: {
  debate: DebateView;
  fromId: string;
  moving?: RelationView | null;
  value: TargetDraft;
  onChange: (value: TargetDraft) => void;
  error: string | null;
  lineError: string | null;
  focusRef: Ref<PickerFocus>;
}) {
  const t = useTranslations('edit.target');
  const change = (part: Partial<TargetDraft>) => onChange(changeTarget(debate, fromId, value, part, moving));
  const lines =
    value.kind === 'undercuts' && value.claimId !== null ? linesToMeet(debate, value.claimId) : [];
  return (
    <>
      <ChoiceRow
        legend={t('how')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      <ClaimPicker
        label={t(value.kind === 'undercuts' ? 'claimOfLine' : 'claim')}
        options={targetOptions(debate, fromId, value.kind, moving)}
        motionIds={new Set(debate.motions.map(({ id }) => id))}
        value={value.claimId}
        onChange={(claimId) => change({ claimId })}
        error={error}
        language={debate.language}
        focusRef={focusRef}
      />
      {lines.length > 0 ? (
        <LineChoice
          debate={debate}
          legend={t('line')}
          lines={lines}
          value={value.lineId}
          onChange={(lineId) => change({ lineId })}
          error={lineError}
        />
      ) : null}
    </>
  );
}
