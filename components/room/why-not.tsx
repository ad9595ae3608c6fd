'use client';

import { useTranslations } from 'next-intl';
import { useNotTaken, useRoomTakes } from '@/lib/client/live/room-takes';
import type { RoomAct } from '@/lib/domain/room/plan';

/** Why the room does not take this now, and in which step it will, in a sentence; null when it does. */
export function useWhyNot(act: Exclude<RoomAct, 'note'>): string | null {
  const t = useTranslations('contribute.notTaken');
  const notTaken = useNotTaken(act);
  const takes = useRoomTakes();
  if (notTaken === null) return null;
  const { why, step } = notTaken;
  if (why !== 'not-now') return t(`why.${why}`);
  const name = step === null ? undefined : takes?.stepNames[step];
  return name === undefined ? t(`over.${act}`) : t(`later.${act}`, { step: name });
}

/** The sentence in a line of its own; nothing at all while the room takes it. */
export function WhyNot({ act }: { act: Exclude<RoomAct, 'note'> }) {
  const words = useWhyNot(act);
  return words === null ? null : <p className="text-caption text-muted text-pretty">{words}</p>;
}
