'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ReviewMark } from '@/lib/domain/debate/view';

export const REVIEW_MARKS = [
  'unsupported',
  'unclear',
  'duplicate',
  'off_topic',
  'several_claims',
  'not_a_claim',
  'needs_source',
  'one_sided',
] as const satisfies readonly ReviewMark[];

/** Whether a note on a claim asks for something to be done about it. */
export function MarkChoice({
  value,
  onChange,
}: {
  value: ReviewMark | null;
  onChange: (value: ReviewMark | null) => void;
}) {
  const t = useTranslations('contribute.mark');
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-caption font-strong">
        {t('ask')}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(REVIEW_MARKS.find((mark) => mark === target.value) ?? null)}
        className="h-9 rounded border border-control bg-raised px-2 text-caption pointer-coarse:h-11"
      >
        <option value="">{t('nothing')}</option>
        {REVIEW_MARKS.map((mark) => (
          <option key={mark} value={mark}>
            {t(`names.${mark}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
