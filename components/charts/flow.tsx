import { useId } from 'react';
import { type ForSide, sideOfValue } from '@/lib/domain/stance/axis';
import type { FlowCell } from '@/lib/domain/stance/flow';
import { type FlowLayout, flowLayout, type Strand, strandPath } from './flow-layout';

export interface FlowWords {
  title: string;
  summary: string;
  /** Names of the bands, from strongly for to strongly against. */
  bands: readonly string[];
  first: string;
  second: string;
}

const TOP = 56;
const BOTTOM = 190;

/** How people went from band to band: who stayed is grey, who moved towards For is full, towards Against is hatched. */
export function Flow({
  cells,
  words,
  width,
  forSide,
  own = null,
}: {
  cells: readonly FlowCell[];
  words: FlowWords;
  /** Of the drawing, in pixels of its own; it grows and shrinks with its place. */
  width: number;
  forSide: ForSide;
  /** The cell that the reader is in, who is one of these people; on their own page alone. */
  own?: Omit<FlowCell, 'people'> | null;
}) {
  const id = useId();
  const layout = flowLayout(cells, words.bands.length, width);
  const ownStrand = own && strandOf(layout, own);
  const slot = width / words.bands.length;
  return (
    <svg
      viewBox={`0 0 ${width} ${BOTTOM + 48}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      className="block h-auto w-full"
      fontSize="12"
      fill="var(--color-muted)"
    >
      <title id={`${id}-t`}>{words.title}</title>
      <desc id={`${id}-d`}>{words.summary}</desc>
      <FlowHatch id={`${id}-hatch`} forSide={forSide} />
      <text x="0" y="12" fontSize="13" fontWeight="600" fill="var(--color-ink)">
        {words.first}
      </text>
      {layout.before.map(({ startPx }, index) => (
        <text key={startPx} x={(index + 0.5) * slot} y="30" textAnchor="middle">
          {words.bands[index]}
        </text>
      ))}
      {layout.strands.map((strand) => (
        <path
          key={`${strand.before} ${strand.after} ${strand.moved}`}
          d={strandPath(strand, TOP, BOTTOM)}
          {...strandLook(strand.moved, `${id}-hatch`, forSide)}
        />
      ))}
      {ownStrand ? (
        <path
          data-own=""
          d={strandPath(ownStrand, TOP, BOTTOM)}
          fill="none"
          stroke="var(--color-ink)"
          strokeWidth="2"
        />
      ) : null}
      <Ends bands={layout.before} slot={slot} lineY={TOP - 3} numberY={TOP - 9} />
      <Ends bands={layout.after} slot={slot} lineY={BOTTOM + 3} numberY={BOTTOM + 19} />
      <text x="0" y={BOTTOM + 42} fontSize="13" fontWeight="600" fill="var(--color-ink)">
        {words.second}
      </text>
    </svg>
  );
}

/** One person's part of the strand that they are in; null for who is in none. */
function strandOf(
  { strands }: FlowLayout,
  { before, after, moved }: Omit<FlowCell, 'people'>,
): Strand | null {
  const strand = strands.find((one) => one.before === before && one.after === after && one.moved === moved);
  return strand ? { ...strand, widthPx: strand.widthPx / strand.people } : null;
}

/** Hatch of the side that speaks against: what colour says on a screen, lines say on grey paper. */
function FlowHatch({ id, forSide }: { id: string; forSide: ForSide }) {
  const side = sideOfValue(-1, forSide);
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill={`var(--color-side-${side}-fill)`} />
        <path d="M0 0V5" stroke={`var(--color-side-${side}-solid)`} strokeWidth="2.4" />
      </pattern>
    </defs>
  );
}

/** How a strand looks. */
const strandLook = (moved: 'for' | 'against' | null, hatchId: string, forSide: ForSide) =>
  moved === 'for'
    ? { fill: `var(--color-side-${sideOfValue(1, forSide)}-solid)` }
    : moved === 'against'
      ? { fill: `url(#${hatchId})`, stroke: `var(--color-side-${sideOfValue(-1, forSide)}-solid)` }
      : { fill: 'var(--color-hairline)' };

function Ends({
  bands,
  slot,
  lineY,
  numberY,
}: {
  bands: FlowLayout['before'];
  slot: number;
  lineY: number;
  numberY: number;
}) {
  return bands.map(({ people, startPx, widthPx }, index) => {
    const middle = (index + 0.5) * slot;
    const start = people === 0 ? middle - 6 : startPx;
    return (
      <g key={middle}>
        <path
          d={`M${start} ${lineY}h${people === 0 ? 12 : Math.max(1, widthPx - 1)}`}
          stroke="var(--color-ink)"
          strokeWidth="2"
          strokeDasharray={people === 0 ? '2 2' : undefined}
        />
        <text
          x={middle}
          y={numberY}
          textAnchor="middle"
          fontSize="13"
          fontWeight="600"
          fill="var(--color-ink)"
        >
          {people}
        </text>
      </g>
    );
  });
}
