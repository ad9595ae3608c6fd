import { useId } from 'react';
import { textWidthPx } from '@/lib/domain/layout/text-metrics';
import {
  type Axis,
  bandParts,
  type ForSide,
  placeOn,
  px,
  sideOfValue,
  TICKS,
} from '@/lib/domain/stance/axis';
import type { MeanShift, StancePair } from '@/lib/domain/stance/shift';
import {
  BAR_SHARE,
  isStripDotted,
  ownLabelAt,
  type StripBar,
  type StripSize,
  stripBars,
  stripMeasures,
  stripPeople,
} from '@/lib/domain/stance/strip';
import { HaloText } from './halo-text';
import { OwnStanceMark } from './own-stance-mark';
import { StanceBarShape, StanceDotShape } from './stance-dot';

/** All that a strip says, in the reader's language. */
export interface StripWords {
  title: string;
  /** One sentence of result, read aloud. */
  summary: string;
  for: string;
  between: string;
  against: string;
  unsure: string;
  none: string;
  first: RowWords;
  /** Null where people were asked once: then there is one row. */
  second: RowWords | null;
  /** Between the two rows, e.g. "5 points towards Against"; null without a mean. */
  shift: string | null;
}

interface RowWords {
  title: string;
  about: string;
  unsure: number;
  none: number;
  /** e.g. "mean 10 for" */
  mean: string | null;
}

/**
 * Two rounds of stances: one dot for each person, the first round on top. People are nameless and in no order of their own.
 * @param people both answers of each
 */
