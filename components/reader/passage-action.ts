import type { SelectedRange } from '@/lib/domain/annotation/segments';

/** What can be made of a passage. */
export type PassageAction = 'comment' | 'question' | 'claim';

/** The actions with their keys, in the order of the toolbar. */
export const PASSAGE_ACTIONS = [
  { action: 'comment', key: 'C' },
  { action: 'question', key: 'Q' },
  { action: 'claim', key: 'M' },
] as const satisfies readonly { action: PassageAction; key: string }[];

/** What is being written about a passage. */
export interface PassageDraft {
  action: PassageAction;
  range: SelectedRange;
}
