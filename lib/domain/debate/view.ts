import type { QuestionKey, SchemeKey } from '../argument/schemes';
import type { RoomAct, RoomVoice, RoomStage as Stage } from '../room/plan';

/**
 * What a screen shows of a debate: plain data, made by `debateView` in lib/server, read by the map, the outline, the
 * text and the HTTP API alike. Only what this reader may know is in it: hidden tallies are null, not zero.
 */

/** Side roles: a stands at the start, b at the end, n takes no side. Names come from the debate. */
export type SideRole = 'a' | 'b' | 'n';
export type RelationKind = 'supports' | 'attacks' | 'undercuts';
export type EvidenceStatus = 'quoted' | 'reported' | 'asserted' | 'inferred' | 'beyond';
export type Layer = 'article' | 'beyond';
export type ContributionStatus = 'suggested' | 'published' | 'declined' | 'archived';
/**
 * Why a relation is closed although its claim may stand: it was decided on alone, or after a merge another one says the
 * same (repeated) or it would tie a claim to itself. Null for one that went with its claim.
 */
export type RelationClosing = 'alone' | 'repeated' | 'itself' | 'opposed';
export type VoteChoice = 'agree' | 'disagree' | 'pass';
export type ParticipantRole = 'owner' | 'teacher' | 'assistant' | 'participant' | 'observer';
export type RoomKind = 'commons' | 'class' | 'breakout';
export type RoomStage = Stage;
/** Private: for those with a seat in one of the debate's rooms. */
export type DebateAccess = 'private' | 'public';
export type AnnotationKind = 'comment' | 'question' | 'evidence' | 'concern';
/**
 * Who may read a note, from the fewest to the most; each includes those before it. `teachers`: those who maintain the room.
 * `group`: those in the same breakout group. `room`: everyone signed in who may read the room. `public`: everyone who may
 * read the debate; only notes of the commons are that.
 */
export type Visibility = 'private' | 'teachers' | 'group' | 'room' | 'public';
/** A note that waits for a maintainer, shows, or was hidden by one. */
export type NoteStatus = 'waiting' | 'published' | 'hidden';
export type ReportReason = 'insult' | 'personal_data' | 'off_topic' | 'spam' | 'other';
/** What a reviewer found about a claim. */
export type ReviewMark =
  | 'unsupported'
  | 'unclear'
  | 'duplicate'
  | 'off_topic'
  | 'several_claims'
  | 'not_a_claim'
  | 'needs_source'
  | 'one_sided';

export interface SideView {
  key: string;
  name: string;
  role: 'a' | 'b';
  speaks: 'for' | 'against';
}

/** Votes of the room on one claim; null where this reader may not see them (yet). */
export interface VoteTally {
  agree: number;
  disagree: number;
  pass: number;
}

/** `seq` is 0 before the first vote; a later write must carry a greater one. */
export interface OwnVote {
  choice: VoteChoice | null;
  seq: number;
  /** The claim changed its meaning after this vote: it asks to be voted on again. */
  isStale: boolean;
}

/** Mean of the room's impacts on a relation, 0..4, and how many people rated it. */
export interface ImpactTally {
  mean: number;
  count: number;
}

export interface OwnImpact {
  weight: number | null;
  seq: number;
  /** The relation was moved after this was said: it asks to be rated again. */
  isStale: boolean;
}

/**
 * How a citation stands in the newest text of its source. `here`: the words are there. `changed`: other words stand at the
 * place that was found, and nobody has said that they will do. `lost`: the passage is no longer in the text.
 */
export type CitationStanding = 'here' | 'changed' | 'lost';

export interface CitationView {
  id: string;
  sourceKey: string;
  /** The newest version, or the last one that had it. */
  sourceVersionId: string;
  versionNumber: number;
  standing: CitationStanding;
  /** Somebody has yet to say whether the place found in the newest text is right. */
  isUndecided: boolean;
  /** Key of the paragraph in which the citation starts, e.g. p9 or art-5. */
  passageKey: string;
  /** How people name that paragraph: "9", or "Art. 5". */
  passageLabel: string;
  /** UTF-16 offsets into the text of the source version. */
  start: number;
  end: number;
  exact: string;
}

