'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { TextArea } from '@/components/ui/field';
import { openingProblem } from '@/lib/domain/claim/wording';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';

/** The words of a claim, with a count, and advice while there is still time to take it. */
export function ClaimTextField({
  value,
  onChange,
  error,
  language,
  isReadOnly = false,
  ref,
}: {
  value: string;
  onChange: (text: string) => void;
  error: string | null;
  language: string;
  /** While it is being sent: what is typed then would be lost with the form. */
  isReadOnly?: boolean;
  ref: Ref<HTMLTextAreaElement>;
}) {
  const t = useTranslations('contribute.claimForm');
  const length = graphemeLength(value.trim());
  const opening = openingProblem(value, language);
  return (
    <div className="grid gap-1">
      <TextArea
        ref={ref}
        label={t('text')}
        hint={t('textHint')}
        error={error}
        value={value}
        readOnly={isReadOnly}
        rows={2}
        lang={language}
        dir="auto"
        onChange={(event) => onChange(event.target.value)}
        className="font-serif"
      />
      <div className="flex justify-between gap-4 text-caption text-muted">
        <span aria-live="polite">
          {opening ? t('opening', { word: opening }) : length > LIMITS.claimTextAdvised ? t('long') : null}
        </span>
        <span className="flex-none tabular-nums">
          <span aria-hidden="true">{t('counter', { count: length, most: LIMITS.claimText })}</span>
          <span className="sr-only">{t('counterAloud', { count: length, most: LIMITS.claimText })}</span>
        </span>
      </div>
    </div>
  );
}
