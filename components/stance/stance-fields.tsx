'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChoiceRow } from '@/components/claim/choice-row';
import { DraftLine } from '@/components/draft/draft-line';
import { TextArea } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { Confidence, SideView } from '@/lib/domain/debate/view';
import { StanceSlider, type StanceSliderProps } from './stance-slider';
import { STANCE_STEP } from './stance-words';
import type { StanceAtWork } from './use-stance-draft';

const CONFIDENCES = ['1', '2', '3', '4'] as const;

/** A button in the row below the slider. */
export const stancePill = (size: 'small' | 'large'): string =>
  `rounded-pill border border-control bg-raised transition-colors hover:bg-wash aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:font-strong aria-pressed:text-on-ink ${
    size === 'large' ? 'min-h-11 px-4 text-ui' : 'min-h-9 px-3.5 text-caption pointer-coarse:min-h-11'
  }`;

/** What every form for a stance asks: where on the line, or not sure; how sure; and why. */
export function StanceFields({
  work: { draft, shown, isSending, change, place },
  sides,
  size,
  isFixed = false,
  first,
  head = null,
  beside = null,
  below = null,
  between = null,
}: {
  work: StanceAtWork;
  sides: readonly SideView[];
  size: 'small' | 'large';
  /** No stance is taken now. */
  isFixed?: boolean;
  first?: StanceSliderProps['first'];
  /** Above the slider; beside "not sure"; below both; before the reason. */
  head?: ReactNode;
  beside?: ReactNode;
  below?: ReactNode;
  between?: ReactNode;
}) {
  const t = useTranslations('contribute.stance');
  const isDisabled = isFixed || isSending;
  const arrow = `border border-control bg-raised text-ink ${size === 'large' ? 'size-11' : ''}`;
  return (
    <>
      <div className="grid gap-2.5">
        {head}
        <StanceSlider
          value={shown.isUnsure ? null : shown.value}
          isUnsure={shown.isUnsure}
          sides={sides}
          isDisabled={isDisabled}
          onPlace={place}
          first={first}
        />
        <div className="flex items-center gap-2">
          <button
            type="button"
            aria-pressed={shown.isUnsure}
            disabled={isDisabled}
            onClick={() => change({ isUnsure: !shown.isUnsure, value: null })}
            className={stancePill(size)}
          >
            {t('unsure')}
          </button>
          {beside}
          <span className="flex-1" />
          <IconButton
            label={t('towardsFor')}
            disabled={isDisabled || shown.value === 100}
            onClick={() => place((shown.value ?? 0) + STANCE_STEP)}
            className={arrow}
          >
            <ChevronLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          </IconButton>
          <IconButton
            label={t('towardsAgainst')}
            disabled={isDisabled || shown.value === -100}
            onClick={() => place((shown.value ?? 0) - STANCE_STEP)}
            className={arrow}
          >
            <ChevronRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          </IconButton>
        </div>
        {below}
      </div>
      <ChoiceRow
        legend={t('howSure')}
        options={CONFIDENCES.map((value) => ({ value, label: t(`confidence.${value}`) }))}
        value={shown.confidence === null ? null : (String(shown.confidence) as (typeof CONFIDENCES)[number])}
        onChange={(value) => change({ confidence: Number(value) as Confidence })}
        isDisabled={isDisabled}
      />
      {between}
      <TextArea
        label={t('why')}
        note={t('optional')}
        value={shown.reason}
        rows={2}
        disabled={isFixed}
        readOnly={isSending}
        onChange={(event) => change({ reason: event.target.value })}
        className="font-serif"
      />
      <DraftLine draft={draft} />
    </>
  );
}
