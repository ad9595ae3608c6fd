import type { ContributionStatus, ImpactTally, RelationKind, VoteTally } from '../debate/view';
import type { ArgumentClaim, ArgumentGraph, ArgumentRelation } from './graph';
import { baseScore, NEUTRAL_BASE, relationWeight, UNRATED_WEIGHT } from './scores';

/** What the engine reads of a claim in a debate; a `ClaimView` has it. */
export interface ClaimToWeigh {
  id: string;
  status: ContributionStatus;
  tally: VoteTally | null;
}

/** What the engine reads of a relation in a debate; a `RelationView` has it. */
export interface RelationToWeigh {
  id: string;
  kind: RelationKind;
  fromClaimId: string;
  toClaimId: string | null;
  toRelationId: string | null;
  status: ContributionStatus;
  tally: ImpactTally | null;
  /** Relations with the same value are linked premises. */
  group?: string | null;
}

/** What the engine reads of a debate; a `DebateView` has it. A debate of several motions lists them all in `motions`. */
export interface DebateToWeigh<
  Claim extends ClaimToWeigh = ClaimToWeigh,
  Relation extends RelationToWeigh = RelationToWeigh,
> {
  motion?: { id: string };
  motions?: readonly { id: string }[];
  claims: readonly Claim[];
  relations: readonly Relation[];
}

/** What a claim is worth before argument, and how much a relation matters; both 0..1. */
export interface Weighing<Claim extends ClaimToWeigh, Relation extends RelationToWeigh> {
  base: (claim: Claim) => number;
  weight: (relation: Relation) => number;
  /** Base score of a motion. */
  motionBase: (id: string) => number;
}

/** The room's votes and impacts. Those that this reader may not see count as none. */
const ROOM: Weighing<ClaimToWeigh, RelationToWeigh> = {
  base: ({ tally }) => (tally ? baseScore(tally) : NEUTRAL_BASE),
  weight: ({ tally }) => (tally ? relationWeight(tally) : UNRATED_WEIGHT),
  motionBase: () => NEUTRAL_BASE,
};

/**
 * Relations that lead from a published claim to a published claim, or to such a relation. An undercut of one that is not
 * published has nothing to undercut; undercuts in a circle never reach a claim and fall away with it.
 */
export function standing<Relation extends RelationToWeigh>(
  relations: readonly Relation[],
  claims: ReadonlySet<string>,
): Relation[] {
  const found: Relation[] = [];
  const undercutsOf = new Map<string, Relation[]>();
  for (const relation of relations) {
    if (relation.status !== 'published' || !claims.has(relation.fromClaimId)) continue;
    if (relation.kind !== 'undercuts') {
      if (relation.toClaimId !== null && claims.has(relation.toClaimId)) found.push(relation);
    } else if (relation.toRelationId !== null) {
      const others = undercutsOf.get(relation.toRelationId);
      if (others) others.push(relation);
      else undercutsOf.set(relation.toRelationId, [relation]);
    }
  }
  // The list grows while it is walked: what undercuts a standing relation stands too.
  for (const { id } of found) for (const undercut of undercutsOf.get(id) ?? []) found.push(undercut);
  return found;
}

/** The sound graph of a debate, weighed in a way of one's own. */
export function weighedGraph<Claim extends ClaimToWeigh, Relation extends RelationToWeigh>(
  debate: DebateToWeigh<Claim, Relation>,
  { base, weight, motionBase }: Weighing<Claim, Relation>,
): ArgumentGraph {
  const motions = new Set(
    [...(debate.motion ? [debate.motion] : []), ...(debate.motions ?? [])].map(({ id }) => id),
  );
  const claims: ArgumentClaim[] = [...motions].map((id) => ({ id, base: motionBase(id) }));
  for (const claim of debate.claims) {
    if (claim.status === 'published' && !motions.has(claim.id)) {
      claims.push({ id: claim.id, base: base(claim) });
    }
  }
  const relations = standing(debate.relations, new Set(claims.map(({ id }) => id))).map(
    (relation): ArgumentRelation => {
      const { id, kind, fromClaimId, toClaimId, toRelationId, group } = relation;
      const to = toRelationId ?? toClaimId ?? '';
      return {
        id,
        from: fromClaimId,
        to,
        kind,
        weight: weight(relation),
        // Premises of one kind and target only are one reason, whatever else a group has been.
        group: group ? `${kind} ${to} ${group}` : null,
      };
    },
  );
  return { claims, relations };
}

/**
 * The graph of a debate as its reader may know it: published claims and relations, votes as base scores, impacts as
 * weights. A motion has stances, not votes: it starts from the middle.
 */
export const graphOfDebate = (debate: DebateToWeigh): ArgumentGraph => weighedGraph(debate, ROOM);
