import type { SideRole } from '@/lib/domain/debate/view';
import type { PlacedLine } from '@/lib/domain/layout/types';

/** How loudly a line speaks: cross-links softly, lines of the selected claim strongly, what is out of focus hardly. */
export type LineTone = 'normal' | 'soft' | 'strong' | 'dim';

interface RelationLineProps {
  line: Pick<PlacedLine, 'kind' | 'path' | 'end' | 'offset'>;
  /** Side of the claim it comes from. */
  side: SideRole;
  tone: LineTone;
  /** Archived or declined: shown to those who may see it. */
  isClosed?: boolean;
  /** The keyboard stands on this line. */
  isActive?: boolean;
}

/** One relation on the map: a paper halo so that crossings read, the line, and the end that tells its kind. */
export function RelationLine({ line, side, tone, isClosed = false, isActive = false }: RelationLineProps) {
  const { x, y, angleDeg } = line.end;
  const moved = line.offset ? { transform: `translate(${line.offset.x} ${line.offset.y})` } : {};
  return (
    <g
      className="map-line"
      data-side={side}
      data-kind={line.kind}
      data-tone={tone}
      data-closed={isClosed ? '' : undefined}
      data-active={isActive ? '' : undefined}
    >
      <path className="map-line-halo" d={line.path} {...moved} />
      <path className="map-line-path" d={line.path} {...moved} />
      {line.kind === 'supports' ? (
        <path
          className="map-line-arrow"
          d="M0 0l-6 -3.4v6.8Z"
          transform={`translate(${x} ${y}) rotate(${angleDeg})`}
        />
      ) : line.kind === 'attacks' ? (
        <path className="map-line-bar" d="M0 -5V5" transform={`translate(${x} ${y}) rotate(${angleDeg})`} />
      ) : (
        <circle className="map-line-ring" cx={x} cy={y} r={4} />
      )}
    </g>
  );
}

/** Drawing order: rings of undercuts lie on the lines that they meet, the selected claim's lines above the others. */
export function lineRank(line: PlacedLine, tone: LineTone): number {
  const loudness = tone === 'strong' ? 2 : line.role === 'primary' ? 1 : 0;
  return (line.kind === 'undercuts' ? 3 : 0) + loudness;
}