export interface ClaimView {
  id: string;
  code: string;
  side: SideRole;
  layer: Layer;
  status: ContributionStatus;
  statusReason: string | null;
  revision: number;
  text: string;
  shortTitle: string | null;
  evidence: EvidenceStatus;
  speaker: string | null;
  citations: CitationView[];
  /** What it rests on was changed or is gone, and nobody has decided about that yet. */
  hasChangedEvidence: boolean;
  /** Alias of the person who added it; null for claims that came with the debate. */
  authorAlias: string | null;
  isOwn: boolean;
  tally: VoteTally | null;
  ownVote: OwnVote;
  /** Notes on the claim that this reader can see, replies included. */
  noteCount: number;
  canEdit: boolean;
  canReview: boolean;
  /** Marks of reviewers that nobody has resolved, counted by kind. */
  openMarks: { mark: ReviewMark; count: number }[];
  /** Code of the claim that this one was merged into. */
  mergedInto: string | null;
  /** Codes of the claims that this one was split into. */
  splitInto: string[];
  /** Codes of the claims that this one was made from. */
  madeFrom: string[];
}

export interface MotionView {
  id: string;
  code: string;
  text: string;
  shortTitle: string | null;
  noteCount: number;
  /** Null where the room's stage hides how people stand, and until this reader has answered. */
  stances: StanceSummary | null;
  /** This reader's stance in the open round; null while there is none, and while it is put away. */
  ownStance: OwnStance | null;
  /** The one of the first round, beside that of the second; null until the second has been placed. */
  firstStance: OwnStance | null;
  /** They have said where they stand in the open round, whether or not that is shown. */
  hasStated: boolean;
  /** The round in which the room takes a stance from them now; late: its step is over, and they came in after it. */
  asks: { round: 1 | 2; isLate: boolean } | null;
  /** What their own votes imply for the motion may be shown to them. */
  showsCheck: boolean;
}

/** A motion of the debate, to choose it by. */
export interface MotionChoice {
  id: string;
  code: string;
  text: string;
  shortTitle: string | null;
}

export interface RelationView {
  id: string;
  kind: RelationKind;
  fromClaimId: string;
  /** Exactly one of the two is set. */
  toClaimId: string | null;
  toRelationId: string | null;
  status: ContributionStatus;
  statusReason: string | null;
  closing: RelationClosing | null;
  /** Grows with every change; a change names the one that it was made on. */
  revision: number;
  /** Relations with the same value are linked premises: one reason made of several claims. */
  group: string | null;
  /** What kind of reason it is, when that is said; null for undercuts. */
  scheme: SchemeKey | null;
  /** The question to the scheme of the line that it meets; null for supports and attacks. */
  questionKey: QuestionKey | null;
  layer: Layer;
  tally: ImpactTally | null;
  ownImpact: OwnImpact;
  noteCount: number;
  authorAlias: string | null;
  isOwn: boolean;
  canEdit: boolean;
  canReview: boolean;
}

/** Five-point confidence in words: 1 a guess, 2 leaning, 3 fairly sure, 4 certain. */
export type Confidence = 1 | 2 | 3 | 4;

export interface OwnStance {
  answer: 'placed' | 'unsure' | 'withdrawn';
  /** -100 wholly against, 100 wholly for; null unless placed. */
  value: number | null;
  confidence: Confidence | null;
  reason: string | null;
  /** Ids of the claims that they say moved them; of a second stance alone. */
  movedBy: string[];
  seq: number;
}

/** How the room stands: seven bands from wholly for (first, start side of the page) to wholly against. */
export interface StanceSummary {
  count: number;
  unsure: number;
  /** Null while fewer than five people have answered. */
  bands: number[] | null;
}

export interface RoomView {
  id: string;
  kind: RoomKind;
  name: string;
  stage: RoomStage;
  round: number;
  /** The step of the room's plan, from 0. */
  step: number;
  /** When the step's time is over (ISO 8601); null without a time, and while the clock stands. */
  stageEndsAt: string | null;
  /** What the room lets its people do now. */
  acts: RoomAct[];
  /** It has shown what came of it; before that nobody sees counts, stances or strength in a class. */
  isRevealed: boolean;
  /** As whom they vote and argue now. */
  voice: RoomVoice;
  /** The debate's commons: this room or the topmost above it. Public notes are posted there. */
  commonsId: string;
  /** Notes open to others wait for a maintainer, unless one writes them. */
  notesNeedApproval: boolean;
  /** What this reader has to post before notes of others show; null when nothing is held back. */
  hiddenUntilPosted: { required: number; posted: number } | null;
  /** The breakout group that this reader may write for here; null when they sit in none. */
  groupName: string | null;
  /** The class in which the people of this group vote, rate and say where they stand; null where the room itself takes that. */
  answersIn: { slug: string; name: string } | null;
}

