/**
 * What the engine computes on: a weighted bipolar graph with undercuts and linked premises. Strength of a claim comes
 * from its base score and from the relations that lead to it; nothing else of a debate matters here.
 */

export type ArgumentRelationKind = 'supports' | 'attacks' | 'undercuts';

export interface ArgumentClaim {
  id: string;
  /** What the claim is worth by itself, 0..1; 0.5 knows nothing either way. */
  base: number;
}

export interface ArgumentRelation {
  id: string;
  /** Id of the claim that gives the reason. */
  from: string;
  /** Id of a claim; of a relation when this one undercuts. */
  to: string;
  kind: ArgumentRelationKind;
  /** How much the reason matters if it is true, 0..1. */
  weight: number;
  /** Relations of one group are linked premises: one reason as strong as its weakest claim. Same kind, same target. */
  group: string | null;
}

/** Ids of claims are unique, and so are ids of relations. Order carries no meaning. */
export interface ArgumentGraph {
  claims: readonly ArgumentClaim[];
  relations: readonly ArgumentRelation[];
}
