import type { ClaimView, RelationKind, RelationView } from '../view';

/** A claim in a test: its code is its id; the side is read from the code's first letter unless given. */
export interface ClaimSketch {
  code: string;
  side?: ClaimView['side'];
  layer?: ClaimView['layer'];
  status?: ClaimView['status'];
}

/** A relation in a test: its id is `from>to`; `to` is a claim's code, `M`, or (undercuts) a relation's id. */
export interface RelationSketch {
  from: string;
  kind: RelationKind;
  to: string;
  layer?: RelationView['layer'];
  status?: RelationView['status'];
}

export interface DebateSketch {
  motion: { id: string };
  claims: ClaimView[];
  relations: RelationView[];
}

const sideOfLetter: Record<string, ClaimView['side']> = { D: 'a', H: 'b' };

/** The parts of a debate that speak of claims and relations, with everything else at its plainest. */
export function sketchDebate(
  claims: readonly ClaimSketch[],
  relations: readonly RelationSketch[],
): DebateSketch {
  return { motion: { id: 'M' }, claims: claims.map(claimFrom), relations: relations.map(relationFrom) };
}

function claimFrom({ code, side, layer = 'article', status = 'published' }: ClaimSketch): ClaimView {
  return {
    id: code,
    code,
    side: side ?? sideOfLetter[code.charAt(0)] ?? 'n',
    layer,
    status,
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
  };
}

function relationFrom({
  from,
  kind,
  to,
  layer = 'article',
  status = 'published',
}: RelationSketch): RelationView {
  return {
    id: `${from}>${to}`,
    kind,
    fromClaimId: from,
    toClaimId: kind === 'undercuts' ? null : to,
    toRelationId: kind === 'undercuts' ? to : null,
    status,
    layer,
    tally: null,
    ownImpact: { weight: null, seq: 0 },
    noteCount: 0,
  };
}
