import { getTranslations } from 'next-intl/server';
import { stageWords } from '@/components/room/stage-words';
import type { RoomTakes } from '@/lib/client/live/room-takes';
import type { SideView } from '@/lib/domain/debate/view';
import type { RoomFrame } from '@/lib/domain/room/view';

/** What the pages of a room's debate are told of what it takes, with the names of its steps and sides. */
export async function takesOf(frame: RoomFrame, sides: readonly SideView[]): Promise<RoomTakes> {
  const words = stageWords(await getTranslations('stage'));
  const { id, kind, stage, acts, speakers, voice, round, plan, step, seat, can } = frame;
  const given = seat?.sideKey ? sides.find(({ key }) => key === seat.sideKey) : undefined;
  const other = given && sides.find(({ key }) => key !== given.key);
  return {
    room: {
      id,
      kind,
      stage,
      acts,
      speakers,
      voice,
      round,
      plan,
      step,
      seat: seat && { role: seat.role, isInside: seat.isInside, isMuted: seat.isMuted },
      can: { maintain: can.maintain },
    },
    stepNames: plan.map((one) => words.nameOf(one)),
    sideNames: given && other ? { assigned: given.name, swapped: other.name } : {},
  };
}
