'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';

/** What a room keeps hidden until its reveal, whatever its reader answers; in the commons nothing. */
export interface HiddenUntilReveal {
  counts: boolean;
  stances: boolean;
  /** A class or group: its counts of fewer than five are not told to those who take part. */
  hidesFew: boolean;
}

const NOTHING: HiddenUntilReveal = { counts: false, stances: false, hidesFew: false };
const HiddenContext = createContext(NOTHING);

/** Tells all below what the room hides until its reveal: elsewhere an answer of one's own opens it. */
export function UntilReveal({
  counts,
  stances,
  hidesFew,
  children,
}: HiddenUntilReveal & {
  children: ReactNode;
}) {
  const hidden = useMemo(() => ({ counts, stances, hidesFew }), [counts, stances, hidesFew]);
  return <HiddenContext value={hidden}>{children}</HiddenContext>;
}

export const useHiddenUntilReveal = (): HiddenUntilReveal => useContext(HiddenContext);
