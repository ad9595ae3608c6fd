import type { ParticipantRole, RoomKind, RoomStage } from '../debate/view';
import type { RoomAct, RoomPlan, RoomSpeakers, RoomVoice } from './plan';

/** What the pages of a room show of the room itself, whoever looks; made by `roomFrame` in lib/server. */
export interface RoomFrame {
  id: string;
  slug: string;
  kind: RoomKind;
  name: string;
  debate: { slug: string; title: string; language: string };
  /** The class that a breakout group is in. */
  parent: { slug: string; name: string } | null;
  plan: RoomPlan;
  step: number;
  stage: RoomStage;
  round: number;
  /** What the room takes now, as whom, and from whom. */
  acts: RoomAct[];
  voice: RoomVoice;
  speakers: RoomSpeakers;
  clock: RoomClock;
  /** Seconds that the room has spent at each step of the plan so far, by step; steps not reached are missing. */
  spentSeconds: Record<number, number>;
  settings: RoomSettings;
  /** ISO 8601; when it first showed what came of it: from then on it takes no stances. */
  revealedAt: string | null;
  conclusion: string | null;
  closedAt: string | null;
  archivedAt: string | null;
  /** ISO 8601; when the room and all that is in it is erased by itself. */
  retainUntil: string | null;
  /** The reader's own seat here; null when they have none. */
  seat: RoomSeat | null;
  can: RoomRights;
}

/** Times are ISO 8601 and the server's. Nothing set: the step has no time. */
export interface RoomClock {
  startedAt: string;
  endsAt: string | null;
  /** Milliseconds left of a clock that stands. */
  leftMs: number | null;
  /** When this was said, so that a browser with a wrong clock counts right. */
  now: string;
}

export interface RoomSettings {
  claimsNeedApproval: boolean;
  notesNeedApproval: boolean;
  notesBeforeOthers: number;
  showsCountsEarly: boolean;
  namesCanBeRevealed: boolean;
  hasOpenDoors: boolean;
  quotas: RoomQuotas;
}

/** How much of each the room asks of a participant; what is missing is not asked for. */
export interface RoomQuotas {
  votes?: number;
  annotations?: number;
  claims?: number;
  replies?: number;
  passages?: number;
}

export interface RoomSeat {
  participantId: string;
  alias: string;
  role: ParticipantRole;
  /** Key of the side that they were given to argue for. */
  sideKey: string | null;
  isInside: boolean;
  isMuted: boolean;
  asksHelp: boolean;
  joinedAt: string;
}

/** What this reader may do with the room, as the policy says. */
export interface RoomRights {
  /** Keeps the room: sees who is here, moves it on, moderates. */
  maintain: boolean;
  /** Changes its plan and settings, its people and their roles. */
  configure: boolean;
  revealNames: boolean;
  grade: boolean;
  remove: boolean;
}
