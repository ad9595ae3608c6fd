import { screenGeometry } from './geometry';
import type { LayoutClaim, LayoutInput, LayoutRelation } from './types';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

const WINGS = ['start', 'end', 'none'] as const;

/**
 * A random debate: a random tree on both sides, 15 % of claims with a second relation to any other claim, 7 % with
 * an undercut of any relation (undercuts included), some claims without a side.
 */
export function randomMap(seed: number, size: number, rest: Partial<LayoutInput> = {}): LayoutInput {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const claims: LayoutClaim[] = [];
  const relations: LayoutRelation[] = [];
  const relate = (from: string, to: LayoutRelation['to'], kind: LayoutRelation['kind']) => {
    const id = `r${String(relations.length).padStart(3, '0')}`;
    relations.push({ id, kind, fromClaimId: from, to, order: relations.length });
  };
  for (let i = 0; i < size; i++) {
    const id = `c${String(i).padStart(3, '0')}`;
    const lines = 2 + Math.floor(random() * 4);
    const wing = random() < 0.08 ? 'none' : WINGS[i % 2 === 0 ? 0 : 1];
    const heightPx = { inner: 35 + 18 * lines, outer: 33 + 17 * lines };
    const before = claims.filter((claim) => claim.wing === wing || random() < 0.1);
    const parent = i < 6 || before.length === 0 || random() < 0.12 ? 'root' : pick(before).id;
    claims.push({ id, wing: wing ?? 'none', order: i, heightPx, votes: Math.floor(random() * 30) });
    if (random() < 0.07 && relations.length > 3) relate(id, { relationId: pick(relations).id }, 'undercuts');
    else relate(id, { claimId: parent }, random() < 0.6 ? 'supports' : 'attacks');
    if (random() < 0.15 && i > 3) {
      const other = pick(claims).id;
      if (other !== id) relate(id, { claimId: other }, random() < 0.5 ? 'supports' : 'attacks');
    }
  }
  return {
    rootId: 'root',
    rootHeightPx: 242,
    claims,
    relations,
    folded: new Set<string>(),
    unfolded: new Set<string>(),
    autoFold: false,
    geometry: screenGeometry(1096, 848),
    ...rest,
  };
}
