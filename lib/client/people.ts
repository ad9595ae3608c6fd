import type {
  AddPerson,
  ChangePerson,
  OwnSeatAnswer,
  OwnSeatChange,
  RoomPerson,
  RosterSlip,
} from '@/lib/domain/room/people';
import { type ApiResult, request } from './api';

/** What those who keep a room do with its people and codes: sent now or not at all. */

export interface JoinCodeMade {
  code: string;
  /** The address that leads straight in. */
  url: string;
  /** ISO 8601; when it stops working. */
  until: string;
}

/** Makes a code for the room; the one before it stops working at once. */
export const makeJoinCode = (roomId: string, hours?: number): Promise<ApiResult<JoinCodeMade>> =>
  request('POST', `/rooms/${roomId}/join-code`, { body: hours === undefined ? {} : { hours } });

/** Takes the room's code away: nobody new comes in by it. */
export const closeJoinCode = (roomId: string): Promise<ApiResult<undefined>> =>
  request('DELETE', `/rooms/${roomId}/join-code`);

export const readPeople = (roomId: string): Promise<ApiResult<{ people: RoomPerson[] }>> =>
  request('GET', `/rooms/${roomId}/people`);

export const changePerson = (
  roomId: string,
  participantId: string,
  change: ChangePerson,
): Promise<ApiResult<undefined>> =>
  request('PATCH', `/rooms/${roomId}/people/${participantId}`, { body: change });

export interface SeatCodeMade {
  code: string;
  alias: string | null;
  name: string | null;
}

export const resetSeatCode = (roomId: string, participantId: string): Promise<ApiResult<SeatCodeMade>> =>
  request('POST', `/rooms/${roomId}/people/${participantId}/seat-code`);

export const addColleague = (
  roomId: string,
  colleague: AddPerson,
): Promise<ApiResult<{ participantId: string; alias: string }>> =>
  request('POST', `/rooms/${roomId}/people`, { body: colleague });

/** @param key the same for a press that is sent again: it makes the places once */
export const addRoster = (
  roomId: string,
  names: readonly string[],
  key: string,
): Promise<ApiResult<{ slips: RosterSlip[] }>> =>
  request('POST', `/rooms/${roomId}/roster`, { body: { names }, idempotencyKey: key, timeoutMs: 20_000 });

export const resetRoster = (roomId: string): Promise<ApiResult<{ slips: RosterSlip[] }>> =>
  request('POST', `/rooms/${roomId}/roster/codes`, { timeoutMs: 20_000 });

export const revealNames = (
  roomId: string,
  reason: string,
): Promise<ApiResult<{ names: { participantId: string; name: string }[] }>> =>
  request('POST', `/rooms/${roomId}/names`, { body: { reason } });

export const changeOwnSeat = (roomId: string, change: OwnSeatChange): Promise<ApiResult<OwnSeatAnswer>> =>
  request('PATCH', `/rooms/${roomId}/seat`, { body: change });
