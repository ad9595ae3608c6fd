import type { RelationView } from '@/lib/domain/debate/view';
import type { PlacedLine } from '@/lib/domain/layout/types';
import type { CardTone } from './claim-card';
import { isKept, type Neighbourhood } from './map-neighbourhood';
import type { LineTone } from './relation-line';

/** Relations that touch a claim: from it, to it, and undercuts of its own lines. */
export function relationsAt(claimId: string | null, relations: readonly RelationView[]): ReadonlySet<string> {
  if (claimId === null) return new Set();
  const own = relations.filter(
    (relation) => relation.fromClaimId === claimId || relation.toClaimId === claimId,
  );
  const ids = new Set(own.map((relation) => relation.id));
  for (const relation of relations) {
    if (relation.toRelationId === null) continue;
    const met = relations.find((candidate) => candidate.id === relation.toRelationId);
    if (met?.fromClaimId === claimId) ids.add(relation.id);
  }
  return ids;
}

export function lineTone(
  line: PlacedLine,
  strong: ReadonlySet<string>,
  neighbourhood: Neighbourhood | null,
): LineTone {
  if (line.relationIds.some((id) => strong.has(id))) return 'strong';
  if (neighbourhood !== null) {
    const isEndKept = line.toClaimId === undefined || isKept(neighbourhood, line.toClaimId);
    const touchesNear =
      neighbourhood.near.has(line.fromClaimId) ||
      (line.toClaimId !== undefined && neighbourhood.near.has(line.toClaimId));
    if (!isEndKept || !touchesNear || !isKept(neighbourhood, line.fromClaimId)) return 'dim';
  }
  return line.role === 'cross' ? 'soft' : 'normal';
}

export function cardTone(claimId: string, neighbourhood: Neighbourhood | null): CardTone {
  if (neighbourhood === null) return 'normal';
  if (claimId === neighbourhood.focusId) return 'focus';
  if (neighbourhood.near.has(claimId)) return 'near';
  return neighbourhood.second.has(claimId) ? 'normal' : 'dim';
}
