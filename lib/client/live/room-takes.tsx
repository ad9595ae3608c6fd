'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type NotTaken, notTakenNow, type TakingFrame } from '@/lib/domain/room/not-taken';
import type { RoomAct, RoomVoice } from '@/lib/domain/room/plan';

/** What a class or a group takes of its reader, for the pages of its debate. */
export interface RoomTakes {
  room: TakingFrame;
  /** What the steps of its plan are called. */
  stepNames: readonly string[];
  /** For which side they vote, where it is not as themselves. */
  sideNames: Partial<Record<RoomVoice, string>>;
}

const TakesContext = createContext<RoomTakes | null>(null);

/** Tells all below what the room takes now, so that they offer nothing that it would refuse. */
export function RoomTakesProvider({ takes, children }: { takes: RoomTakes | null; children: ReactNode }) {
  return <TakesContext value={takes}>{children}</TakesContext>;
}

/** Null in the commons, which has no steps. */
export const useRoomTakes = (): RoomTakes | null => useContext(TakesContext);

/** Why the room does not take an act from its reader now; null when it does, and in the commons. */
export function useNotTaken(act: RoomAct): NotTaken | null {
  const takes = useRoomTakes();
  return useMemo(() => takes && notTakenNow(takes.room, act), [takes, act]);
}
