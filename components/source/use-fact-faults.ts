import { useTranslations } from 'next-intl';
import { LIMITS } from '@/lib/domain/text/limits';
import type { FactFault } from './source-facts';

/** What to say of a fact about a source that cannot be saved. */
export function useFactFaults(): (fault: FactFault) => string {
  const t = useTranslations('sources.trouble');
  return (fault) => {
    if (fault === 'title') return t('text', { most: LIMITS.sourceTitle });
    if (fault === 'attribution') return t('optionalText', { most: LIMITS.sourceAttribution });
    return t('url', { most: LIMITS.sourceUrl });
  };
}
