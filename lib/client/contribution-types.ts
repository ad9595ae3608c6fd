import type { AnnotationView } from '@/lib/domain/annotation/view';
import type {
  AnnotationKind,
  ClaimView,
  Confidence,
  EvidenceStatus,
  ImpactTally,
  OwnImpact,
  OwnStance,
  OwnVote,
  RelationKind,
  RelationView,
  SideRole,
  StanceSummary,
  Visibility,
  VoteTally,
} from '@/lib/domain/debate/view';
import type { FailureCode } from '@/lib/domain/failure';

/** Bodies and answers of the HTTP API's writes, as its OpenAPI document describes them. */

export interface StanceInput {
  answer: 'placed' | 'unsure' | 'withdrawn';
  /** -100 (wholly against) to 100 (wholly for); null unless placed. */
  value: number | null;
  confidence: Confidence | null;
  reason: string | null;
}

export interface CitationInput {
  sourceVersionId: string;
  start: number;
  end: number;
  exact: string;
}

export type RelationTarget =
  | { kind: Exclude<RelationKind, 'undercuts'>; toClaimId: string }
  | { kind: 'undercuts'; toRelationId: string };

export interface AddClaim {
  text: string;
  side: SideRole;
  evidence: EvidenceStatus;
  speaker: string | null;
  citations: CitationInput[];
  relation: RelationTarget;
}

export interface EditClaim {
  text: string;
  evidence: EvidenceStatus;
  speaker: string | null;
  changesMeaning: boolean;
  /** The revision that the person saw. */
  revision: number;
}

export interface ReviewClaim {
  decision: 'publish' | 'decline' | 'archive' | 'restore';
  reason?: string;
}

export type NoteTarget =
  | { type: 'passage'; sourceVersionId: string; start: number; end: number; exact: string }
  | { type: 'claim'; claimId: string }
  | { type: 'relation'; relationId: string }
  | { type: 'annotation'; annotationId: string };

export interface AddAnnotation {
  target: NoteTarget;
  kind: AnnotationKind;
  visibility: Visibility;
  body: string;
}

export interface EditAnnotation {
  body: string;
  kind: AnnotationKind;
  visibility: Visibility;
  revision: number;
}

export interface VoteAnswer {
  ownVote: OwnVote;
  tally: VoteTally | null;
}

export interface ImpactAnswer {
  ownImpact: OwnImpact;
  tally: ImpactTally | null;
}

export interface StanceAnswer {
  ownStance: OwnStance | null;
  stances: StanceSummary | null;
}

export interface AddedClaim {
  claim: ClaimView;
  relation: RelationView;
}

export interface AnnotationAnswer {
  annotation: AnnotationView;
}

export interface ClaimRevision {
  number: number;
  text: string;
  evidence: EvidenceStatus;
  speaker: string | null;
  changesMeaning: boolean;
  authorAlias: string | null;
  createdAt: string;
}

/** Why something was not taken. `code` is null when no answer of ours came back. */
export interface SendFailure {
  code: FailureCode | 'too-old' | 'unreachable' | null;
  /** The server's sentence in the reader's language; may be empty. */
  message: string;
  field: string | null;
  /** What the server has now, for an out-of-date write. */
  current: unknown;
}

/** What became of a press: taken, kept here until it can be sent, kept until sign-in, or refused. */
export type SendOutcome<T = undefined> =
  | { status: 'sent'; value: T }
  | { status: 'waiting' }
  | { status: 'sign-in' }
  | ({ status: 'failed' } & SendFailure);
