import type { ClaimView, RelationView } from './view';

/** What of a claim, and of a relation, decides where a claim stands: a large map is read with no more than this. */
export type PlacedClaim = Pick<ClaimView, 'id' | 'side' | 'layer' | 'status'>;
export type PlacingRelation = Pick<
  RelationView,
  'id' | 'fromClaimId' | 'toClaimId' | 'toRelationId' | 'layer' | 'status'
>;

/** Where a claim stands: the relation that puts it there and the claim (or motion) it stands under. */
export interface Place<R extends PlacingRelation = RelationView> {
  relation: R;
  hostId: string;
}

/** What is needed to find places: the motion is a host like any other, but is placed nowhere itself. */
export interface PlacingInput<C extends PlacedClaim = ClaimView, R extends PlacingRelation = RelationView> {
  motion: { id: string };
  claims: readonly C[];
  relations: readonly R[];
}

const isPublished = (thing: { status: string }): boolean => thing.status === 'published';

/**
 * The primary place of every claim; null for a loose claim, which answers nothing that this reader can see.
 *
 * A claim stands under what its first relation answers; an undercut under the claim whose line it meets. Between
 * several relations, those inside the claim's own layer come first, so switching a layer on moves nothing. Published
 * claims are placed by published relations between published claims alone: what only some readers see (suggestions,
 * archived claims) changes no place. A circle is broken at the first relation that leads out of it; a circle that
 * leads nowhere is opened at its first claim, which becomes loose. Same input, same places.
 */
export function placesOf<C extends PlacedClaim, R extends PlacingRelation>({
  motion,
  claims,
  relations,
}: PlacingInput<C, R>): Map<string, Place<R> | null> {
  const relationById = new Map(relations.map((relation) => [relation.id, relation]));
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));

  const hostOf = (relation: R): string | null => {
    if (relation.toClaimId !== null) return relation.toClaimId;
    return relationById.get(relation.toRelationId ?? '')?.fromClaimId ?? null;
  };
  const isShared = (relation: R, hostId: string): boolean => {
    const line = relation.toRelationId === null ? null : relationById.get(relation.toRelationId);
    const host = claimById.get(hostId);
    return isPublished(relation) && (!line || isPublished(line)) && (!host || isPublished(host));
  };

  const candidates = new Map<string, Place<R>[]>(claims.map(({ id }) => [id, []]));
  for (const relation of relations) {
    const claim = claimById.get(relation.fromClaimId);
    const hostId = hostOf(relation);
    if (!claim || hostId === null || hostId === claim.id) continue;
    if (hostId !== motion.id && !claimById.has(hostId)) continue;
    if (isPublished(claim) && !isShared(relation, hostId)) continue;
    candidates.get(claim.id)?.push({ relation, hostId });
  }
  const leavesLayer = (claim: C, { relation, hostId }: Place<R>): boolean =>
    claim.layer === 'article' && (relation.layer === 'beyond' || claimById.get(hostId)?.layer === 'beyond');
  for (const claim of claims) {
    const own = candidates.get(claim.id) ?? [];
    // Stable: relations keep the author's order within each of the two groups.
    own.sort((one, other) => Number(leavesLayer(claim, one)) - Number(leavesLayer(claim, other)));
  }

  const places = new Map<string, Place<R> | null>();
  const grounds = new Set([motion.id]);
  placeGroup(claims.filter(isPublished), candidates, grounds, places);
  for (const claim of claims.filter(isPublished)) grounds.add(claim.id);
  placeGroup(
    claims.filter((claim) => !isPublished(claim)),
    candidates,
    grounds,
    places,
  );
  return places;
}

/** Places the claims of one group; `grounds` are the hosts that stand already. */
function placeGroup<R extends PlacingRelation>(
  group: readonly PlacedClaim[],
  candidates: ReadonlyMap<string, Place<R>[]>,
  grounds: ReadonlySet<string>,
  places: Map<string, Place<R> | null>,
): void {
  const roots = new Set(grounds);
  for (const { id } of group) {
    if (candidates.get(id)?.length === 0) {
      roots.add(id);
      places.set(id, null);
    }
  }
  openDeadCircles(group, candidates, roots, places);

  const choices = new Map(group.map(({ id }) => [id, candidates.get(id) ?? []]));
  for (const { id } of group) {
    if (roots.has(id)) continue;
    // The others reach the ground through this claim as well as before, as long as this claim itself still does.
    const place = choices.get(id)?.find(({ hostId }) => reaches(hostId, id, choices, roots));
    if (!place) throw new Error(`Claim ${id} reaches no ground although its circle was opened.`);
    choices.set(id, [place]);
    places.set(id, place);
  }
}

/** Makes the first claim of every circle that leads nowhere loose, so that the rest of it has ground to stand on. */
function openDeadCircles<R extends PlacingRelation>(
  group: readonly PlacedClaim[],
  candidates: ReadonlyMap<string, Place<R>[]>,
  roots: Set<string>,
  places: Map<string, Place<R> | null>,
): void {
  const answersTo = new Map<string, string[]>();
  for (const { id } of group) {
    for (const { hostId } of candidates.get(id) ?? []) {
      const answers = answersTo.get(hostId);
      if (answers) answers.push(id);
      else answersTo.set(hostId, [id]);
    }
  }
  const standing = new Set<string>();
  const spread = (from: Iterable<string>): void => {
    const queue = [...from];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (standing.has(id)) continue;
      standing.add(id);
      queue.push(...(answersTo.get(id) ?? []));
    }
  };
  spread(roots);
  for (const { id } of group) {
    if (standing.has(id)) continue;
    roots.add(id);
    places.set(id, null);
    spread([id]);
  }
}

/** Whether some way leads from `fromId` to a root without passing `avoidedId`. */
function reaches(
  fromId: string,
  avoidedId: string,
  choices: ReadonlyMap<string, readonly { hostId: string }[]>,
  roots: ReadonlySet<string>,
): boolean {
  const seen = new Set([avoidedId]);
  const stack = [fromId];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    if (roots.has(id)) return true;
    seen.add(id);
    for (const { hostId } of choices.get(id) ?? []) stack.push(hostId);
  }
  return false;
}
