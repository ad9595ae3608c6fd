import { px } from '@/lib/domain/stance/axis';
import type { StancePair, StanceReply } from '@/lib/domain/stance/shift';
import type { StripDot, StripPerson } from '@/lib/domain/stance/strip';

const placed = (reply: StanceReply): number | null => (typeof reply === 'number' ? reply : null);

/** Rings the reader's own dots and joins them. Marked as theirs, so that no file takes it along. */
export function OwnStanceMark({
  dots,
  own,
  radius,
}: {
  dots: readonly StripPerson[];
  own: StancePair;
  radius: number;
}) {
  // People are nameless: of several who answered the same any one may stand for the reader; where rows are not told of together,
  // one in each.
  const isAt = (dot: StripDot | null, reply: StanceReply) => (dot?.value ?? null) === placed(reply);
  const mine = dots.find(({ first, second }) => isAt(first, own.first) && isAt(second, own.second)) ?? {
    first: dots.find(({ first }) => first && isAt(first, own.first))?.first,
    second: dots.find(({ second }) => second && isAt(second, own.second))?.second,
  };
  const marks = [mine.first, mine.second].filter((dot): dot is StripDot => dot != null);
  const [from, to] = marks;
  if (!from) return null;
  const middle = to ? (from.y + to.y) / 2 : from.y;
  return (
    <g data-own="">
      {to ? (
        <path
          d={`M${from.x} ${from.y}C${from.x} ${px(middle)} ${to.x} ${px(middle)} ${to.x} ${to.y}`}
          fill="none"
          stroke="var(--color-ink)"
          strokeWidth="1.5"
        />
      ) : null}
      {marks.map(({ x: cx, y: cy }) => (
        <circle
          key={`${cx} ${cy}`}
          cx={cx}
          cy={cy}
          r={radius + 2.5}
          fill="none"
          stroke="var(--color-ink)"
          strokeWidth="2"
        />
      ))}
    </g>
  );
}
