import type { SelectedRange } from '@/lib/domain/annotation/segments';

/** What can be made of a passage: a note of one of two kinds, a citation for a claim that is there, or a claim. */
export type PassageAction = 'comment' | 'question' | 'cite' | 'claim';

/** The actions with their keys, in the order of the toolbar. */
export const PASSAGE_ACTIONS = [
  { action: 'comment', key: 'C' },
  { action: 'question', key: 'Q' },
  { action: 'cite', key: 'E' },
  { action: 'claim', key: 'M' },
] as const satisfies readonly { action: PassageAction; key: string }[];

/** The action that a pressed key stands for; null for any other. */
export const actionOfKey = (pressed: string): PassageAction | null =>
  PASSAGE_ACTIONS.find(({ key }) => key.toLowerCase() === pressed.toLowerCase())?.action ?? null;

/** What is being written about a passage. */
export interface PassageDraft {
  action: PassageAction;
  range: SelectedRange;
}
