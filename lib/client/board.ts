import type { RoomProgress, WaitingClaim } from '@/lib/domain/room/board';
import type { NudgeInput } from '@/lib/domain/room/board-schema';
import type { PresenterView } from '@/lib/domain/room/presenter';
import { type ApiResult, request } from './api';

/** What those who keep a room ask for and do while it runs: now or not at all. */

export const readProgress = (roomId: string): Promise<ApiResult<RoomProgress>> =>
  request('GET', `/rooms/${roomId}/progress`);

export const readPresenter = (roomId: string): Promise<ApiResult<PresenterView>> =>
  request('GET', `/rooms/${roomId}/presenter`);

export const readWaitingClaims = (roomId: string): Promise<ApiResult<{ claims: WaitingClaim[] }>> =>
  request('GET', `/rooms/${roomId}/waiting`);

/** Asks people for what the room waits for. @returns how many were told */
export const nudgePeople = (roomId: string, input: NudgeInput): Promise<ApiResult<{ nudged: number }>> =>
  request('POST', `/rooms/${roomId}/nudges`, { body: input });

/** Tells those who keep the room that the reader needs help. */
export const askForHelp = (roomId: string): Promise<ApiResult<{ asksHelp: boolean }>> =>
  request('PUT', `/rooms/${roomId}/help`);

/** Says that the reader needs no help any more, or that somebody was helped. */
export const endHelp = (roomId: string, participantId?: string): Promise<ApiResult<{ asksHelp: boolean }>> =>
  request('DELETE', `/rooms/${roomId}/help`, { body: participantId === undefined ? {} : { participantId } });

/** Shows a claim large on the projector, or none. */
export const showOnProjector = (
  roomId: string,
  claimId: string | null,
): Promise<ApiResult<{ claimId: string | null }>> =>
  request('PUT', `/rooms/${roomId}/spotlight`, { body: { claimId } });
