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

const annotations = {
  'annotation:read': [
    [...seesRoom, is.isForTheRoom],
    [...seesRoom, is.isAuthor],
  ],
  'annotation:edit': [[is.isSignedIn, is.isAuthor, is.isNotRemoved, inRoom(is.roomIsOpen)]],
  'annotation:remove': [[is.isSignedIn, is.isAuthor, is.isNotRemoved]],
  /** Whoever asked knows when it is done; maintainers keep the list short. */
  'annotation:resolve': [
    [is.isSignedIn, is.isMark, is.isNotRemoved, is.isAuthor, inRoom(is.roomIsOpen)],
    [is.isSignedIn, is.isMark, is.isNotRemoved, is.isFromHere, inRoom(is.maintainsRoom)],
    [is.isAdministrator, is.isMark, is.isNotRemoved, is.isFromHere],
  ],
  'annotation:history': [
    [...seesRoom, is.isAuthor, is.isNotRemoved],
    [...seesRoom, is.isForTheRoom, is.isFromHere, inRoom(is.maintainsRoom), is.isNotRemoved],
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
  'claim:read': ContributionSubject;
  'claim:edit': ContributionSubject;
  'claim:review': ContributionSubject;
  'claim:merge': ContributionSubject;
  'vote:cast': ContributionSubject;
  'annotation:read': AnnotationSubject;
  'annotation:edit': AnnotationSubject;
  'annotation:remove': AnnotationSubject;
  'annotation:resolve': AnnotationSubject;
  'annotation:history': AnnotationSubject;
  'anchor:decide': AnchorSubject;
  'account:read': AccountSubject;
  'account:change': AccountSubject;
  'account:create': null;
  'debate:list': null;
  'debate:create': null;
}