/** The signed-in reader; null for a visitor. */
export interface ViewerView {
  alias: string;
  role: ParticipantRole;
  /** May publish, decline and archive what others suggest. */
  isMaintainer: boolean;
  isAdministrator: boolean;
  /** May open the debate to everyone, or close it again. */
  canPublish: boolean;
}

/**
 * Where a claim stands in the whole map of its motion, when only a part of that map was read. It is what can be said of
 * the claim truly although its siblings and replies may not be there.
 */
export interface PlaceInWhole {
  /** Author's order of the whole map, from 0; -1 for the motion. */
  order: number;
  /** Its number in the outline, e.g. "1.3.2"; null where the outline gives none. */
  number: string | null;
  /** Place among its siblings, from 1, and how many they are. */
  position: number;
  setSize: number;
  /** Claims right under it, and under it at any depth, read or not. */
  children: number;
  below: number;
}

/** What is said of the part of a large map that an answer holds. */
export interface PartFacts {
  /** Claims of the whole map of this motion in this reader's sight. */
  claimCount: number;
  /** Changes when the structure of the whole map does: its claims, relations, sides or states. */
  hash: string;
  /** Of every claim in the answer, and of what they stand under. */
  places: Record<string, PlaceInWhole>;
  /** Author's order, from 0, of the relations in the answer. */
  relationOrder: Record<string, number>;
}

/** A whole large map without its words, in the order of the outline: each claim after what it stands under. */
export interface WholeMapView {
  hash: string;
  motionId: string;
  claims: {
    id: string;
    code: string;
    side: SideRole;
    status: ContributionStatus;
    tally: VoteTally | null;
    ownVote: Pick<OwnVote, 'choice' | 'isStale'>;
    /** Null on the first level. */
    parentId: string | null;
  }[];
  relations: (Pick<
    RelationView,
    'id' | 'kind' | 'fromClaimId' | 'toClaimId' | 'toRelationId' | 'status' | 'tally' | 'group'
  > & { ownImpact: Pick<OwnImpact, 'weight' | 'isStale'> })[];
}

/** The part of a large debate that was read; further claims come in pages (`MapPage`). */
export interface DebatePart extends PartFacts {
  /** Relations of the claims that were read whose other end was not: they are shown when it comes. */
  dangling: RelationView[];
  /** In the browser, once it is there. */
  whole?: WholeMapView;
}

/** Further claims of a large debate, in the author's order, with every relation that starts at one of them. */
export interface MapPage {
  part: PartFacts;
  claims: ClaimView[];
  relations: RelationView[];
  /** Id of the claim after which the next page starts; null at the end. */
  next: string | null;
}

export interface DebateView {
  id: string;
  /** Names this room of the debate in addresses: lib/domain/room/room-slug.ts. */
  slug: string;
  title: string;
  question: string;
  summary: string;
  language: string;
  access: DebateAccess;
  room: RoomView;
  sides: [SideView, SideView];
  /** All of them, in the author's order. */
  motions: MotionChoice[];
  /** The one that is looked at. */
  motion: MotionView;
  /** Author's order: what leads to this motion, and what leads to none. No motion is among them. */
  claims: ClaimView[];
  relations: RelationView[];
  /** Null when everything was read, as in all but large debates. */
  part: DebatePart | null;
  /** Codes that people may still use, with those that took their place: by a merge one, by a split several. */
  successors: Record<string, string[]>;
  viewer: ViewerView | null;
  /** The texts that claims cite, by the key that citations name. */
  sources: { key: string; title: string }[];
  /** The room takes contributions now. */
  isOpen: boolean;
}

export interface SentenceView {
  key: string;
  start: number;
  end: number;
  isContext: boolean;
}

export interface PassageView {
  key: string;
  label: string;
  heading: string | null;
  start: number;
  end: number;
  sentences: SentenceView[];
}

export interface SourceView {
  id: string;
  key: string;
  kind: 'digest' | 'treaty' | 'text';
  title: string;
  attribution: string;
  /** Address on the web, when it has one. */
  url: string | null;
  language: string;
  version: { id: string; number: number; createdAt: string; text: string };
  passages: PassageView[];
}
