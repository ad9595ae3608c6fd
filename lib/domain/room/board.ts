import type { ClaimView, RelationKind, SideRole } from '../debate/view';
import type { AskedTasks, PersonProgress } from './progress';

/** What those who keep a room see of how it goes; nobody else gets any of it. */
export interface RoomProgress {
  /** ISO 8601, the server's: what moments are counted from. */
  now: string;
  stageStartedAt: string;
  asked: AskedTasks;
  /** Participants with a seat, by alias; who keeps the room and who watches are not among them. */
  people: PersonProgress[];
  observers: number;
  turnout: BoardTurnout;
  groups: GroupProgress[];
  /** Here and in the open groups below, where whoever keeps the class decides too. */
  waiting: { claims: number; notes: number; reported: number; hidden: number };
  spotlight: SpotlightView | null;
  /** Newest first. */
  activity: ActivityItem[];
}

/** How many took part, never what they said. */
export interface BoardTurnout {
  /** Participants who have come. */
  people: number;
  done: number;
  votes: number;
  voters: number;
  firstStances: number;
  secondStances: number;
}

/** A breakout group, as its class sees it. */
export interface GroupProgress {
  id: string;
  slug: string;
  name: string;
  people: number;
  notes: number;
  claims: number;
  /** Waits for a decision there; in the class's numbers as well. */
  waiting: { claims: number; notes: number; reported: number };
}

/** The claim that the projector shows large. */
export interface SpotlightView {
  claimId: string;
  code: string;
  text: string;
  side: SideRole;
}

export const ACTIVITY_KINDS = [
  'joined',
  'left',
  'finished',
  'claim',
  'note',
  'reply',
  'help-asked',
  'help-given',
  'claim-published',
  'claim-declined',
  'note-hidden',
  'note-restored',
  'muted',
  'unmuted',
  'removed',
  'thread-locked',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Something that somebody did in the room: who, what and where, never their words. */
export interface ActivityItem {
  id: string;
  kind: ActivityKind;
  at: string;
  /** Who did it, or whom it was done to; null when the account is gone. */
  alias: string | null;
  /** A claim's code, or a paragraph's label as people name it; null where there is no place to tell. */
  place: { type: 'claim'; code: string } | { type: 'passage'; label: string } | null;
}

/** A claim that waits for a decision, with what it would be tied to. */
export interface WaitingClaim {
  claim: ClaimView;
  line: { kind: RelationKind; toCode: string; toSide: SideRole } | null;
  /** The group in which it waits, and where it is decided; null of the room itself. */
  group: { slug: string; name: string } | null;
}
