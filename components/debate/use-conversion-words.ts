'use client';

import { useTranslations } from 'next-intl';
import type { Refusal } from '@/lib/domain/formats/refusal';
import type { ReportEntry } from '@/lib/domain/formats/report';
import type { ReportLine } from './report-list';
import { reportPlace } from './report-places';

type Entry = Pick<ReportEntry, 'place' | 'reason' | 'values'>;

/** What a conversion says about a file, in the reader's language; files of the command line keep the English sentences. */
export function useConversionWords(): {
  line: (entry: Entry) => ReportLine;
  refusal: (refusal: Pick<Refusal, 'code' | 'values'>) => string;
  /** Empty where the whole map is meant. */
  place: (place: string) => string;
} {
  const t = useTranslations('conversion');
  const place = (text: string): string => {
    const at = reportPlace(text);
    if (at === null || typeof at === 'string') return at ?? '';
    return at.kind === 'line'
      ? t('place.line', { number: at.name })
      : t(`place.${at.kind}`, { name: at.name });
  };
  const fieldOf = (field: string): string =>
    t.has(`field.${field}` as 'field.title') ? t(`field.${field}` as 'field.title') : field;
  return {
    place,
    line: ({ place: at, reason, values }) => ({
      place: place(at),
      reason,
      message: t(
        `reason.${reason}`,
        reason === 'field-not-carried' ? { ...values, field: fieldOf(String(values.field)) } : values,
      ),
    }),
    refusal: ({ code, values }) => t(`refusal.${code}`, values),
  };
}
