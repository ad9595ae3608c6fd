import type { Actor } from './actor';
import * as is from './predicates';
import type {
  AccountSubject,
  AnchorSubject,
  AnnotationSubject,
  ContributionSubject,
  PersonSubject,
  RoleSubject,
  RoomSubject,
} from './subjects';

type Predicate<S> = (actor: Actor, subject: S) => boolean;
/** Alternatives; within one alternative every predicate must hold. */
type Rule<S> = readonly (readonly Predicate<S>[])[];

/** Asks a predicate about rooms of the room that a claim, relation or note is in. */
const inRoom =
  (predicate: Predicate<RoomSubject>): Predicate<{ room: RoomSubject }> =>
  (actor, subject) =>
    predicate(actor, subject.room);

const seesRoom: readonly Predicate<{ room: RoomSubject }>[] = [
  (actor, { room }) => rooms['room:read'].some((all) => all.every((holds) => holds(actor, room))),
];

const rooms = {
  'room:read': [
    [is.roomIsCommons, is.debateIsPublic],
    [is.roomIsCommons, is.isInDebate],
    [is.isInRoom],
    [is.maintainsRoom],
    [is.isAdministrator],
  ],
  'room:maintain': [[is.isSignedIn, is.maintainsRoom], [is.isAdministrator]],
  /** To hold a class on a debate. */
  'class:open': [
    [is.hasAccount, is.roomIsCommons, is.debateIsPublic],
    [is.hasAccount, is.roomIsCommons, is.isInDebate],
    [is.isAdministrator, is.roomIsCommons],
  ],
  /** To change the plan, the settings, the people and their roles, the groups and sides of a room; to close it. */
  'room:configure': [
    [is.isBelowCommons, is.teachesRoom],
    [is.isBelowCommons, is.isAdministrator],
  ],
  /** To see who is in a class, under their aliases. A group has no people of its own: they are those of its class. */
  'room:people': [
    [is.roomIsClass, is.isSignedIn, is.maintainsRoom],
    [is.roomIsClass, is.isAdministrator],
  ],
  /** To let people into a class: by its code, by a list, by their account. */
  'room:let-in': [
    [is.roomIsClass, is.teachesRoom],
    [is.roomIsClass, is.isAdministrator],
  ],
  /** To tell those who keep the room that one needs help. */
  'room:ask-help': [[is.isSignedIn, is.isBelowCommons, is.takesPart]],
  /** To say privately what one thinks of a participant's work. */
  'room:grade': [[is.isBelowCommons, is.teachesRoom]],
  /** To look up who is behind an alias: never in a room that was opened without it, whoever asks. */
  'room:reveal-names': [[is.roomIsClass, is.teachesRoom, is.namesCanBeRevealed]],
  'room:remove': [
    [is.isBelowCommons, is.ownsRoom],
    [is.isBelowCommons, is.ownsRoomAbove],
    [is.isBelowCommons, is.isAdministrator],
  ],
  /** To open a debate to everyone, or to close it again. */
  'debate:publish': [
    [is.isSignedIn, is.roomIsCommons, is.ownsRoom],
    [is.isAdministrator, is.roomIsCommons],
  ],
  /** A motion is the debate's, so it is added where everybody meets it. */
  'motion:add': [
    [is.isSignedIn, is.roomIsCommons, is.maintainsRoom, is.roomIsOpen],
    [is.isAdministrator, is.roomIsCommons, is.roomIsOpen],
  ],
  'tour:write': [
    [is.isSignedIn, is.roomIsCommons, is.maintainsRoom, is.roomIsOpen],
    [is.isAdministrator, is.roomIsCommons, is.roomIsOpen],
  ],
  'map:import': [
    [is.isSignedIn, is.roomIsCommons, is.maintainsRoom, is.roomIsOpen],
    [is.isAdministrator, is.roomIsCommons, is.roomIsOpen],
  ],
  /** A text is the debate's: everybody's citations and notes stand in it. */
  'source:write': [
    [is.isSignedIn, is.roomIsCommons, is.maintainsRoom, is.roomIsOpen],
    [is.isAdministrator, is.roomIsCommons, is.roomIsOpen],
  ],
  /** To leave anything of one's own in the room, whatever it takes now. */
  'room:take-part': [[is.isSignedIn, is.takesPart]],
  'claim:add': [[is.isSignedIn, is.takesPart, is.takesClaims]],
  'claim:publish-at-once': [
    [is.isSignedIn, is.maintainsRoom, is.roomIsOpen],
    [is.isAdministrator, is.roomIsOpen],
    [is.isSignedIn, is.takesPart, is.roomNeedsNoApproval, is.takesClaims],
  ],
  /** A note that nobody else reads. */
  'annotation:add': [[is.isSignedIn, is.takesPart, is.roomIsOpen]],
  'annotation:add-open': [[is.isSignedIn, is.takesPart, is.takesNotes]],
  /** To say which paragraphs one has read, where the room asks for that: of participants alone. */
  'passage:mark-read': [[is.isSignedIn, is.isBelowCommons, is.isParticipant]],
  /** A note open to others shows without a maintainer's word. */
  'annotation:publish-at-once': [
    [is.isSignedIn, is.maintainsRoom],
    [is.isAdministrator],
    [is.isSignedIn, is.notesNeedNoApproval],
  ],
} as const satisfies Record<string, Rule<RoomSubject>>;

