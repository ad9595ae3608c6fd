import type { ClaimView, RelationKind, RelationView } from '../view';
import { claimOf, relationOf } from './plain-debate';

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

/** The parts of a debate that speak of claims and relations, with everything else at its plainest. */
export const sketchDebate = (
  claims: readonly ClaimSketch[],
  relations: readonly RelationSketch[],
): DebateSketch => ({
  motion: { id: 'M' },
  claims: claims.map(({ code, ...more }) => claimOf(code, more)),
  relations: relations.map(({ from, kind, to, ...more }) =>
    relationOf(from, kind, kind === 'undercuts' ? { line: to } : to, { ...more, id: `${from}>${to}` }),
  ),
});
