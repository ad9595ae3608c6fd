'use client';

import { useStore } from '@xyflow/react';
import type { MouseEvent } from 'react';
import type { MapLayout, PlacedClaim } from '@/lib/domain/layout/types';
import type { MapClaims } from './map-claims';
import type { CanvasSize } from './map-layout-input';

const WIDTH_PX = 124;
const MAX_HEIGHT_PX = 96;
const PADDING_PX = 7;
const MARGIN_PX = 19;
const BAR_PX = 40;
const GAP_PX = 12;

interface MapLocatorProps {
  layout: MapLayout;
  canvas: CanvasSize;
  drawn: MapClaims;
  selectedId: string | null;
  onPick: (mapX: number, mapY: number) => void;
}

/**
 * The whole map in the corner, with the part that is in view. Shown when part of the map is folded and a corner is
 * free, or when part of it is out of view. For the eye and the mouse: by keyboard, moving to a card moves the canvas.
 */
export function MapLocator({ layout, canvas, drawn, selectedId, onPick }: MapLocatorProps) {
  const [x, y, zoom] = useStore((store) => store.transform);
  const scale = Math.min(WIDTH_PX / layout.widthPx, MAX_HEIGHT_PX / layout.heightPx);
  const size = { widthPx: layout.widthPx * scale, heightPx: layout.heightPx * scale };
  const { left = 0, top = 0 } = layout;
  const view = { x: -x / zoom, y: -y / zoom, width: canvas.widthPx / zoom, height: canvas.heightPx / zoom };

  const isOutside = layout.claims.some(
    (claim) =>
      claim.x < view.x - 1 ||
      claim.y < view.y - 1 ||
      claim.x + claim.widthPx > view.x + view.width + 1 ||
      claim.y + claim.heightPx > view.y + view.height + 1,
  );
  const corner = (['start', 'end'] as const).find((side) => isFree(side));
  const hasFolded = layout.claims.some((claim) => claim.hiddenCount > 0);
  if (!isOutside && !(hasFolded && corner)) return null;

  function isFree(side: 'start' | 'end'): boolean {
    const width = size.widthPx + 2 * PADDING_PX + GAP_PX;
    const top = canvas.heightPx - BAR_PX - GAP_PX - size.heightPx - 2 * PADDING_PX - GAP_PX;
    const left = side === 'start' ? MARGIN_PX : canvas.widthPx - MARGIN_PX - width;
    const covers = (claim: PlacedClaim) =>
      claim.x * zoom + x < left + width &&
      (claim.x + claim.widthPx) * zoom + x > left &&
      (claim.y + claim.heightPx) * zoom + y > top;
    return !layout.claims.some(covers);
  }

  const handleClick = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onPick(
      (event.clientX - box.left - PADDING_PX) / scale + left,
      (event.clientY - box.top - PADDING_PX) / scale + top,
    );
  };

  return (
    <div
      className="map-locator"
      style={{ [(corner ?? 'start') === 'start' ? 'left' : 'right']: MARGIN_PX }}
      aria-hidden="true"
      onClick={handleClick}
    >
      <svg width={size.widthPx} height={size.heightPx} focusable="false">
        <title>{''}</title>
        <LocatorCards layout={layout} drawn={drawn} selectedId={selectedId} scale={scale} />
        <rect
          x={Math.max(0.5, (view.x - left) * scale)}
          y={Math.max(0.5, (view.y - top) * scale)}
          width={Math.min(size.widthPx - 1, view.width * scale)}
          height={Math.min(size.heightPx - 1, view.height * scale)}
          rx={2}
          fill="none"
          stroke="var(--color-ink)"
        />
      </svg>
    </div>
  );
}

interface LocatorCardsProps {
  layout: MapLayout;
  drawn: MapClaims;
  selectedId: string | null;
  scale: number;
}

/** Every drawn card as a small box: the first side filled, the second open, the selected one in ink. */
export function LocatorCards({ layout, drawn, selectedId, scale }: LocatorCardsProps) {
  return layout.claims.map((placed) => {
    const claim = drawn.claimById.get(placed.id);
    const isStrong = placed.id === selectedId;
    const fill =
      isStrong || !claim
        ? 'var(--color-ink)'
        : claim.side === 'a'
          ? 'var(--side-edge)'
          : 'var(--color-paper)';
    return (
      <rect
        key={placed.id}
        data-side={claim?.side ?? 'n'}
        x={(placed.x - (layout.left ?? 0)) * scale}
        y={(placed.y - (layout.top ?? 0)) * scale}
        width={placed.widthPx * scale}
        height={placed.heightPx * scale}
        rx={1}
        fill={isStrong ? 'var(--color-ink)' : !claim ? 'var(--color-control)' : fill}
        stroke={isStrong ? 'var(--color-ink)' : 'var(--side-edge)'}
      />
    );
  });
}
