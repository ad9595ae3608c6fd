'use client';

import { useTranslations } from 'next-intl';
import type { Refusal } from '@/lib/domain/formats/refusal';
import type { ReportEntry } from '@/lib/domain/formats/report';
import type { ReportLine } from './report-list';

type Entry = Pick<ReportEntry, 'place' | 'reason' | 'values'>;

/** What a conversion says about a file, in the reader's language; files of the command line keep the English sentences. */
export function useConversionWords(): {
  line: (entry: Entry) => ReportLine;
  refusal: (refusal: Pick<Refusal, 'code' | 'values'>) => string;
  place: (place: string) => string;
} {
  const t = useTranslations('conversion');
  const place = (text: string): string => {
    if (text === 'map') return t('place.map');
    const [, kind, name = ''] = /^(line|claim|relation|source|side) (.+)$/s.exec(text) ?? [];
    if (kind === 'line') return t('place.line', { number: name });
    return kind === 'claim' || kind === 'relation' || kind === 'source' || kind === 'side'
      ? t(`place.${kind}`, { name })
      : text;
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
