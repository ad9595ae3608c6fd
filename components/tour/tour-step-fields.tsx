'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, Ref } from 'react';
import { ClaimPicker, type PickerFocus } from '@/components/edit/claim-picker';
import { TextArea } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { TourPlace } from '@/lib/domain/tour/view';
import type { StepDraft } from './tour-steps';

interface TourStepFieldsProps {
  step: StepDraft;
  index: number;
  count: number;
  places: readonly TourPlace[];
  motionIds: ReadonlySet<string>;
  language: string;
  fault: { claim?: string; words?: string } | null;
  focusRef: Ref<PickerFocus>;
  onChange: (change: Partial<StepDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One step of a tour that is being written: where it stands, what it says, its place in the order. */
export function TourStepFields(props: TourStepFieldsProps) {
  const { step, index, count, fault } = props;
  const t = useTranslations('tour.form');
  const number = index + 1;
  const handleKey = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp' | 'ArrowDown'];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(by);
  };
  return (
    <li
      data-step={step.key}
      className="grid gap-3 rounded border border-hairline bg-raised px-4 py-3"
      onKeyDownCapture={handleKey}
    >
      <div className="flex items-center gap-1">
        <h2 className="flex-1 font-strong">{t('step', { number })}</h2>
        <IconButton
          data-move="up"
          label={t('up', { number })}
          aria-disabled={index === 0 || undefined}
          className="aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
          onClick={() => props.onMove(-1)}
        >
          <ArrowUp aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
        <IconButton
          data-move="down"
          label={t('down', { number })}
          aria-disabled={index === count - 1 || undefined}
          className="aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
          onClick={() => props.onMove(1)}
        >
          <ArrowDown aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
        <IconButton label={t('remove', { number })} onClick={props.onRemove}>
          <Trash2 aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <ClaimPicker
        label={t('claim')}
        options={props.places}
        motionIds={props.motionIds}
        value={step.claimId}
        onChange={(claimId) => props.onChange({ claimId })}
        error={fault?.claim ?? null}
        language={props.language}
        focusRef={props.focusRef}
      />
      <TextArea
        label={t('words')}
        hint={index === 0 ? t('wordsHint') : undefined}
        rows={2}
        value={step.words}
        lang={props.language}
        dir="auto"
        className="font-serif"
        error={fault?.words}
        onChange={({ target }) => props.onChange({ words: target.value })}
      />
    </li>
  );
}
