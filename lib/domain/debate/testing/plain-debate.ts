import type { ClaimView, DebateView, RelationKind, RelationView } from '../view';

/** A claim for tests, with nothing said about it but what the test needs. */
export const claimOf = (code: string, more: Partial<ClaimView> = {}): ClaimView => ({
  id: code,
  code,
  side: code.startsWith('H') ? 'b' : code.startsWith('D') ? 'a' : 'n',
  layer: 'article',
  status: 'published',
  statusReason: null,
  revision: 1,
  text: `What ${code} says.`,
  shortTitle: null,
  evidence: 'asserted',
  speaker: null,
  citations: [],
  authorAlias: null,
  isOwn: false,
  tally: null,
  ownVote: { choice: null, seq: 0, isStale: false },
  noteCount: 0,
  canEdit: false,
  canReview: false,
  ...more,
});

/** A relation for tests: `to` is the code of a claim, or `{ line: id }` for an undercut. */
export const relationOf = (
  fromClaimId: string,
  kind: RelationKind,
  to: string | { line: string },
  more: Partial<RelationView> = {},
): RelationView => ({
  id: typeof to === 'string' ? `${fromClaimId}>${to}` : `${fromClaimId}>(${to.line})`,
  kind,
  fromClaimId,
  toClaimId: typeof to === 'string' ? to : null,
  toRelationId: typeof to === 'string' ? null : to.line,
  status: 'published',
  statusReason: null,
  closing: null,
  revision: 1,
  group: null,
  layer: 'article',
  tally: null,
  ownImpact: { weight: null, seq: 0, isStale: false },
  noteCount: 0,
  authorAlias: null,
  isOwn: false,
  canEdit: false,
  canReview: false,
  ...more,
});

/** A debate for tests on the motion M with two sides. */
export const debateOf = (claims: ClaimView[], relations: RelationView[]): DebateView => ({
  id: 'debate',
  slug: 'debate',
  title: 'Debate',
  question: 'Is it so?',
  summary: '',
  language: 'en',
  access: 'public',
  room: { id: 'room', kind: 'commons', name: 'Commons', stage: 'explore', round: 1 },
  sides: [
    { key: 'one', name: 'One', role: 'a', speaks: 'for' },
    { key: 'other', name: 'Other', role: 'b', speaks: 'against' },
  ],
  motions: [{ id: 'M', code: 'M', text: 'It is so.', shortTitle: null }],
  motion: {
    id: 'M',
    code: 'M',
    text: 'It is so.',
    shortTitle: null,
    noteCount: 0,
    stances: null,
    ownStance: null,
  },
  claims,
  relations,
  viewer: null,
  sources: [],
  isOpen: true,
});
