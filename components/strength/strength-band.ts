/** What a strength is called: five equal parts of 0..1, open in the middle. */
export type StrengthBand = 'rejected' | 'weak' | 'open' | 'holds' | 'strong';

const BANDS = ['rejected', 'weak', 'open', 'holds', 'strong'] as const satisfies readonly StrengthBand[];

/**
 * @param strength 0..1; counts as the whole number that is shown of it, so that one number has one name. A value on the edge
 *   of two parts belongs to the one nearer the middle.
 */
export function strengthBand(strength: number): StrengthBand {
  const percent = percentOf(strength);
  if (percent <= 50) return BANDS[Math.min(2, Math.floor(percent / 20))] ?? 'open';
  return BANDS[Math.max(2, Math.ceil(percent / 20) - 1)] ?? 'strong';
}

/** Strength on the scale on which people speak: 0 rejected, 50 open, 100 accepted. */
export const percentOf = (strength: number): number => Math.round(strength * 100);