/** Claims and relations alike. */
const contributions = {
  'claim:read': [
    [...seesRoom, is.isPublished],
    [...seesRoom, is.isArchived],
    [...seesRoom, is.isAuthor],
    [...seesRoom, is.isFromHere, inRoom(is.maintainsRoom)],
    [is.isAdministrator],
  ],
  'claim:edit': [
    [is.isSignedIn, is.isFromHere, is.isAuthor, is.isSuggested, inRoom(is.takesClaims)],
    [is.isSignedIn, is.isFromHere, inRoom(is.maintainsRoom), inRoom(is.roomIsOpen)],
    [is.isAdministrator, is.isFromHere, inRoom(is.roomIsOpen)],
  ],
  'claim:review': [
    [is.isSignedIn, is.isFromHere, inRoom(is.maintainsRoom)],
    [is.isAdministrator, is.isFromHere],
  ],
  /** To merge claims that say the same, and to split one that says several things. */
  'claim:merge': [
    [is.isSignedIn, is.isFromHere, inRoom(is.maintainsRoom), inRoom(is.roomIsOpen)],
    [is.isAdministrator, is.isFromHere, inRoom(is.roomIsOpen)],
  ],
  'vote:cast': [[is.isSignedIn, inRoom(is.takesPart), inRoom(is.takesVotes), is.isPublished]],
  'impact:rate': [[is.isSignedIn, inRoom(is.takesPart), inRoom(is.takesImpacts), is.isPublished]],
  /** Whether the room takes one now depends on the round too: `askedRound` in lib/domain/stance says that. */
  'stance:state': [
    [is.isSignedIn, inRoom(is.takesPart), inRoom(is.roomTakesAnswers), inRoom(is.roomIsOpen), is.isPublished],
  ],
} as const satisfies Record<string, Rule<ContributionSubject>>;

/** Those who read a note whatever a maintainer has decided about it. */
const overseesNote = [
  [...seesRoom, is.isAuthor],
  [...seesRoom, is.isSignedIn, is.maintainsHome, is.isNotPrivate],
  [...seesRoom, is.isAdministrator, is.isForTheRoom],
] as const satisfies Rule<AnnotationSubject>;

/**
 * For whom a note is, from the fewest to the most; `visible-notes.ts` in lib/server says the same to the database. Who is
 * answered reads the answer, whoever else it is for, unless it is private.
 */
const reachesReader = [
  [...seesRoom, is.isSignedIn, is.isNotPrivate, is.answersOwn, is.isNotHeldBack],
  [...seesRoom, is.isSignedIn, is.isForOwnGroup, is.isNotHeldBack],
  [...seesRoom, is.isSignedIn, is.isForTheRoom, is.isNotHeldBack],
  [...seesRoom, is.isForEveryone, is.isNotHeldBack],
] as const satisfies Rule<AnnotationSubject>;

