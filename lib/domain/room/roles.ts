import type { ParticipantRole } from '../debate/view';

const MAINTAINERS: readonly ParticipantRole[] = ['owner', 'teacher', 'assistant'];

const TEACHERS: readonly ParticipantRole[] = ['owner', 'teacher'];

/** Whether one of these roles, in a room or above it, teaches there: decides about its plan and its people. */
export const teachesBy = (roles: readonly (ParticipantRole | null)[]): boolean =>
  roles.some((role) => role !== null && TEACHERS.includes(role));

/** Whether one of these roles, in a room or above it, keeps that room: decides about what others write there. */
export const maintainsBy = (roles: readonly (ParticipantRole | null)[]): boolean =>
  roles.some((role) => role !== null && MAINTAINERS.includes(role));
