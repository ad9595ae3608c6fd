'use client';

import { useTranslations } from 'next-intl';
import type { QuestionKey, SchemeKey } from '@/lib/domain/argument/schemes';

/** Names of kinds of reason, and the words of their questions. */
export function useSchemeWords(): {
  name: (scheme: SchemeKey) => string;
  about: (scheme: SchemeKey) => string;
  question: (question: QuestionKey) => string;
} {
  const t = useTranslations('scheme');
  return {
    name: (scheme) => t(`schemes.${scheme}.name`),
    about: (scheme) => t(`schemes.${scheme}.description`),
    question: (key) => {
      const [scheme, question] = key.split('.') as [SchemeKey, string];
      return t(`schemes.${scheme}.questions.${question}` as Parameters<typeof t>[0]);
    },
  };
}