const shownToReader = reachesReader.map((all) => [...all, is.isShown] as const);

const annotations = {
  /** Its place in a thread, and its words unless it waits or is hidden: then others see a gap where answers hang. */
  'annotation:find': [...overseesNote, ...reachesReader],
  'annotation:read': [...overseesNote, ...shownToReader],
  'annotation:edit': [
    [is.isSignedIn, is.isFromHere, is.isAuthor, is.isNotRemoved, is.isPrivate, inRoom(is.roomIsOpen)],
    [is.isSignedIn, is.isFromHere, is.isAuthor, is.isNotRemoved, is.isNotLocked, inRoom(is.takesNotes)],
    [is.isSignedIn, is.isFromHere, is.isAuthor, is.isNotRemoved, is.maintainsHome, inRoom(is.roomIsOpen)],
  ],
  'annotation:remove': [[is.isSignedIn, is.isFromHere, is.isAuthor, is.isNotRemoved]],
  /** To say that it helped, and to report it. Asked of notes that the actor reads. */
  'annotation:react': [
    [is.isSignedIn, is.isFromHere, is.isNotOwn, is.isNotRemoved, is.isShown, inRoom(is.takesPart)],
  ],
  /** To let it through, hide it with a reason, show it again. */
  'annotation:moderate': [
    [is.isSignedIn, is.isFromHere, is.maintainsHome, is.isNotPrivate, is.isNotRemoved],
    [is.isAdministrator, is.isFromHere, is.isForTheRoom, is.isNotRemoved],
  ],
  /** Whoever asked knows when it is done; maintainers keep the list short. */
  'annotation:resolve': [
    [is.isSignedIn, is.isMark, is.isNotRemoved, is.isAuthor, inRoom(is.roomIsOpen)],
    [is.isSignedIn, is.isMark, is.isNotRemoved, is.isFromHere, inRoom(is.maintainsRoom)],
    [is.isAdministrator, is.isMark, is.isNotRemoved, is.isFromHere],
  ],
} as const satisfies Record<string, Rule<AnnotationSubject>>;

/** Places in a new text that wait for a decision. */
const anchors = {
  'anchor:decide': [
    [is.isSignedIn, is.isCitation, inRoom(is.roomIsCommons), inRoom(is.maintainsRoom), inRoom(is.roomIsOpen)],
    [is.isSignedIn, is.isSeenNote, inRoom(is.roomIsCommons), inRoom(is.maintainsRoom), inRoom(is.roomIsOpen)],
    [is.isAdministrator, is.isCitation, inRoom(is.roomIsOpen)],
    [is.isAdministrator, is.isSeenNote, inRoom(is.roomIsOpen)],
    [is.isSignedIn, is.isOwnNote, inRoom(is.roomIsOpen)],
  ],
} as const satisfies Record<string, Rule<AnchorSubject>>;

/** Of people in a class, which is its teachers'; what is decided about them there holds in its groups. */
const inClass = [inRoom(is.roomIsClass)] as const;
const byWhoOwns = [
  [...inClass, inRoom(is.ownsRoom)],
  [...inClass, inRoom(is.ownsRoomAbove)],
  [...inClass, is.isAdministrator],
] as const satisfies Rule<PersonSubject>;
const byWhoTeaches = [
  [...inClass, inRoom(is.teachesRoom)],
  [...inClass, is.isAdministrator],
] as const satisfies Rule<PersonSubject>;

