import type { EvidenceStatus, RoomKind, RoomStage, SideRole, SideView, VoteTally } from '../../debate/view';
import type { MeanShift } from '../../stance/shift';
import type { ClaimResult } from './claim-results';
import type { ReportNumbers } from './report';

/** The report of a room, as its page and the API show it to one reader. */
export interface RoomReport {
  room: {
    id: string;
    slug: string;
    name: string;
    kind: RoomKind;
    stage: RoomStage;
    /** ISO 8601 */
    openedAt: string;
    closedAt: string | null;
    conclusion: string | null;
    /** The class that a group is in. */
  };
  debate: { slug: string; title: string; question: string; language: string };
  /** The motion that stances are about, and all that the report can be asked for. */
  motion: ReportMotion | null;
  motions: ReportMotion[];
  sides: SideView[];
  /** Keeps the room: sees who did how much, and small numbers. */
  teaches: boolean;
  /** What this reader may do with it. */
  can: {
    /** Sees who did what, and takes that along. */
    maintain: boolean;
    /** Takes single answers along. */
    configure: boolean;
    /** Takes names along. */
    revealNames: boolean;
    /** Says privately what they think of people's work. */
    grade: boolean;
  };
  /** Own seat, when the reader is one of the people counted. */
  ownId: string | null;
  /** How much was done, without what anybody thinks; null for others before the reveal. */
  participation: ReportNumbers['participation'] | null;
  /** By person, for who keeps the room. */
  people: ReportPerson[] | null;
  /** When the report was computed. ISO 8601. */
  at: string;
  /** What the room thinks; null until the reveal, for everybody. */
  results: ReportResults | null;
}

export interface ReportMotion {
  id: string;
  code: string;
  text: string;
}

/** What a person did, never what they think; nor whether they stated a stance, which the strip would then tell of. */
export interface ReportPerson {
  id: string;
  alias: string;
  votes: number;
  claims: number;
  notes: number;
  replies: number;
  passages: number;
}

export interface ReportClaim extends ClaimResult {
  code: string;
  side: SideRole;
  text: string;
  evidence: EvidenceStatus;
  /** Added in the class, by hand or from a group. */
  isFromRoom: boolean;
}

export interface ReportResults extends Omit<ReportNumbers, 'claims' | 'participation'> {
  claims: ReportClaim[];
  /** When each round was asked; null where the plan had no such step. ISO 8601. */
  rounds: { first: string | null; second: string | null };
  /** First stances of people who came in when the step for them was over. */
  late: LateFirst | null;
  /** When the room first showed its result, and the votes that were cast or changed after it; null where there are none. */
  afterReveal: { since: string; votes: number } | null;
  groups: ReportGroup[];
  /** Votes for a side beside one's own, of people who cast both. */
  voices: ReportVoice[];
}

/** Of those who came in when the step for first stances was over. */
export interface LateFirst {
  people: number;
  /** First stances that they stated all the same, which count like others; null of fewer than five, also of none. */
  stated: number | null;
}

/** People who voted on a claim both for a side and for themselves; null of fewer than five. */
export interface ReportVoice {
  claimId: string;
  code: string;
  sideKey: string;
  people: number | null;
  /** Voted the same both times. */
  same: number | null;
  own: VoteTally | null;
  voice: VoteTally | null;
}

export interface ReportGroup {
  id: string;
  slug: string;
  name: string;
  people: number;
  claims: number;
  notes: number;
  /** Claims that were taken to the class. */
  promoted: number;
  /** Matched pairs; null, like the mean, where it is too few to tell this reader or could be worked out. */
  pairs: number | null;
  mean: MeanShift | null;
}
