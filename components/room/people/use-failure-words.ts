'use client';

import { useTranslations } from 'next-intl';
import type { ApiFailure } from '@/lib/client/api';

/** The sentence for a request that failed. Needs the messages `failure` and `account`. */
export function useFailureWords(): (failure: ApiFailure) => string {
  const words = useTranslations('failure');
  const t = useTranslations('account');
  return (failure) => {
    if (failure.kind === 'network') return t('form.unreachable');
    const sentence = failure.code ? words(failure.code) : failure.message || words('internal');
    return failure.code === 'internal' && failure.requestId ? `${sentence} (${failure.requestId})` : sentence;
  };
}
