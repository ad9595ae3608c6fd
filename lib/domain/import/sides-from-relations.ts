import type { MapRelation } from '../formats/map-document';

const other = (side: 0 | 1): 0 | 1 => (side === 0 ? 1 : 0);

/**
 * Which side each claim speaks for in a map that names no sides: what supports the motion stands with 0, what attacks it
 * with 1, what supports a claim stands with it, what attacks it or undercuts one of its lines stands against it. The
 * nearest motion decides, and among equals the first line of the file.
 */
export function sidesFromRelations(
  motions: ReadonlySet<string>,
  relations: readonly Pick<MapRelation, 'id' | 'from' | 'to' | 'kind'>[],
): ReadonlyMap<string, 0 | 1> {
  const arriving = new Map<string, (typeof relations)[number][]>();
  for (const relation of relations) {
    const lines = arriving.get(relation.to);
    if (lines) lines.push(relation);
    else arriving.set(relation.to, [relation]);
  }
  const sides = new Map<string, 0 | 1>();
  // What a claim or line stands with: a motion's friends are at 0; a line stands with the claim that it comes from.
  let ring: [id: string, side: 0 | 1][] = [...motions].map((id) => [id, 0]);
  const met = new Set(motions);
  while (ring.length > 0) {
    const next: [string, 0 | 1][] = [];
    for (const [id, side] of ring) {
      for (const { id: lineId, from, kind } of arriving.get(id) ?? []) {
        const stands = kind === 'supports' ? side : other(side);
        if (!met.has(lineId)) {
          met.add(lineId);
          next.push([lineId, stands]);
        }
        if (met.has(from)) continue;
        met.add(from);
        sides.set(from, stands);
        next.push([from, stands]);
      }
    }
    ring = next;
  }
  return sides;
}
