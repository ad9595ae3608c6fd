import { type ActingPerson, type Deed, mayAct, takesAnswers } from '../domain/room/acts';
import { maintainsBy, teachesBy } from '../domain/room/roles';
import type { Actor } from './actor';
import type {
  AccountSubject,
  AnchorSubject,
  AnnotationSubject,
  ContributionSubject,
  PersonSubject,
  RoleSubject,
  RoomSubject,
} from './subjects';

/** One line of reason each; `permissions.ts` combines them. */

export const anyone = (): boolean => true;
export const isSignedIn = (actor: Actor): boolean => actor.kind === 'person';
/** Somebody with an account, unlike a guest of one room. */
export const hasAccount = (actor: Actor): boolean => actor.kind === 'person' && !actor.isGuest;
export const isGuest = (actor: Actor): boolean => actor.kind === 'person' && actor.isGuest;
export const isAdministrator = (actor: Actor): boolean => actor.kind === 'person' && actor.isAdministrator;

export const roomIsCommons = (_: Actor, room: RoomSubject): boolean => room.kind === 'commons';
/** People come into the class, and go from there to its groups: only there they are let in, named and taken out. */
export const roomIsClass = (_: Actor, room: RoomSubject): boolean => room.kind === 'class';
export const isBelowCommons = (_: Actor, room: RoomSubject): boolean => room.kind !== 'commons';
/** Owner or teacher of the class, and so of its groups. */
export const teachesRoom = (actor: Actor, room: RoomSubject): boolean =>
  isSignedIn(actor) && teachesBy([room.role, ...room.rolesAbove]);
export const namesCanBeRevealed = (_: Actor, room: RoomSubject): boolean => room.namesCanBeRevealed;
export const ownsRoomAbove = (_: Actor, room: RoomSubject): boolean => room.rolesAbove.includes('owner');
export const debateIsPublic = (_: Actor, room: RoomSubject): boolean => room.isPublic;
export const isInDebate = (_: Actor, room: RoomSubject): boolean => room.isInDebate;
export const ownsRoom = (_: Actor, room: RoomSubject): boolean => room.role === 'owner';
export const isInRoom = (_: Actor, room: RoomSubject): boolean => room.role !== null;
export const maintainsRoom = (_: Actor, room: RoomSubject): boolean =>
  maintainsBy([room.role, ...room.rolesAbove]);
/** What decides beside the room's step whether it takes what this actor writes. */
export const actingPerson = (actor: Actor, room: RoomSubject): ActingPerson => ({
  maintains: maintainsRoom(actor, room) || isAdministrator(actor),
  isInside: room.isInside,
  isMuted: room.isMuted,
});
const takes =
  (deed: Deed) =>
  (actor: Actor, room: RoomSubject): boolean =>
    mayAct(room, deed, actingPerson(actor, room));
/** The room takes this from this actor at its step; an open one always takes what nobody else reads. */
export const takesClaims = takes('claim');
export const takesNotes = takes('note');
export const takesVotes = takes('vote');
export const takesImpacts = takes('impact');
export const roomTakesAnswers = (_: Actor, room: RoomSubject): boolean => takesAnswers(room);
export const roomIsOpen = (_: Actor, room: RoomSubject): boolean => room.stage !== 'closed';
export const roomNeedsNoApproval = (_: Actor, room: RoomSubject): boolean => !room.claimsNeedApproval;
export const notesNeedNoApproval = (_: Actor, room: RoomSubject): boolean => !room.notesNeedApproval;
/**
 * Anyone with an account takes part in a public commons; elsewhere it takes a seat, and an observer only watches. A guest came
 * by a code into one room, and takes part there.
 */
export const takesPart = (actor: Actor, room: RoomSubject): boolean =>
  room.role === null
    ? room.kind === 'commons' && room.isPublic && hasAccount(actor)
    : room.role !== 'observer';

/** Has a seat to take part in, and neither keeps the room nor watches. */
export const isParticipant = (_: Actor, room: RoomSubject): boolean => room.role === 'participant';

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
export const isPrivate = (_: Actor, note: AnnotationSubject): boolean => note.visibility === 'private';
export const isNotPrivate = (_: Actor, note: AnnotationSubject): boolean => note.visibility !== 'private';
export const answersOwn = (_: Actor, note: AnnotationSubject): boolean => note.answersOwn;
export const maintainsHome = (_: Actor, note: AnnotationSubject): boolean => note.maintainsHome;
/** What came with the debate is never held back. */
export const isNotHeldBack = (_: Actor, note: AnnotationSubject): boolean =>
  !note.isHeldBack || note.isEditors;
export const isShown = (_: Actor, note: AnnotationSubject): boolean => note.status === 'published';
export const isNotOwn = (_: Actor, note: AnnotationSubject): boolean => !note.isOwn;
export const isMark = (_: Actor, note: AnnotationSubject): boolean => note.isMark;
/** Its thread takes no more words. */
export const isNotLocked = (_: Actor, note: AnnotationSubject): boolean => !note.isLocked;
export const isNotRemoved = (_: Actor, note: AnnotationSubject): boolean => !note.isRemoved;

export const isCitation = (_: Actor, anchor: AnchorSubject): boolean => anchor.of === 'citation';
export const isSeenNote = (_: Actor, anchor: AnchorSubject): boolean => anchor.of === 'note' && anchor.isSeen;
export const isOwnNote = (_: Actor, anchor: AnchorSubject): boolean => anchor.of === 'note' && anchor.isOwn;

export const isOther = (_: Actor, person: PersonSubject): boolean => !person.isSelf;
export const isSelf = (_: Actor, person: PersonSubject): boolean => person.isSelf;
export const isNotLastOwner = (_: Actor, person: PersonSubject): boolean => !person.isLastOwner;
/** Neither keeps the room nor teaches in it. */
export const keepsNothing = (_: Actor, { role }: PersonSubject): boolean => !maintainsBy([role]);
export const isNotOwner = (_: Actor, { role }: PersonSubject): boolean => role !== 'owner';
export const isWithoutAccount = (_: Actor, person: PersonSubject): boolean => person.isWithoutAccount;
export const becomesNoOwner = (_: Actor, { to }: RoleSubject): boolean => to !== 'owner';
/** Who decides about others' people and plan is somebody whom an account names. */
export const isFitToTeach = (_: Actor, { to, isWithoutAccount }: RoleSubject): boolean =>
  !teachesBy([to]) || !isWithoutAccount;
export const isOwnAccount = (actor: Actor, account: AccountSubject): boolean =>
  actor.kind === 'person' && actor.userId === account.userId;
