import type { Actor } from './actor';
import * as is from './predicates';
import type {
  AccountSubject,
  AnchorSubject,
  AnnotationSubject,
  ContributionSubject,
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
  'claim:add': [[is.isSignedIn, is.takesPart, is.roomIsOpen]],
  'claim:publish-at-once': [
    [is.isSignedIn, is.maintainsRoom, is.roomIsOpen],
    [is.isAdministrator, is.roomIsOpen],
    [is.isSignedIn, is.takesPart, is.roomNeedsNoApproval, is.roomIsOpen],
  ],
  'annotation:add': [[is.isSignedIn, is.takesPart, is.roomIsOpen]],
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
    [is.isSignedIn, is.isFromHere, is.isAuthor, is.isSuggested, inRoom(is.roomIsOpen)],
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
  'vote:cast': [[is.isSignedIn, inRoom(is.takesPart), inRoom(is.roomIsOpen), is.isPublished]],
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
  'annotation:edit': [[is.isSignedIn, is.isFromHere, is.isAuthor, is.isNotRemoved, inRoom(is.roomIsOpen)]],
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

const accounts = {
  'account:read': [[is.isOwnAccount]],
  'account:change': [[is.isOwnAccount]],
} as const satisfies Record<string, Rule<AccountSubject>>;

/** Rights that concern nothing but who asks. */
const general = {
  'account:create': [[is.anyone]],
  'debate:list': [[is.anyone]],
  'debate:create': [[is.isSignedIn]],
} as const satisfies Record<string, Rule<null>>;

/** The one map of who may do what. `can` is the only reader. */
export const permissions = {
  ...rooms,
  ...contributions,
  ...annotations,
  ...anchors,
  ...accounts,
  ...general,
};

export type Permission = keyof typeof permissions;

export interface SubjectOf {
  'room:read': RoomSubject;
  'room:maintain': RoomSubject;
  'debate:publish': RoomSubject;
  'motion:add': RoomSubject;
  'tour:write': RoomSubject;
  'map:import': RoomSubject;
  'source:write': RoomSubject;
  'claim:add': RoomSubject;
  'claim:publish-at-once': RoomSubject;
  'annotation:add': RoomSubject;
  'annotation:publish-at-once': RoomSubject;
  'claim:read': ContributionSubject;
  'claim:edit': ContributionSubject;
  'claim:review': ContributionSubject;
  'claim:merge': ContributionSubject;
  'vote:cast': ContributionSubject;
  'annotation:read': AnnotationSubject;
  'annotation:edit': AnnotationSubject;
  'annotation:remove': AnnotationSubject;
  'annotation:resolve': AnnotationSubject;
  'annotation:find': AnnotationSubject;
  'annotation:react': AnnotationSubject;
  'annotation:moderate': AnnotationSubject;
  'anchor:decide': AnchorSubject;
  'account:read': AccountSubject;
  'account:change': AccountSubject;
  'account:create': null;
  'debate:list': null;
  'debate:create': null;
}
