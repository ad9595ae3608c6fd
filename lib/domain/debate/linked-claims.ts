import { isClosed } from './closed';
import type { ClaimView, RelationView } from './view';

interface Linked {
  claims: readonly Pick<ClaimView, 'id' | 'code'>[];
  relations: readonly Pick<RelationView, 'id' | 'fromClaimId' | 'group' | 'status'>[];
}

/** Codes of the claims that are one reason together with each claim that has such, in the debate's order of lines. */
export function linkedClaims({ claims, relations }: Linked): ReadonlyMap<string, string[]> {
  const codeOf = new Map(claims.map(({ id, code }) => [id, code]));
  const groups = new Map<string, string[]>();
  for (const relation of relations) {
    if (relation.group === null || isClosed(relation) || !codeOf.has(relation.fromClaimId)) continue;
    groups.set(relation.group, [...(groups.get(relation.group) ?? []), relation.fromClaimId]);
  }
  const linked = new Map<string, string[]>();
  for (const members of groups.values()) {
    for (const id of members) {
      const others = members.filter((other) => other !== id).map((other) => codeOf.get(other) ?? '');
      if (others.length > 0) linked.set(id, [...new Set([...(linked.get(id) ?? []), ...others])]);
    }
  }
  return linked;
}
