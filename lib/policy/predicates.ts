import { maintainsBy } from '../domain/room/roles';
import type { Actor } from './actor';
import type {
  AccountSubject,
  AnchorSubject,
  AnnotationSubject,
  ContributionSubject,
  RoomSubject,
} from './subjects';

/** One line of reason each; `permissions.ts` combines them. */

export const anyone = (): boolean => true;
export const isSignedIn = (actor: Actor): boolean => actor.kind === 'person';
export const isAdministrator = (actor: Actor): boolean => actor.kind === 'person' && actor.isAdministrator;

export const roomIsCommons = (_: Actor, room: RoomSubject): boolean => room.kind === 'commons';
export const debateIsPublic = (_: Actor, room: RoomSubject): boolean => room.isPublic;
export const isInDebate = (_: Actor, room: RoomSubject): boolean => room.isInDebate;
export const ownsRoom = (_: Actor, room: RoomSubject): boolean => room.role === 'owner';
export const isInRoom = (_: Actor, room: RoomSubject): boolean => room.role !== null;
export const maintainsRoom = (_: Actor, room: RoomSubject): boolean =>
  maintainsBy([room.role, ...room.rolesAbove]);
export const roomIsOpen = (_: Actor, room: RoomSubject): boolean => room.stage !== 'closed';
export const roomNeedsNoApproval = (_: Actor, room: RoomSubject): boolean => !room.claimsNeedApproval;
export const notesNeedNoApproval = (_: Actor, room: RoomSubject): boolean => !room.notesNeedApproval;
/** Anyone signed in takes part in a public commons; elsewhere it takes a seat, and an observer only watches. */
export const takesPart = (_: Actor, room: RoomSubject): boolean =>
  room.role === null ? room.kind === 'commons' && room.isPublic : room.role !== 'observer';

export const isAuthor = (_: Actor, subject: ContributionSubject | AnnotationSubject): boolean =>
  subject.isOwn;
/** Who maintains a class has no say over what the commons above it holds. */
export const isFromHere = (_: Actor, subject: ContributionSubject | AnnotationSubject): boolean =>
  subject.isFromHere;
export const isPublished = (_: Actor, subject: ContributionSubject): boolean =>
  subject.status === 'published';
export const isArchived = (_: Actor, subject: ContributionSubject): boolean => subject.status === 'archived';
export const isSuggested = (_: Actor, subject: ContributionSubject): boolean =>
  subject.status === 'suggested';

export const isForEveryone = (_: Actor, note: AnnotationSubject): boolean => note.visibility === 'public';
export const isForTheRoom = (_: Actor, note: AnnotationSubject): boolean =>
  note.visibility === 'room' || note.visibility === 'public';
export const isForOwnGroup = (_: Actor, note: AnnotationSubject): boolean =>
  note.visibility === 'group' && note.isInGroup;
export const isNotPrivate = (_: Actor, note: AnnotationSubject): boolean => note.visibility !== 'private';
export const answersOwn = (_: Actor, note: AnnotationSubject): boolean => note.answersOwn;
export const maintainsHome = (_: Actor, note: AnnotationSubject): boolean => note.maintainsHome;
/** What came with the debate is never held back. */
export const isNotHeldBack = (_: Actor, note: AnnotationSubject): boolean =>
  !note.isHeldBack || note.isEditors;
export const isShown = (_: Actor, note: AnnotationSubject): boolean => note.status === 'published';
export const isNotOwn = (_: Actor, note: AnnotationSubject): boolean => !note.isOwn;
export const isMark = (_: Actor, note: AnnotationSubject): boolean => note.isMark;
export const isNotRemoved = (_: Actor, note: AnnotationSubject): boolean => !note.isRemoved;

export const isCitation = (_: Actor, anchor: AnchorSubject): boolean => anchor.of === 'citation';
export const isSeenNote = (_: Actor, anchor: AnchorSubject): boolean => anchor.of === 'note' && anchor.isSeen;
export const isOwnNote = (_: Actor, anchor: AnchorSubject): boolean => anchor.of === 'note' && anchor.isOwn;

export const isOwnAccount = (actor: Actor, account: AccountSubject): boolean =>
  actor.kind === 'person' && actor.userId === account.userId;
