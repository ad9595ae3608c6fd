import type { ContributionKind } from './facts';

/** A piece of somebody's work, in full. */
export interface WrittenContribution {
  id: string;
  kind: ContributionKind;
  /** As it was written: notes are Markdown. */
  words: string;
  /** Code of the claim that it is, or is about; empty elsewhere. */
  claim: string;
  /** The passage that a note is on; empty elsewhere. */
  quote: string;
  /** Name of the room that it was written in. */
  room: string;
  isInGroup: boolean;
  /** Written for a side that the person was given. */
  isVoice: boolean;
  /** A claim that nobody has decided about yet. */
  isWaiting: boolean;
  /** ISO 8601 */
  at: string;
}
