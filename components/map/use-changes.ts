'use client';

import { useEffect, useRef, useState } from 'react';
import type { MapLayout } from '@/lib/domain/layout/types';

/** As `--duration-move` in the style sheet. */
const MOVE_MS = 350;
/** Fonts and true card heights arrive in this time; until then cards jump to their places instead of travelling. */
const SETTLE_MS = 800;
const OUTLINE_MS = 1000;

const NONE: ReadonlySet<string> = new Set();

/** Claims that are new on the picture or stand elsewhere than before. */
function changedClaims(before: MapLayout, after: MapLayout): ReadonlySet<string> {
  const old = new Map(before.claims.map((claim) => [claim.id, claim]));
  const changed = after.claims.filter((claim) => {
    const was = old.get(claim.id);
    return !was || was.x !== claim.x || was.y !== claim.y || was.hiddenCount !== claim.hiddenCount;
  });
  return new Set(changed.map((claim) => claim.id));
}

/**
 * Follows the layout from picture to picture: whether cards are travelling now, and, for readers who asked for less
 * motion, which cards to outline for a second instead.
 */
export function useChanges(layout: MapLayout): {
  isSettled: boolean;
  isMoving: boolean;
  changedIds: ReadonlySet<string>;
} {
  const [isSettled, setSettled] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const [changedIds, setChangedIds] = useState(NONE);
  const previous = useRef(layout);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const before = previous.current;
    previous.current = layout;
    if (!isSettled || before === layout) return;
    const changed = changedClaims(before, layout);
    if (changed.size === 0) return;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isStill) setChangedIds(changed);
    else setMoving(true);
    // Not undone when the next layout comes: one in which nothing moves must not stop the end of this move.
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        setMoving(false);
        setChangedIds(NONE);
      },
      isStill ? OUTLINE_MS : MOVE_MS,
    );
  }, [layout, isSettled]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return { isSettled, isMoving, changedIds };
}
