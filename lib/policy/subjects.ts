import type {
  ContributionStatus,
  NoteStatus,
  ParticipantRole,
  RoomKind,
  RoomStage,
  Visibility,
} from '../domain/debate/view';

/** The facts that rights depend on, read together with what the request is about. */

export interface RoomSubject {
  kind: RoomKind;
  stage: RoomStage;
  claimsNeedApproval: boolean;
  notesNeedApproval: boolean;
  /** Everyone may read the commons of this room's debate. */
  isPublic: boolean;
  /** The actor has a seat in some room of the debate. */
  isInDebate: boolean;
  /** The actor's role in this room, null when they have none (yet). */
  role: ParticipantRole | null;
  /** The actor's roles in the rooms above, the commons included. */
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

export interface AccountSubject {
  userId: string;
}
