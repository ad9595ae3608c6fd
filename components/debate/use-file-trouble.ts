'use client';

import { useTranslations } from 'next-intl';
import type { FileTrouble } from '@/lib/client/import-file';
import { useConversionWords } from './use-conversion-words';

/** Words for what is wrong with a file or with its sending. */
export function useFileTrouble(): (trouble: FileTrouble) => string {
  const t = useTranslations('debate.import.trouble');
  const words = useTranslations('failure');
  const inForm = useTranslations('account.form');
  const conversion = useConversionWords();
  return (trouble) => {
    switch (trouble.kind) {
      case 'refused': {
        const { line, pointer } = trouble.refusal;
        const message = conversion.refusal(trouble.refusal);
        if (line !== undefined) return t('atLine', { line, reason: message });
        return pointer === undefined
          ? t('refused', { reason: message })
          : t('atPlace', { place: pointer, reason: message });
      }
      case 'not-text':
        return t('notText', { name: trouble.fileName });
      case 'too-large':
        return t('tooLarge', { name: trouble.fileName });
      case 'failed':
        return trouble.error.kind === 'network' || trouble.error.code === null
          ? inForm('unreachable')
          : words(trouble.error.code);
    }
  };
}
