import type { WrittenContribution } from '../report/written';
import type { Criterion, Points } from './rubric';

/** What somebody who teaches said of a participant's work. */
export interface FeedbackView {
  id: string;
  participantId: string;
  /** The claim or note that it is about; null for the work as a whole. */
  contributionId: string | null;
  words: string;
  /** As schools write it; null for none. */
  grade: string | null;
  points: Points;
  revision: number;
  /** ISO 8601; null while only those who grade see it. */
  releasedAt: string | null;
  updatedAt: string;
}

/** The desk of who grades: people by alias, what they wrote, and what was said of it. */
export interface FeedbackDesk {
  room: { id: string; slug: string; name: string };
  rubric: Criterion[];
  people: {
    id: string;
    alias: string;
    contributions: WrittenContribution[];
    feedback: FeedbackView[];
  }[];
}

/** What was released to a person of their own work. */
export interface OwnFeedback {
  rubric: Criterion[];
  feedback: (FeedbackView & {
    /** What it is about, in full; null for the work as a whole, and where that has since been removed. */
    about: Pick<WrittenContribution, 'kind' | 'words' | 'claim'> | null;
  })[];
}
