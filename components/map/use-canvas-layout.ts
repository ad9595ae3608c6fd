'use client';

import { useMemo, useState } from 'react';
import { keptAt } from '@/lib/domain/layout/branch-layout';
import type { MapLayout } from '@/lib/domain/layout/types';
import { largeLayout } from './large-layout';
import { type CanvasSize, fittedLayout, type MeasuredHeights } from './map-layout-input';
import type { MapModel } from './use-map-model';

/**
 * The layout of what the canvas shows. A small map is fitted to the canvas; a large one is laid out branch by branch, and
 * the card that is looked at stays where it was.
 */
export function useCanvasLayout(
  { debate, drawn, outline, state, flags }: MapModel,
  canvas: CanvasSize,
  anchorId: string | null,
  measured: MeasuredHeights,
): MapLayout {
  const { folded, unfolded, windows } = state;
  const isLarge = debate.part !== null;
  const made = useMemo(() => {
    const options = {
      canvas,
      folded,
      unfolded,
      windows,
      anchorId,
      measured,
      flagged: new Set(flags.keys()),
    };
    return isLarge ? largeLayout(debate, drawn, outline, options) : fittedLayout(debate, drawn, options);
  }, [isLarge, debate, drawn, outline, canvas, folded, unfolded, windows, anchorId, measured, flags]);
  const [kept, setKept] = useState({ made, placed: made });
  if (!isLarge) return made;
  if (kept.made === made) return kept.placed;
  const placed = keptAt(made, kept.placed, anchorId);
  setKept({ made, placed });
  return placed;
}
