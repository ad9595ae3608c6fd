import type {
  ChangePlan,
  ClockInput,
  CopyRoom,
  OpenRoomGiven,
  RoomSetupGiven,
  StepInput,
} from '@/lib/domain/room/setup';
import type { RoomFrame } from '@/lib/domain/room/view';
import { type AccountResult, accountResult } from './account';
import { request } from './api';
import { newEventId } from './event-id';

/** Classes as wholes: opened, moved, set up, closed. */

export interface OpenedRoom {
  roomId: string;
  slug: string;
  joinCode: string;
}

/** Opens a class; a repeated press with the same key opens one only. */
export const openRoom = async (
  input: OpenRoomGiven,
  key = newEventId(),
): Promise<AccountResult<OpenedRoom>> =>
  accountResult(await request<OpenedRoom>('POST', '/rooms', { body: input, idempotencyKey: key }));

export const readRoomFrame = (roomId: string) => request<RoomFrame>('GET', `/rooms/${roomId}/frame`);

/** Moves a class from one step to another; `changed-since` with the room's frame when somebody else was faster. */
export const moveToStep = (roomId: string, input: StepInput) =>
  request<RoomFrame>('POST', `/rooms/${roomId}/step`, { body: input });

export const changeClock = (roomId: string, input: ClockInput) =>
  request<RoomFrame>('POST', `/rooms/${roomId}/clock`, { body: input });

/** Changes the plan; `changed-since` with the frame when it is not the one that the person saw any more. */
export const changePlan = (roomId: string, input: ChangePlan) =>
  request<RoomFrame>('PUT', `/rooms/${roomId}/plan`, { body: input });

export const setUpRoom = (roomId: string, input: RoomSetupGiven) =>
  request<RoomFrame>('PUT', `/rooms/${roomId}/settings`, { body: input });

export const closeRoom = (roomId: string, conclusion: string | null) =>
  request<RoomFrame>('PUT', `/rooms/${roomId}/closing`, { body: { conclusion } });

export const reopenRoom = (roomId: string) => request<RoomFrame>('DELETE', `/rooms/${roomId}/closing`);

export const archiveRoom = (roomId: string, isArchived: boolean) =>
  request<RoomFrame>(isArchived ? 'PUT' : 'DELETE', `/rooms/${roomId}/archive`);

/** Opens a class like this one; a repeated press with the same key opens one only. */
export const copyRoom = (roomId: string, input: CopyRoom, key: string) =>
  request<OpenedRoom>('POST', `/rooms/${roomId}/copy`, {
    body: input,
    idempotencyKey: key,
    timeoutMs: 60_000,
  });

/** Of an imported conversation it takes a minute. @param typedName the class's name as the person typed it */
export const deleteRoom = (roomId: string, typedName: string) =>
  request<undefined>('DELETE', `/rooms/${roomId}`, { body: { name: typedName }, timeoutMs: 250_000 });
