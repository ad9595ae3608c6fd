/** What a kept text was going to be, as the first words of its key say. */
const KINDS = [
  ['note:edit:', 'noteEdit'],
  ['note:reply:', 'reply'],
  ['note:', 'note'],
  ['edit-claim:', 'claimEdit'],
  ['claim:', 'claim'],
  ['stance:', 'stance'],
  ['review', 'reason'],
  ['split:', 'split'],
  ['tour:', 'tour'],
  ['debate:', 'debate'],
  ['import:', 'import'],
  ['plan:', 'plan'],
  ['conclusion:', 'conclusion'],
  ['roster:', 'roster'],
] as const;

export type DraftKind = (typeof KINDS)[number][1] | 'text';

export const draftKindOf = (key: string): DraftKind =>
  KINDS.find(([start]) => key.startsWith(start))?.[1] ?? 'text';
