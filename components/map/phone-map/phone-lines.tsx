'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import type { ClaimView, SideRole } from '@/lib/domain/debate/view';
import type { PhoneNeighbours } from './phone-neighbours';

/** Trunks of the two stacks stand this far from the middle. */
const TRUNK_PX = 7;
/** Lane at the edge of the screen in which undercuts climb to their line. */
const LANE_PX = 8;
const CORNER_PX = 5;

interface Stroke {
  id: string;
  side: SideRole;
  kind: 'supports' | 'attacks' | 'undercuts';
  path: string;
  end: { type: 'arrow' | 'bar' | 'ring'; x: number; y: number } | null;
  isStrong: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxOf(element: Element, origin: DOMRect): Box {
  const box = element.getBoundingClientRect();
  return {
    left: box.left - origin.left,
    right: box.right - origin.left,
    top: box.top - origin.top,
    bottom: box.bottom - origin.top,
  };
}

/** Lines for the cards as they stand: up to the parent, one trunk to each stack, undercuts along the edge. */
function strokesFor(container: HTMLElement, claim: ClaimView | null, around: PhoneNeighbours): Stroke[] {
  const origin = container.getBoundingClientRect();
  const part = (name: string) => container.querySelector(`[data-part="${name}"]`);
  const self = part('self');
  if (!self) return [];
  const middle = origin.width / 2;
  const selfBox = boxOf(self, origin);
  const strokes: Stroke[] = [];
  const gap = part('gap');
  const lineY = gap ? (boxOf(gap, origin).top + boxOf(gap, origin).bottom) / 2 : selfBox.top;

  if (gap && claim && around.relation) {
    const gapBox = boxOf(gap, origin);
    const { kind } = around.relation;
    const tip = gapBox.top + (kind === 'supports' ? 1 : kind === 'attacks' ? 3 : 6);
    strokes.push({
      id: 'up',
      side: claim.side,
      kind,
      path: `M${middle} ${selfBox.top}V${tip + (kind === 'supports' ? 6 : 0)}`,
      end: { type: kind === 'supports' ? 'arrow' : kind === 'attacks' ? 'bar' : 'ring', x: middle, y: tip },
      isStrong: true,
    });
  }

  const cardOf = (relationId: string) =>
    container.querySelector(`[data-relation-id="${CSS.escape(relationId)}"]`);
  const trunk = (which: 'supports' | 'against') => {
    const isSupport = which === 'supports';
    const tied = around[which].filter(({ relation }) => relation.kind !== 'undercuts');
    const x = middle + (isSupport ? -TRUNK_PX : TRUNK_PX);
    for (const [index, { claim: other, relation }] of tied.entries()) {
      const card = cardOf(relation.id);
      if (!card) continue;
      const box = boxOf(card, origin);
      const y = (box.top + box.bottom) / 2;
      const edge = isSupport ? box.right : box.left;
      const corner = isSupport ? -CORNER_PX : CORNER_PX;
      const top = selfBox.bottom + (isSupport ? 8 : 3);
      // One trunk, from the last card up: dashes of several would fill each other's gaps.
      const isLast = index === tied.length - 1;
      strokes.push({
        id: relation.id,
        side: other.side,
        kind: relation.kind,
        path: isLast
          ? `M${edge} ${y}H${x + corner}Q${x} ${y} ${x} ${y - CORNER_PX}V${top}`
          : `M${edge} ${y}H${x}`,
        end: isLast ? { type: isSupport ? 'arrow' : 'bar', x, y: selfBox.bottom + 2 } : null,
        isStrong: false,
      });
    }
  };
  trunk('supports');
  trunk('against');

  for (const { claim: other, relation } of around.undercutters) {
    const card = cardOf(relation.id);
    if (!card) continue;
    const box = boxOf(card, origin);
    const y = (box.top + box.bottom) / 2;
    const lane = origin.width - LANE_PX;
    strokes.push({
      id: relation.id,
      side: other.side,
      kind: 'undercuts',
      path: `M${box.right} ${y}H${lane - 4}Q${lane} ${y} ${lane} ${y - 4}V${lineY + 10}Q${lane} ${lineY} ${lane - 10} ${lineY}H${middle}`,
      end: { type: 'ring', x: middle, y: lineY },
      isStrong: false,
    });
  }
  // Rings lie on the line that they meet.
  return strokes;
}

interface PhoneLinesProps {
  container: RefObject<HTMLElement | null>;
  claim: ClaimView | null;
  around: PhoneNeighbours;
}

export function PhoneLines({ container, claim, around }: PhoneLinesProps) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  useLayoutEffect(() => {
    const target = container.current;
    if (!target) return;
    const draw = () => {
      const next = strokesFor(target, claim, around);
      setStrokes((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(target);
    return () => observer.disconnect();
  }, [container, claim, around]);

  return (
    <svg className="phone-lines" aria-hidden="true" focusable="false">
      {strokes.map(({ id, side, kind, path, end, isStrong }) => (
        <g
          key={id}
          className="map-line"
          data-side={side}
          data-kind={kind}
          data-tone={isStrong ? 'strong' : 'normal'}
        >
          <path className="map-line-path" d={path} />
          {end?.type === 'arrow' ? (
            <path className="map-line-arrow" d={`M${end.x} ${end.y}l-4 7h8Z`} />
          ) : end?.type === 'bar' ? (
            <path className="map-line-bar" d={`M${end.x - 5} ${end.y}H${end.x + 5}`} />
          ) : end ? (
            <circle className="map-line-ring" cx={end.x} cy={end.y} r={4} />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
