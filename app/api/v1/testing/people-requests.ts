import type { peopleContracts } from '@/lib/domain/api/people-contracts';
import { database } from '@/lib/server/database/client';
import { newJoinCode } from '@/lib/server/room/people/seat-codes';
import { aClass, aDebate, aPerson, aSeat } from '@/lib/server/testing/a-debate';
import type { Ask } from './call';
import type { Stage } from './stage';

/** A class that anybody may come into by its code, of a debate of its own: a seat in it changes nothing elsewhere. */
export async function anOpenClass(): Promise<{ roomId: string; code: string }> {
  const roomId = await aClass(await aDebate());
  const code = newJoinCode();
  await database().prisma.room.update({
    where: { id: roomId },
    data: { joinCode: code, joinCodeUntil: new Date(Date.now() + 3_600_000) },
  });
  return { roomId, code };
}

/** Requests about people and codes that are right in every way but for who sends them. */
export const peopleRequests: Record<keyof typeof peopleContracts, (stage: Stage) => Promise<Ask>> = {
  lookAtCode: async () => ({ body: { code: (await anOpenClass()).code } }),
  joinRoom: async () => ({ body: { code: (await anOpenClass()).code, name: 'Marta' } }),
  makeJoinCode: async ({ roomId }) => ({ params: { roomId }, body: {} }),
  closeJoinCode: async ({ roomId }) => ({ params: { roomId } }),
  people: async ({ roomId }) => ({ params: { roomId } }),
  addPerson: async ({ roomId }) => {
    const { userId } = await aPerson();
    const { name } = await database().prisma.user.findUniqueOrThrow({ where: { id: userId } });
    return { params: { roomId }, body: { name, role: 'assistant' } };
  },
  changePerson: async ({ roomId }) => ({
    params: { roomId, participantId: await aSeat(await aPerson(), roomId) },
    body: { act: 'mute', reason: 'Three times the same.' },
  }),
  resetSeatCode: async ({ roomId }) => {
    const guest = await aPerson();
    await database().prisma.user.update({ where: { id: guest.userId }, data: { isGuest: true } });
    return { params: { roomId, participantId: await aSeat(guest, roomId) }, body: {} };
  },
  addRoster: async ({ roomId }) => ({ params: { roomId }, body: { names: ['Marta', 'Ivan'] } }),
  resetRoster: async ({ roomId }) => ({ params: { roomId }, body: {} }),
  // The class was opened as one in which nobody looks up names.
  revealNames: async ({ roomId }) => ({ params: { roomId }, body: { reason: 'Grades.' } }),
  // Only a guest's seat has a code, and none of these is one.
  changeOwnSeat: async ({ roomId }) => ({ params: { roomId }, body: { act: 'reset-code' } }),
};
