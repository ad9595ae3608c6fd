import type {
  AssignSides,
  ChangeGroups,
  GroupsView,
  Promote,
  Promoted,
  ProposeGroups,
  SetCircles,
  SidesView,
} from '@/lib/domain/room/groups';
import { type ApiResult, request } from './api';

/** What those who keep a class do with its groups and sides: sent now or not at all. */

export const readGroups = (roomId: string): Promise<ApiResult<GroupsView>> =>
  request('GET', `/rooms/${roomId}/groups`);

/** How the class would be divided; ids of seats, group by group. */
export const proposeGroups = (
  roomId: string,
  body: ProposeGroups,
): Promise<ApiResult<{ groups: string[][] }>> =>
  request('POST', `/rooms/${roomId}/groups/proposal`, { body });

export const changeGroups = (roomId: string, body: ChangeGroups): Promise<ApiResult<GroupsView>> =>
  request('PUT', `/rooms/${roomId}/groups`, { body });

/** @param groupId null for no group */
export const moveToGroup = (
  roomId: string,
  participantId: string,
  groupId: string | null,
): Promise<ApiResult<GroupsView>> =>
  request('PUT', `/rooms/${roomId}/groups/${participantId}`, { body: { groupId } });

export const promote = (roomId: string, body: Promote): Promise<ApiResult<Promoted>> =>
  request('POST', `/rooms/${roomId}/promotions`, { body });

export const assignSides = (roomId: string, body: AssignSides): Promise<ApiResult<SidesView>> =>
  request('PUT', `/rooms/${roomId}/sides`, { body });

export const setCircles = (roomId: string, body: SetCircles): Promise<ApiResult<SidesView>> =>
  request('PUT', `/rooms/${roomId}/circles`, { body });
