import type { CitationView } from '@/lib/domain/debate/view';

/** How a citation stands in the newest text, where the answer says so: a text of one version says nothing. */
type Standing = CitationView & { standing?: string; isUndecided?: boolean };

/** The passage is no longer in the text: there is nowhere to mark it. */
export const isLost = ({ standing }: Standing): boolean => standing === 'lost';

/** Its place was found changed, or by search, and nobody has said yet whether that will do. */
export const waitsForReview = ({ standing, isUndecided }: Standing): boolean =>
  standing === 'changed' || isUndecided === true;
