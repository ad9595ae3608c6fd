import type { ParticipantRole } from '../debate/view';

const MAINTAINERS: readonly ParticipantRole[] = ['owner', 'teacher', 'assistant'];

/** Whether one of these roles, in a room or above it, keeps that room: decides about what others write there. */
export const maintainsBy = (roles: readonly (ParticipantRole | null)[]): boolean =>
  roles.some((role) => role !== null && MAINTAINERS.includes(role));
