import type { CSSProperties } from 'react';
import { type ForSide, sideOfValue } from '@/lib/domain/stance/axis';
import type { StripBar, StripDot } from '@/lib/domain/stance/strip';

/**
 * One person on the stance axis: for is a full dot, against a ring, in between a dotted ring, so that grey paper keeps them
 * apart; the colour is that of the side that speaks so.
 */
export function StanceDotShape({
  dot: { x, y, value },
  radius,
  forSide,
  isOnce,
  scale = 1,
  className,
  style,
}: {
  dot: StripDot;
  radius: number;
  forSide: ForSide;
  /** Answered in this round alone. */
  isOnce: boolean;
  /** How many times larger than on paper the lines may be. */
  scale?: number;
  className?: string;
  style?: CSSProperties;
}) {
  const side = sideOfValue(value, forSide);
  const line = Math.min(2.4 * scale, radius * 0.42);
  const look = { cx: x, cy: y, opacity: isOnce ? 0.5 : 1, className, style };
  if (value > 0) return <circle {...look} r={radius} fill={`var(--color-side-${side}-solid)`} />;
  const dash = 1.6 * scale;
  return (
    <circle
      {...look}
      r={Math.round((radius - line / 2) * 100) / 100}
      fill="var(--color-paper)"
      stroke={side === 'n' ? 'var(--color-muted)' : `var(--color-side-${side}-solid)`}
      strokeWidth={side === 'n' ? Math.min(1.4 * scale, line) : line}
      strokeDasharray={side === 'n' ? `${dash} ${dash}` : undefined}
    />
  );
}

/** Many people at one place: told apart like single ones. */
export function StanceBarShape({
  bar: { x, y, widthPx, heightPx, value },
  forSide,
}: {
  bar: StripBar;
  forSide: ForSide;
}) {
  const side = sideOfValue(value, forSide);
  const at = { x, y, width: widthPx, height: heightPx };
  if (value > 0) return <rect {...at} fill={`var(--color-side-${side}-solid)`} />;
  return (
    <rect
      {...at}
      fill="var(--color-paper)"
      stroke={side === 'n' ? 'var(--color-muted)' : `var(--color-side-${side}-solid)`}
      strokeWidth="1.6"
      strokeDasharray={side === 'n' ? '1.6 1.6' : undefined}
    />
  );
}
