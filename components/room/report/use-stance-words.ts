import { useTranslations } from 'next-intl';
import type { StanceReply } from '@/lib/domain/stance/shift';

/** A stance never shows a sign: "40 for", "20 against", "in between". */
export function useStanceWords() {
  const t = useTranslations('report');
  const stance = (reply: StanceReply, decimals: 0 | 1 = 0): string => {
    if (reply === null) return t('stance.none');
    if (reply === 'unsure') return t('stance.unsure');
    if (reply === 0) return t('stance.between');
    return t(reply > 0 ? 'stance.for' : 'stance.against', {
      value: Math.abs(reply),
      decimals: String(decimals),
    });
  };
  /** How far, without a direction. */
  const points = (value: number, decimals: 0 | 1 = 0): string =>
    t('points', { value: Math.abs(value), decimals: String(decimals) });
  return { stance, points };
}
