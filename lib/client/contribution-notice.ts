import type { OutboxAction } from './outbox-entry';

/** Something worth saying aloud or writing on the banner. */
export type ContributionNotice =
  | {
      type: 'sent' | 'waiting' | 'superseded';
      action: OutboxAction;
      /** Not by the first try on the page where it was made: its form may be gone. */
      isLate: boolean;
    }
  | { type: 'refused'; action: OutboxAction; isLate: boolean; message: string }
  | { type: 'text'; text: string };
