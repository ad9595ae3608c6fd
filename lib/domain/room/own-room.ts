import type { ParticipantRole, RoomStage } from '../debate/view';
import type { PlanStep } from './plan';

/** A class in the list of somebody who has a seat in it. */
export interface OwnRoom {
  id: string;
  slug: string;
  name: string;
  debate: { title: string; language: string };
  role: ParticipantRole;
  alias: string;
  stage: RoomStage;
  /** The step that it is at; null for a room without a plan. */
  at: Pick<PlanStep, 'stage' | 'title' | 'task' | 'voice' | 'speakers'> | null;
  state: RoomState;
  /** People who came in, those who keep the room left out. */
  people: number;
  /** For those who keep it, while newcomers may come in by it. */
  code: { text: string; until: string } | null;
  closedAt: string | null;
  retainUntil: string | null;
}

export const ROOM_STATES = ['running', 'coming', 'closed', 'archived'] as const;
export type RoomState = (typeof ROOM_STATES)[number];

/** Where a class is in its life. One at its first step that nobody has come into yet is still to come. */
export function stateOf(room: {
  archivedAt: unknown;
  stage: RoomStage;
  step: number;
  people: number;
}): RoomState {
  if (room.archivedAt !== null) return 'archived';
  if (room.stage === 'closed') return 'closed';
  return room.step === 0 && room.people === 0 ? 'coming' : 'running';
}
