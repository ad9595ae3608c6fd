import type { ArgumentGraph, ArgumentRelation } from './graph';
import type { Lens } from './lens';

/** One reason as the definitions speak of it: a relation, or all relations of a group. */
interface Reason {
  relations: ArgumentRelation[];
}

const MODELS: Record<Lens, (base: number, attacks: number[], supports: number[]) => number> = {
  'quadratic-energy': (base, attacks, supports) => {
    const energy = total(supports) - total(attacks);
    const h = energy ** 2 / (1 + energy ** 2);
    return energy > 0 ? base + (1 - base) * h : base - base * h;
  },
  'df-quad': (base, attacks, supports) => {
    const energy = doubt(attacks) - doubt(supports);
    return energy > 0 ? base + (1 - base) * energy : base + base * energy;
  },
  euler: (base, attacks, supports) =>
    1 - (1 - base ** 2) / (1 + base * Math.E ** (total(supports) - total(attacks))),
  mlp: (base, attacks, supports) => {
    if (base === 0 || base === 1) return base;
    const odds = Math.log(base / (1 - base)) + total(supports) - total(attacks);
    return 1 / (1 + Math.E ** -odds);
  },
};

const total = (forces: readonly number[]): number => forces.reduce((sum, x) => sum + x, 0);
const doubt = (forces: readonly number[]): number => forces.reduce((left, x) => left * (1 - x), 1);

function reasonsOf(relations: readonly ArgumentRelation[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const relation of relations) {
    const key = relation.group === null ? `alone ${relation.id}` : `group ${relation.group}`;
    const reason = reasons.get(key) ?? { relations: [] };
    reason.relations.push(relation);
    reasons.set(key, reason);
  }
  return [...reasons.values()];
}

/**
 * The same semantics written down a second time, plainly and slowly, as the definitions read: all claims in one damped
 * iteration to 1e-13. Null when that does not settle.
 */
export function referenceStrengths(
  { claims, relations }: ArgumentGraph,
  lens: Lens,
  { step = 0.5, most = 20_000 } = {},
): Map<string, number> | null {
  const reasons = reasonsOf(relations);
  const now = new Map(claims.map(({ id, base }) => [id, base]));
  const force = (reason: Reason): number => {
    const ids = new Set(reason.relations.map(({ id }) => id));
    const weight = Math.min(...reason.relations.map((relation) => relation.weight));
    const strength = Math.min(...reason.relations.map(({ from }) => now.get(from) ?? Number.NaN));
    const undercuts = reasons.filter(
      ({ relations: [first] }) => first?.kind === 'undercuts' && ids.has(first.to),
    );
    // An undercut line of a group is met through any of its lines.
    return weight * strength * doubt(undercuts.map(force));
  };
  for (let count = 0; count < most; count += 1) {
    let farthest = 0;
    const next = new Map<string, number>();
    for (const { id, base } of claims) {
      const at = (kind: string) =>
        reasons.filter(({ relations: [first] }) => first?.to === id && first.kind === kind).map(force);
      const value = MODELS[lens](base, at('attacks'), at('supports'));
      const before = now.get(id) ?? Number.NaN;
      farthest = Math.max(farthest, Math.abs(value - before));
      next.set(id, before + step * (value - before));
    }
    for (const [id, value] of next) now.set(id, value);
    if (farthest < 1e-13) return now;
  }
  return null;
}
