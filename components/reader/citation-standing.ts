import type { CitationView } from '@/lib/domain/debate/view';

type Standing = Pick<CitationView, 'standing' | 'isUndecided'>;

/** The passage is in no newest text: there is nowhere to mark it but in the version that had it. */
export const isLost = ({ standing }: Standing): boolean => standing === 'lost';

/** Its place was found changed, or by search, and nobody has said yet whether that will do. */
export const waitsForReview = ({ standing, isUndecided }: Standing): boolean =>
  standing !== 'lost' && (standing === 'changed' || isUndecided);
