import type { MapRelation } from './map-document';

/** Which claims the rest of a map is about, for files that do not say. */

/** A long dialogue falls into many small parts; the rest of them are asides. */
const MOST_MOTIONS = 12;

/**
 * One claim for each of the largest connected parts, those at least half as large as the largest: of those that lead nowhere, the one that most leads to; the one
 * that most leads to at all where every claim leads somewhere. Ties fall to the earlier claim. Lone claims count only
 * when there is nothing else.
 */
export function guessMotions(
  claims: readonly { id: string }[],
  relations: readonly Pick<MapRelation, 'id' | 'from' | 'to' | 'kind'>[],
): string[] {
  const parents = new Map(claims.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  const sources = new Map(relations.map((relation) => [relation.id, relation.from]));
  const leadsOn = new Set<string>();
  const leadingIn = new Map<string, number>();
  for (const { from, to, kind } of relations) {
    const target = kind === 'undercuts' ? sources.get(to) : to;
    leadsOn.add(from);
    if (target === undefined) continue;
    if (kind !== 'undercuts') leadingIn.set(target, (leadingIn.get(target) ?? 0) + 1);
    parents.set(rootOf(from), rootOf(target));
  }
  const parts = new Map<string, { size: number; best: string; score: number }>();
  const most = relations.length + 1;
  for (const { id } of claims) {
    const score = (leadingIn.get(id) ?? 0) + (leadsOn.has(id) ? 0 : most);
    const part = parts.get(rootOf(id));
    if (!part) parts.set(rootOf(id), { size: 1, best: id, score });
    else {
      part.size += 1;
      if (score > part.score) Object.assign(part, { best: id, score });
    }
  }
  const all = [...parts.values()];
  const joined = all.filter((part) => part.size > 1);
  if (joined.length === 0) return all.slice(0, 1).map((part) => part.best);
  const largest = joined.reduce((most, part) => Math.max(most, part.size), 0);
  return joined
    .filter((part) => part.size * 2 >= largest)
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_MOTIONS)
    .map((part) => part.best);
}
