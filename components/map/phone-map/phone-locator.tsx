import type { Outline, OutlineNode } from '@/lib/domain/debate/outline';

const WIDTH = 60;
const HEIGHT = 30;
const PADDING = 3;
const ROOM = HEIGHT - 2 * PADDING;

interface PhoneLocatorProps {
  outline: Outline;
  selectedId: string;
  motionId: string;
}

/** The whole map as a sign of 60 x 30: columns of boxes, the one in the middle of the phone in ink. */
export function PhoneLocator({ outline, selectedId, motionId }: PhoneLocatorProps) {
  const column = (nodes: readonly OutlineNode[], x: number, width: number) => {
    const step = ROOM / Math.max(1, nodes.length);
    const height = Math.max(1, Math.min(3, step - 1));
    return nodes.map((node, index) => {
      const isHere = node.claim.id === selectedId;
      const isFilled = node.claim.side === 'a' || isHere;
      const colour = isHere ? 'var(--color-ink)' : 'var(--side-edge)';
      return (
        <rect
          key={node.claim.id}
          data-side={node.claim.side}
          x={isFilled ? x : x + 0.5}
          y={PADDING + step * (index + 0.5) - height / 2}
          width={isFilled ? width : width - 1}
          height={isFilled ? height : Math.max(1, height - 0.5)}
          fill={isFilled ? colour : 'none'}
          stroke={isFilled ? 'none' : colour}
        />
      );
    });
  };
  const rings = (role: 'a' | 'b') => {
    const nodes = outline.sections.find((section) => section.role === role)?.nodes ?? [];
    return { inner: nodes, outer: nodes.flatMap((node) => node.children) };
  };
  const [a, b] = [rings('a'), rings('b')];
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      className="phone-locator"
    >
      {column(a.outer, 3, 9)}
      {column(a.inner, 14, 10)}
      <rect
        x={26}
        y={10}
        width={8}
        height={10}
        fill={selectedId === motionId ? 'var(--color-ink)' : 'var(--color-control)'}
      />
      {column(b.inner, 36, 10)}
      {column(b.outer, 48, 9)}
    </svg>
  );
}
