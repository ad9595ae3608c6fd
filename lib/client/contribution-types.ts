import type { AnnotationView } from '@/lib/domain/annotation/view';
import type {
  ClaimView,
  EvidenceStatus,
  ImpactTally,
  OwnImpact,
  OwnStance,
  OwnVote,
  RelationView,
  StanceSummary,
  VoteTally,
} from '@/lib/domain/debate/view';
import type { FailureCode } from '@/lib/domain/failure';
import type { StateStance } from '@/lib/domain/stance/schema';

/** What a stance says; the outbox adds its number and id. */
export type StanceInput = Omit<StateStance, 'seq' | 'eventId'>;

/** Answers of the HTTP API's writes, as its OpenAPI document describes them. The bodies are in lib/domain. */

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
  firstStance: OwnStance | null;
  hasStated: boolean;
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
  code: FailureCode | 'too-old' | 'perhaps-sent' | 'unreachable' | null;
  /** The server's sentence in the reader's language; may be empty. */
  message: string;
  field: string | null;
  /** What the server has now, for an out-of-date write. */
  current: unknown;
}

/** What became of a press: taken, kept here until it can be sent, kept until sign-in, or refused. */
export type SendOutcome<T = undefined> =
  | { status: 'sent'; value: T }
  /** `isKept` once this device has it: a page that goes now does not lose it. */
  | { status: 'waiting'; isKept: boolean }
  | { status: 'sign-in' }
  | ({ status: 'failed' } & SendFailure);
