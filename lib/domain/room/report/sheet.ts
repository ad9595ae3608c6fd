import type { SideRole, VoteChoice } from '../../debate/view';
import type { StanceReply } from '../../stance/shift';
import type { FeedbackView } from '../feedback/view';
import type { ReportPerson } from './view';
import type { WrittenContribution } from './written';

/** What one person did in a room: for whoever teaches there, and for the person themself, who alone sees what they think. */
export interface PersonSheet {
  person: ReportPerson;
  contributions: WrittenContribution[];
  /** All of it for who grades; what was released for the person themself. */
  feedback: FeedbackView[];
  /** The person's own, from the reveal on; null for everybody else. */
  own: OwnAnswers | null;
}

export interface OwnAnswers {
  first: StanceReply;
  second: StanceReply;
  reasons: { code: string; side: SideRole; text: string }[];
  votes: { code: string; side: SideRole; text: string; choice: VoteChoice }[];
}
