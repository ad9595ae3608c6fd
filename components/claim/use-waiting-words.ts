import { useTranslations } from 'next-intl';
import type { SendOutcome } from '@/lib/client/contribution-types';

/** What to say of something that is not sent yet: that this device has it, which is said only when it does. */
export function useWaitingWords(): (outcome: SendOutcome<unknown>, kept: string) => string {
  const t = useTranslations('contribute.offline');
  return (outcome, kept) => (outcome.status === 'waiting' && !outcome.isKept ? t('unkeptSaid') : kept);
}