const people = {
  /** To keep somebody from writing what others read, and to lift it. */
  'person:mute': [
    [...inClass, is.isSignedIn, inRoom(is.maintainsRoom), is.isOther, is.keepsNothing],
    [...inClass, is.isAdministrator, is.isOther, is.keepsNothing],
  ],
  /** To take somebody out of the room, and to let them back in. */
  'person:remove': [
    [...inClass, is.isSignedIn, inRoom(is.maintainsRoom), is.isOther, is.keepsNothing],
    ...byWhoOwns.map((all) => [...all, is.isOther, is.isNotOwner] as const),
  ],
  /** A seat's code is the way into it: who teaches hands it out. */
  'person:reset-code': byWhoTeaches.map((all) => [...all, is.isWithoutAccount] as const),
  'person:erase': [
    ...byWhoTeaches.map((all) => [...all, is.isOther, is.keepsNothing] as const),
    [...inClass, is.isSelf, is.isNotLastOwner],
  ],
  'person:leave': [[...inClass, is.isSelf, is.isNotLastOwner]],
} as const satisfies Record<string, Rule<PersonSubject>>;

const roles = {
  /** Those who teach give roles; who owns the room is decided by who owns it. */
  'person:change-role': [
    ...byWhoTeaches.map((all) => [...all, is.isNotOwner, is.becomesNoOwner, is.isFitToTeach] as const),
    ...byWhoOwns.map((all) => [...all, is.isNotLastOwner, is.isFitToTeach] as const),
  ],
} as const satisfies Record<string, Rule<RoleSubject>>;

const accounts = {
  'account:read': [[is.isOwnAccount]],
  'account:change': [[is.isOwnAccount, is.hasAccount]],
  /** A guest makes an account of what they are. */
  'account:keep-seats': [[is.isOwnAccount, is.isGuest]],
} as const satisfies Record<string, Rule<AccountSubject>>;

/** Rights that concern nothing but who asks. */
const general = {
  'account:create': [[is.anyone]],
  /** By a code: whoever holds one. */
  'room:join': [[is.anyone]],
  'debate:list': [[is.anyone]],
  'debate:create': [[is.hasAccount]],
} as const satisfies Record<string, Rule<null>>;

/** The one map of who may do what. `can` is the only reader. */
export const permissions = {
  ...rooms,
  ...contributions,
  ...annotations,
  ...anchors,
  ...people,
  ...roles,
  ...accounts,
  ...general,
};

export type Permission = keyof typeof permissions;

export interface SubjectOf {
  'room:read': RoomSubject;
  'room:maintain': RoomSubject;
  'class:open': RoomSubject;
  'room:configure': RoomSubject;
  'room:people': RoomSubject;
  'room:let-in': RoomSubject;
  'room:ask-help': RoomSubject;
  'room:grade': RoomSubject;
  'room:reveal-names': RoomSubject;
  'room:remove': RoomSubject;
  'debate:publish': RoomSubject;
  'motion:add': RoomSubject;
  'tour:write': RoomSubject;
  'map:import': RoomSubject;
  'source:write': RoomSubject;
  'room:take-part': RoomSubject;
  'claim:add': RoomSubject;
  'claim:publish-at-once': RoomSubject;
  'annotation:add': RoomSubject;
  'annotation:add-open': RoomSubject;
  'passage:mark-read': RoomSubject;
  'annotation:publish-at-once': RoomSubject;
  'claim:read': ContributionSubject;
  'claim:edit': ContributionSubject;
  'claim:review': ContributionSubject;
  'claim:merge': ContributionSubject;
  'vote:cast': ContributionSubject;
  'impact:rate': ContributionSubject;
  'stance:state': ContributionSubject;
  'annotation:read': AnnotationSubject;
  'annotation:edit': AnnotationSubject;
  'annotation:remove': AnnotationSubject;
  'annotation:resolve': AnnotationSubject;
  'annotation:find': AnnotationSubject;
  'annotation:react': AnnotationSubject;
  'annotation:moderate': AnnotationSubject;
  'anchor:decide': AnchorSubject;
  'person:mute': PersonSubject;
  'person:remove': PersonSubject;
  'person:reset-code': PersonSubject;
  'person:erase': PersonSubject;
  'person:leave': PersonSubject;
  'person:change-role': RoleSubject;
  'account:read': AccountSubject;
  'account:change': AccountSubject;
  'account:keep-seats': AccountSubject;
  'account:create': null;
  'room:join': null;
  'debate:list': null;
  'debate:create': null;
}
