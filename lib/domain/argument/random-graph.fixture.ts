import { seededRandom } from '../layout/random-map.fixture';
import type { ArgumentClaim, ArgumentGraph, ArgumentRelation } from './graph';

export interface RandomGraphShape {
  claims: number;
  relations: number;
  /** Share of the relations that undercut an earlier one, undercuts included. */
  undercuts?: number;
  /** Share of the relations that join the group of an earlier one. */
  linked?: number;
  /** No claim depends on itself. */
  isAcyclic?: boolean;
  /** Most that a relation weighs; 1 unless given. */
  weight?: number;
  /** All relations weigh the most; otherwise half of them weigh less. */
  isEven?: boolean;
}

/** A sound random graph from a seed: reasons for and against, undercuts of undercuts, linked premises. */
export function randomGraph(seed: number, shape: RandomGraphShape): ArgumentGraph {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const claims: ArgumentClaim[] = Array.from({ length: shape.claims }, (_, i) => ({
    id: `c${i}`,
    base: Math.round(random() * 100) / 100,
  }));
  const relations: ArgumentRelation[] = [];
  // Claim that each relation bears on in the end: on an acyclic map, all reasons come from claims of higher number.
  const roots: number[] = [];
  for (let r = 0; r < shape.relations; r += 1) {
    const earlier = relations.length === 0 ? -1 : below(relations.length);
    const fate = random();
    const isUndercut = earlier >= 0 && fate < (shape.undercuts ?? 0);
    const isLinked = earlier >= 0 && !isUndercut && fate > 1 - (shape.linked ?? 0);
    const root = isUndercut || isLinked ? (roots[earlier] as number) : below(shape.claims);
    const from = shape.isAcyclic ? root + 1 + below(shape.claims - root - 1) : below(shape.claims);
    if (from >= shape.claims) continue;
    const other = relations[earlier];
    const relation: ArgumentRelation = {
      id: `r${r}`,
      from: `c${from}`,
      to: `c${root}`,
      kind: random() < 0.5 ? 'supports' : 'attacks',
      weight: (shape.weight ?? 1) * (shape.isEven || random() < 0.5 ? 1 : random()),
      group: null,
    };
    if (isUndercut && other) {
      relation.kind = 'undercuts';
      relation.to = other.id;
    }
    if (isLinked && other) {
      other.group ??= `g${earlier}`;
      relation.group = other.group;
      relation.kind = other.kind;
      relation.to = other.to;
    }
    relations.push(relation);
    roots.push(root);
  }
  return { claims, relations };
}