export function StanceStrip({
  people,
  mean,
  words,
  size,
  forSide,
  hasColumns = true,
  own = null,
}: {
  people: readonly StancePair[];
  mean: MeanShift | null;
  words: StripWords;
  size: StripSize;
  forSide: ForSide;
  /** "Not sure" and "no answer" stand beside the rows; a narrow strip says them in its row words. */
  hasColumns?: boolean;
  /** What the reader answered, who is one of these people, with its words; on their own page alone. */
  own?: { pair: StancePair; label: string } | null;
}) {
  const id = useId();
  const { axis, width } = size;
  const isDotted = isStripDotted(people);
  const { radius, rowPx } = isDotted
    ? stripMeasures(people, size)
    : { radius: size.leastPx, rowPx: size.rowPx };
  const isTwoLined =
    !hasColumns && [words.first, words.second].some((row) => row !== null && !fitsInLine(row, axis));
  const labelsAbove = hasColumns ? 0 : isTwoLined ? 36 : 20;
  const top = 22;
  const base1 = top + labelsAbove + rowPx;
  const base2 = words.second === null ? base1 : base1 + 44 + labelsAbove + rowPx;
  const bandY = base2 + 26;
  const bases = { first: base1, second: base2 };
  const dots = isDotted ? stripPeople(people, size, bases) : [];
  const rows = [
    { round: 'first' as const, base: base1, words: words.first, mean: mean?.first },
    ...(words.second
      ? [{ round: 'second' as const, base: base2, words: words.second, mean: mean?.second }]
      : []),
  ];
  const ownAt = own ? ownLabelAt(own, axis, rows) : null;
  return (
    <svg
      viewBox={`0 0 ${width} ${bandY + 24}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      className="block h-auto w-full"
      fontSize="12"
      fill="var(--color-muted)"
    >
      <title id={`${id}-t`}>{words.title}</title>
      <desc id={`${id}-d`}>{words.summary}</desc>
      <text
        x={axis.startPx}
        y="12"
        fontWeight="600"
        fill={`var(--color-side-${sideOfValue(1, forSide)}-text)`}
      >
        {words.for}
      </text>
      {hasRoomBetween(words, axis) ? (
        <text x={px(placeOn(axis, 0))} y="12" textAnchor="middle">
          {words.between}
        </text>
      ) : null}
      <text
        x={axis.endPx}
        y="12"
        textAnchor="end"
        fontWeight="600"
        fill={`var(--color-side-${sideOfValue(-1, forSide)}-text)`}
      >
        {words.against}
      </text>
      {TICKS.map((tick) => (
        <path
          key={tick}
          d={`M${px(placeOn(axis, tick))} ${top - 2}V${base2}`}
          stroke="var(--color-hairline)"
        />
      ))}
      {mean ? <MeanPath mean={mean} axis={axis} base1={base1} base2={base2} /> : null}
      {rows.map((row) => (
        <g key={row.base}>
          <path d={`M${axis.startPx} ${row.base + 0.5}H${axis.endPx}`} stroke="var(--color-ink)" />
          {dots.map(({ [row.round]: dot, isOnce }) =>
            dot === null ? null : (
              <StanceDotShape
                key={`${dot.x} ${dot.y}`}
                {...{ dot, radius, forSide }}
                // Asked once, nobody is missing from another row.
                isOnce={isOnce && words.second !== null}
              />
            ),
          )}
          {isDotted
            ? null
            : stripBars(people, row.round, { ...size, rowPx: size.rowPx - 12 }, row.base).map((bar) => (
                <BarOfPeople key={bar.x} {...{ bar, forSide }} />
              ))}
        </g>
      ))}
      {hasColumns ? (
        <>
          <text x={axis.endPx + 48} y="12" textAnchor="middle">
            {words.unsure}
          </text>
          <text x={axis.endPx + 124} y="12" textAnchor="middle">
            {words.none}
          </text>
        </>
      ) : null}
      {own && isDotted ? <OwnStanceMark dots={dots} own={own.pair} radius={radius} /> : null}
      {mean ? <ShiftLabel mean={mean} axis={axis} base1={base1} label={words.shift} /> : null}
      {/* Words above the lines and dots: the reader's own way may run through them. */}
      {rows.map((row) => (
        <g key={row.base}>
          <text
            x={hasColumns ? 0 : axis.startPx}
            y={hasColumns ? row.base - 22 : row.base - rowPx - (isTwoLined ? 22 : 6)}
            fontSize="13"
            fontWeight="600"
            fill="var(--color-ink)"
            stroke="var(--color-paper)"
            strokeWidth="4"
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {row.words.title}
            {hasColumns || isTwoLined ? null : (
              <tspan fontSize="12" fontWeight="400" fill="var(--color-muted)" dx={ABOUT_GAP_PX}>
                {row.words.about}
              </tspan>
            )}
          </text>
          {hasColumns || isTwoLined ? (
            <text x={hasColumns ? 0 : axis.startPx} y={hasColumns ? row.base - 6 : row.base - rowPx - 6}>
              {row.words.about}
            </text>
          ) : null}
          {row.mean === undefined || row.words.mean === null ? null : (
            <MeanMark x={placeOn(axis, row.mean)} y={row.base} label={row.words.mean} axisEnd={axis.endPx} />
          )}
          {hasColumns ? (
            <>
              <Column x={axis.endPx + 48} base={row.base} count={row.words.unsure} />
              <Column x={axis.endPx + 124} base={row.base} count={row.words.none} />
            </>
          ) : null}
        </g>
      ))}
      {own && ownAt ? (
        <g data-own="">
          <HaloText {...ownAt}>{own.label}</HaloText>
        </g>
      ) : null}
      {bandParts(axis, forSide).map((part) => (
        <rect key={part.fill} y={bandY} height="5" {...part} />
      ))}
      {TICKS.map((tick) => (
        <text
          key={tick}
          x={px(placeOn(axis, tick))}
          y={bandY + 19}
          textAnchor={tick === 100 && !hasColumns ? 'start' : tick === -100 && !hasColumns ? 'end' : 'middle'}
        >
          {Math.abs(tick)}
        </text>
      ))}
    </svg>
  );
}

/** Between the title of a row and what stands behind it. */
const ABOUT_GAP_PX = 6;
/** Least distance of two words of the head. */
const HEAD_GAP_PX = 8;

/** Whether the title of a row and how many answered have room in one line over it. */
const fitsInLine = ({ title, about }: RowWords, { startPx, endPx }: Axis): boolean =>
  textWidthPx(title, 'sans-strong', 13) + ABOUT_GAP_PX + textWidthPx(about, 'sans-strong', 12) <=
  endPx - startPx;

/** Whether the middle of the axis can be named without touching the names of its ends, which say the most. */
function hasRoomBetween({ for: left, between, against }: StripWords, axis: Axis): boolean {
  const half = textWidthPx(between, 'sans-strong', 12) / 2 + HEAD_GAP_PX;
  const middle = placeOn(axis, 0);
  return (
    axis.startPx + textWidthPx(left, 'sans-strong', 12) <= middle - half &&
    axis.endPx - textWidthPx(against, 'sans-strong', 12) >= middle + half
  );
}

/** A number of people beside the axis: they are counted, and never placed. */
function Column({ x, base, count }: { x: number; base: number; count: number }) {
  return (
    <>
      <path d={`M${x - 24} ${base + 0.5}H${x + 24}`} stroke="var(--color-hairline)" />
      <text x={x} y={base - 7} textAnchor="middle" fontSize="13" fill="var(--color-ink)">
        {count}
      </text>
    </>
  );
}

function MeanMark({ x, y, label, axisEnd }: { x: number; y: number; label: string; axisEnd: number }) {
  const isLate = x > axisEnd - 110;
  return (
    <>
      <path d={`M${px(x)} ${y + 4}l5 9h-10z`} fill="var(--color-ink)" />
      <text
        x={px(x + (isLate ? -10 : 10))}
        y={y + 13}
        textAnchor={isLate ? 'end' : 'start'}
        fill="var(--color-ink)"
      >
        {label}
      </text>
    </>
  );
}

/** From the first mean to the second one, between the rows. */
function MeanPath({
  mean,
  axis,
  base1,
  base2,
}: {
  mean: MeanShift;
  axis: Axis;
  base1: number;
  base2: number;
}) {
  const [from, to] = [placeOn(axis, mean.first), placeOn(axis, mean.second)];
  const y = base1 + 28;
  const ahead = Math.sign(to - from);
  return (
    <>
      <path
        d={`M${px(from)} ${base1 + 14}V${base2 + 13}`}
        stroke="var(--color-control)"
        strokeDasharray="1 3"
      />
      {Math.abs(to - from) > 6 ? (
        <path d={`M${px(from)} ${y}H${px(to - ahead * 5)}`} stroke="var(--color-ink)" strokeWidth="1.75" />
      ) : null}
      {ahead === 0 ? null : <path d={`M${px(to)} ${y}l${-ahead * 7} -3.5v7z`} fill="var(--color-ink)" />}
    </>
  );
}

/** How far the mean went, beside its way. */
function ShiftLabel({
  mean,
  axis,
  base1,
  label,
}: {
  mean: MeanShift;
  axis: Axis;
  base1: number;
  label: string | null;
}) {
  if (label === null) return null;
  const [from, to] = [placeOn(axis, mean.first), placeOn(axis, mean.second)];
  const isLate = Math.max(from, to) > (axis.startPx + axis.endPx) / 2 + 20;
  return (
    <HaloText
      x={px(isLate ? Math.min(from, to) - 10 : Math.max(from, to) + 10)}
      y={base1 + 32}
      textAnchor={isLate ? 'end' : 'start'}
    >
      {label}
    </HaloText>
  );
}

/** Many people at one place, and how many, where the number has room above them. */
function BarOfPeople({ bar, forSide }: { bar: StripBar; forSide: ForSide }) {
  const hasRoom = textWidthPx(String(bar.people), 'sans-strong', 12) <= bar.widthPx / BAR_SHARE;
  return (
    <>
      <StanceBarShape bar={bar} forSide={forSide} />
      {hasRoom ? (
        <text x={px(bar.x + bar.widthPx / 2)} y={px(bar.y - 4)} textAnchor="middle" fill="var(--color-ink)">
          {bar.people}
        </text>
      ) : null}
    </>
  );
}
