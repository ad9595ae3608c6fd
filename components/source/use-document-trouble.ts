'use client';

import { useTranslations } from 'next-intl';
import type { ApiFailure } from '@/lib/client/api';
import type { DocumentTrouble } from '@/lib/client/sources';
import { DOCUMENT_LIMITS } from '@/lib/domain/source/document/document';

/** Words for what is wrong with a document, or with saving its text. */
export function useDocumentTrouble(): {
  ofDocument: (trouble: DocumentTrouble, name: string) => string;
  ofSaving: (error: ApiFailure) => string;
} {
  const t = useTranslations('sources');
  const words = useTranslations('failure');
  const inForm = useTranslations('account.form');
  const ofFailure = (error: ApiFailure): string =>
    error.kind === 'network' || error.code === null ? inForm('unreachable') : words(error.code);
  return {
    ofDocument: (trouble, name) => {
      switch (trouble.kind) {
        case 'refused':
          return t('trouble.refused', {
            name,
            reason: t(`refusal.${trouble.refusal.code}`, trouble.refusal.values),
          });
        case 'too-large':
          return t('trouble.tooLarge', { name, limit: DOCUMENT_LIMITS.bytes });
        case 'unreadable':
          return t('trouble.unreadable', { name });
        case 'failed':
          return ofFailure(trouble.error);
      }
    },
    ofSaving: (error) => {
      if (error.kind === 'http' && error.code === 'out-of-date') return t('trouble.outOfDate');
      if (error.kind === 'http' && error.code === 'invalid-input' && error.field === 'text')
        return t('trouble.textWrong');
      return ofFailure(error);
    },
  };
}
