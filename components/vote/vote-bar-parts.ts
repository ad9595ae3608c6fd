import type { VoteTally } from '@/lib/domain/debate/view';

export interface BarPart {
  start: number;
  width: number;
}

const GAP = 1;

/**
 * Shares of a bar in whole pixels: every answer that was given is at least two pixels wide, the rest is proportional,
 * and the parts with their one-pixel gaps fill the width.
 */
export function voteBarParts(
  { agree, pass, disagree }: VoteTally,
  widthPx: number,
): { total: number; agree: BarPart | null; pass: BarPart | null; disagree: BarPart | null } {
  const total = agree + pass + disagree;
  const counts = [agree, pass, disagree];
  const shown = counts.filter((count) => count > 0).length;
  const room = widthPx - Math.max(0, shown - 1) * GAP;
  const widths = counts.map((count) => (count === 0 ? 0 : Math.max(2, Math.round((count / total) * room))));
  // Rounding and the least width may overshoot; the widest part gives way.
  const excess = widths.reduce((sum, width) => sum + width, 0) - (shown === 0 ? 0 : room);
  const widest = widths.indexOf(Math.max(...widths));
  const fitted = widths.map((width, index) => (index === widest && shown > 0 ? width - excess : width));

  let at = 0;
  const parts = fitted.map((width): BarPart | null => {
    if (width <= 0) return null;
    const part = { start: at, width };
    at += width + GAP;
    return part;
  });
  return { total, agree: parts[0] ?? null, pass: parts[1] ?? null, disagree: parts[2] ?? null };
}
