import type { ClaimView, VoteTally } from './view';

/** Ways to look at a part of a debate's claims. */
export const CLAIM_FILTERS = [
  'unvoted',
  'agreed',
  'disagreed',
  'contested',
  'bare',
  'quoted',
  'reported',
  'asserted',
  'inferred',
  'marked',
  'waiting',
] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

const FEWEST_VOTES = 4;

/** Opinions divide: of at least four votes, a third or more stand on either side. Passing takes no side. */
export function isContested({ agree, disagree }: VoteTally): boolean {
  const votes = agree + disagree;
  return votes >= FEWEST_VOTES && Math.min(agree, disagree) * 3 >= votes;
}

const RULES: Readonly<Record<ClaimFilter, (claim: ClaimView) => boolean>> = {
  // A vote on earlier words is asked for again.
  unvoted: ({ status, ownVote }) => status === 'published' && (ownVote.choice === null || ownVote.isStale),
  agreed: ({ ownVote }) => ownVote.choice === 'agree',
  disagreed: ({ ownVote }) => ownVote.choice === 'disagree',
  contested: ({ tally }) => tally !== null && isContested(tally),
  bare: ({ citations }) => citations.length === 0,
  quoted: ({ evidence }) => evidence === 'quoted',
  reported: ({ evidence }) => evidence === 'reported',
  asserted: ({ evidence }) => evidence === 'asserted',
  inferred: ({ evidence }) => evidence === 'inferred',
  marked: ({ openMarks }) => openMarks.length > 0,
  waiting: ({ status }) => status === 'suggested',
};

/** The claims that a filter lets through; what is hidden from the reader never counts as there. */
export const filteredClaims = (claims: readonly ClaimView[], filter: ClaimFilter): ClaimView[] =>
  claims.filter(RULES[filter]);
