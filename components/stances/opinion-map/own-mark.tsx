import { HaloText } from '@/components/charts/halo-text';
import type { Point } from '@/lib/domain/stance/opinion/outline';
import { ownLabel } from './label-places';
import type { Size } from './picture-layout';

/** A ring around oneself: on one's own page, and in nothing that one takes along. */
export function OwnMark({
  at,
  radius,
  word,
  others,
  size,
}: {
  at: Point;
  radius: number;
  word: string;
  others: readonly Point[];
  size: Size;
}) {
  const ring = radius + 4;
  const label = ownLabel(at, { ring, wide: word.length * 7, radius }, others, size);
  return (
    <g data-own="">
      <circle cx={at.x} cy={at.y} r={ring + 1} fill="none" stroke="var(--color-paper)" strokeWidth="4" />
      <circle cx={at.x} cy={at.y} r={ring} fill="none" stroke="var(--color-ink)" strokeWidth="2" />
      <HaloText x={label.x} y={label.y} textAnchor="middle" fontSize="13">
        {word}
      </HaloText>
    </g>
  );
}
