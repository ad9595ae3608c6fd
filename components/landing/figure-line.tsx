import type { FigureLine as Line } from './figure-lines';

/** One line of the picture: support solid with an arrowhead, attack dashed with a bar, undercut dotted with a ring. */
export function FigureLine({ line }: { line: Line }) {
  const { x, y, towards } = line.tip;
  const dash = { supports: undefined, attacks: '7 4.5', undercuts: '.1 5' }[line.kind];
  return (
    <g data-side={line.side} fill="none" stroke="var(--side-solid)">
      {line.kind === 'undercuts' ? <path d={line.path} stroke="var(--color-raised)" strokeWidth="6" /> : null}
      <path
        d={line.path}
        strokeWidth={line.kind === 'undercuts' ? 2.4 : 1.5}
        strokeDasharray={dash}
        strokeLinecap={line.kind === 'undercuts' ? 'round' : 'butt'}
      />
      {line.kind === 'supports' ? (
        <path d={`M${x} ${y}l${-7 * towards} -3.6v7.2Z`} fill="var(--side-solid)" stroke="none" />
      ) : null}
      {line.kind === 'attacks' ? <path d={`M${x} ${y - 5}v10`} strokeWidth="2" /> : null}
      {line.kind === 'undercuts' ? (
        <circle cx={x} cy={y} r="3.8" fill="var(--color-raised)" strokeWidth="2" />
      ) : null}
    </g>
  );
}
