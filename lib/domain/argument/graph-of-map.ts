import type { MapClaim, MapDocument, MapRelation } from '../formats/map-document';
import type { ArgumentGraph } from './graph';
import { weighedGraph } from './graph-of-debate';
import { baseScore, NEUTRAL_BASE, relationWeight, UNRATED_WEIGHT } from './scores';

/** Votes where there are any, else the base score that the file gives, else the middle. */
const baseOf = ({ votes, base }: Pick<MapClaim, 'votes' | 'base'>): number =>
  votes && votes.agree + votes.disagree > 0 ? baseScore(votes) : (base ?? NEUTRAL_BASE);

/** Impacts where there are any, else the weight that the file gives, else in full. */
const weightOf = ({ impact, weight }: Pick<MapRelation, 'impact' | 'weight'>): number =>
  impact && impact.count > 0 ? relationWeight(impact) : (weight ?? UNRATED_WEIGHT);

/** The graph of a sound map. Only what is published counts, and what says nothing of its status is. */
export function graphOfMap({ claims, relations }: Pick<MapDocument, 'claims' | 'relations'>): ArgumentGraph {
  const bases = new Map(claims.map((claim) => [claim.id, baseOf(claim)]));
  const weights = new Map(relations.map((relation) => [relation.id, weightOf(relation)]));
  return weighedGraph(
    {
      motions: [],
      claims: claims.map(({ id, status = 'published' }) => ({ id, status, tally: null })),
      relations: relations.map(({ id, from, to, kind, group = null }) => ({
        id,
        kind,
        fromClaimId: from,
        toClaimId: kind === 'undercuts' ? null : to,
        toRelationId: kind === 'undercuts' ? to : null,
        status: 'published',
        tally: null,
        group,
      })),
    },
    {
      base: ({ id }) => bases.get(id) ?? NEUTRAL_BASE,
      weight: ({ id }) => weights.get(id) ?? UNRATED_WEIGHT,
      motionBase: () => NEUTRAL_BASE,
    },
  );
}
