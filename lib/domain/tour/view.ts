import type { SideRole } from '../debate/view';

export interface TourStepView {
  id: string;
  claimId: string;
  /** Code of the claim or motion, as addresses have it. */
  code: string;
  /** The motion to look at with this step: the first that the claim leads to. */
  motionCode: string;
  words: string;
}

/** The guided tour of a debate, as this reader can follow it. */
export interface TourView {
  steps: TourStepView[];
  revision: number;
  canEdit: boolean;
}

/** A claim or motion at which a step may stand. */
export interface TourPlace {
  id: string;
  code: string;
  isMotion: boolean;
  side: SideRole;
  text: string;
  shortTitle: string | null;
  speaker: string | null;
}
