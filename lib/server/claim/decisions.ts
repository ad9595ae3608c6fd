import type { ReviewClaim } from '../../domain/claim/schema';
import type { ContributionStatus } from '../../domain/debate/view';

interface Decision {
  from: readonly ContributionStatus[];
  to: ContributionStatus;
}

/** From which status each decision of a maintainer leads, and to which; claims and relations alike. */
export const DECISIONS = {
  publish: { from: ['suggested', 'declined'], to: 'published' },
  decline: { from: ['suggested'], to: 'declined' },
  archive: { from: ['published'], to: 'archived' },
  restore: { from: ['archived'], to: 'published' },
} as const satisfies Record<ReviewClaim['decision'], Decision>;

export const leadsFrom = (decision: Decision, status: ContributionStatus): boolean =>
  decision.from.includes(status);
