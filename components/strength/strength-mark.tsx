import { useTranslations } from 'next-intl';
import { strengthBand } from './strength-band';

/**
 * Strength at a glance: a tick where votes alone put the claim, a dot where the arguments put it, the way between them
 * drawn. No number: the claim's details say why.
 * @param widthPx 26 on a card, 46 in the outline
 */
export function StrengthMark({
  base,
  strength,
  widthPx = 26,
}: {
  base: number;
  strength: number;
  widthPx?: number;
}) {
  const t = useTranslations('strength');
  const at = (value: number) => 3 + value * (widthPx - 6);
  return (
    <svg
      width={widthPx}
      height="10"
      viewBox={`0 0 ${widthPx} 10`}
      role="img"
      aria-label={t('mark', { strength: strengthBand(strength), base: strengthBand(base) })}
      className="flex-none"
    >
      <path d={`M0 5H${widthPx}`} stroke="var(--color-control)" />
      <path d={`M${at(base)} 5H${at(strength)}`} stroke="var(--color-ink)" strokeWidth="2" />
      <path d={`M${at(base)} 1V9`} stroke="var(--color-ink)" />
      <circle cx={at(strength)} cy="5" r="2.6" fill="var(--color-ink)" />
    </svg>
  );
}
