import type {
  ContributionStatus,
  NoteStatus,
  ParticipantRole,
  RoomKind,
  RoomStage,
  Visibility,
} from '../domain/debate/view';
import type { RoomAct, RoomSpeakers } from '../domain/room/plan';

/** The facts that rights depend on, read together with what the request is about. */

export interface RoomSubject {
  kind: RoomKind;
  stage: RoomStage;
  /** What its people may do at this step, and whose words it takes. */
  acts: readonly RoomAct[];
  speakers: RoomSpeakers;
  /** It was made as one in which those who teach may look up names. */
  namesCanBeRevealed: boolean;
  /** The actor sits in the inner circle of a fishbowl. */
  isInside: boolean;
  /** The actor was muted here. */
  isMuted: boolean;
  claimsNeedApproval: boolean;
  notesNeedApproval: boolean;
  /** Everyone may read the commons of this room's debate. */
  isPublic: boolean;
  /** The actor has a seat in some room of the debate. */
  isInDebate: boolean;
  /** The actor's role in this room, null when they have none (yet). */
  role: ParticipantRole | null;
  /** The actor's roles in the rooms above, down from the class; for a room that is in no class, from the commons. */
  rolesAbove: readonly ParticipantRole[];
}

export interface ContributionSubject {
  room: RoomSubject;
  /** Belongs to this very room, not to one above it that this room sees. */
  isFromHere: boolean;
  status: ContributionStatus;
  isOwn: boolean;
}

export interface AnnotationSubject {
  room: RoomSubject;
  /** Belongs to this very room, not to one above it that this room sees. */
  isFromHere: boolean;
  visibility: Visibility;
  status: NoteStatus;
  isOwn: boolean;
  /** Came with the debate: nobody's answer to it. */
  isEditors: boolean;
  /** The actor wrote the note that it answers, or that its thread begins with. */
  answersOwn: boolean;
  /** It is for a breakout group, and the actor sits in that. */
  isInGroup: boolean;
  /** The actor maintains the room that it belongs to, which may be one above the one they look from. */
  maintainsHome: boolean;
  /** That room holds the notes of others back from the actor for now. */
  isHeldBack: boolean;
  isRemoved: boolean;
  /** A maintainer has closed its thread. */
  isLocked: boolean;
  /** Asks for something to be done about a claim. */
  isMark: boolean;
}

/** A citation's or a note's place in a new version of a text. */
export interface AnchorSubject {
  /** The commons of the debate. */
  room: RoomSubject;
  of: 'citation' | 'note';
  /** The actor wrote the note. */
  isOwn: boolean;
  /** The actor may read the note like every other reader: a private note is nobody's but its author's. */
  isSeen: boolean;
}

/** Somebody with a seat in a room, of whom those who keep it decide. */
export interface PersonSubject {
  room: RoomSubject;
  /** Their role in the room. */
  role: ParticipantRole;
  isSelf: boolean;
  /** The room would be nobody's without them. */
  isLastOwner: boolean;
  /** They came by a code, or stand on a list: no account says who they are. */
  isWithoutAccount: boolean;
}

/** The same with the role that they would have. */
export interface RoleSubject extends PersonSubject {
  to: ParticipantRole;
}

export interface AccountSubject {
  userId: string;
}
