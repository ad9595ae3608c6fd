import type { AnnotationView } from '@/lib/domain/annotation/view';
import type { ReviewClaim } from '@/lib/domain/claim/schema';
import type { ClaimView } from '@/lib/domain/debate/view';
import { answerOf } from './after-sending';
import type { AnnotationAnswer, SendOutcome } from './contribution-types';
import type { RoomRequests } from './room-requests';

export interface DecisionSurroundings {
  send: RoomRequests['send'];
  learnClaim: (claim: ClaimView) => void;
  learnNote: (note: AnnotationView) => void;
  /** The server took a review. */
  onReviewed: (before: ClaimView, status: ClaimView['status']) => void;
}

/**
 * What a person decides in the sight of what stands there: sent now or not at all. Waiting in the outbox would carry out
 * an hour later what was decided about another state of things; and none of it holds words that could be lost.
 */
export class RoomDecisions {
  constructor(private readonly around: DecisionSurroundings) {}

  reviewClaim = async (claim: ClaimView, input: ReviewClaim): Promise<SendOutcome<{ claim: ClaimView }>> => {
    const path = `/claims/${claim.id}/review`;
    const outcome = await this.around.send<{ claim: ClaimView }>('POST', path, input);
    const answer = answerOf<{ claim: ClaimView }>(outcome, 'claim');
    if (answer) this.around.learnClaim(answer.claim);
    if (outcome.status === 'sent') this.around.onReviewed(claim, outcome.value.claim.status);
    return outcome;
  };

  removeAnnotation = async (note: AnnotationView): Promise<SendOutcome<AnnotationAnswer>> =>
    this.learn(await this.around.send<AnnotationAnswer>('DELETE', `/annotations/${note.id}`, {}));

  /** Says that what a mark asked for is done, or opens it again. */
  resolveAnnotation = async (
    note: AnnotationView,
    isResolved: boolean,
  ): Promise<SendOutcome<AnnotationAnswer>> =>
    this.learn(
      await this.around.send<AnnotationAnswer>('PUT', `/annotations/${note.id}/resolution`, { isResolved }),
    );

  private learn(outcome: SendOutcome<AnnotationAnswer>): SendOutcome<AnnotationAnswer> {
    const answer = answerOf<AnnotationAnswer>(outcome, 'annotation');
    if (answer) this.around.learnNote(answer.annotation);
    return outcome;
  }
}
