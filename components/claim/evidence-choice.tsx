'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { EvidenceStatus } from '@/lib/domain/debate/view';

const STATUSES = [
  'quoted',
  'reported',
  'asserted',
  'inferred',
  'beyond',
] as const satisfies readonly EvidenceStatus[];

/** How does the text carry the claim? Each answer with what it means. */
export function EvidenceChoice({
  value,
  onChange,
}: {
  value: EvidenceStatus;
  onChange: (value: EvidenceStatus) => void;
}) {
  const t = useTranslations('contribute.evidence');
  const name = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 font-strong">{t('question')}</legend>
      {STATUSES.map((status) => (
        <label key={status} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
          <input
            type="radio"
            name={name}
            checked={value === status}
            onChange={() => onChange(status)}
            className="size-4 flex-none accent-ink"
          />
          <span>
            {t(`${status}.word`)} <span className="text-caption text-muted">{t(`${status}.meaning`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
