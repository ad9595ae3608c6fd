import type { ReadContext } from './reading';
import type { SchemeEdge } from './scheme-graph';

/**
 * Which end of a SADFace attack is which. Documents of 0.2 run attacker -> conflict -> target. The reference
 * implementation 0.5 also writes target -> conflict -> attacker, with the edge to the attacker first, and nothing in
 * the file says so.
 */

interface Ends {
  into: SchemeEdge[];
  out: SchemeEdge[];
  /** The edge that leaves the conflict is written before the one that enters it. */
  isOutFirst: boolean;
}

function conflictEnds(edges: readonly SchemeEdge[]): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  const of = (id: string): Ends => {
    const known = ends.get(id) ?? { into: [], out: [], isOutFirst: false };
    ends.set(id, known);
    return known;
  };
  for (const edge of edges) {
    if (edge.to.kind === 'conflict' && edge.from.kind !== 'conflict') of(edge.to.id).into.push(edge);
    if (edge.from.kind !== 'conflict') continue;
    const own = of(edge.from.id);
    if (own.into.length === 0 && own.out.length === 0) own.isOutFirst = true;
    own.out.push(edge);
  }
  return ends;
}

const isFrom05 = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > 0 || minor >= 5;
};

function judge({ into, out, isOutFirst }: Ends): {
  direction: 'forward' | 'reversed';
  evidence: 'order' | 'ends';
} {
  // Only a claim can attack, so a scheme stands at the attacked end.
  if (
    into.length > 0 &&
    into.every(({ from }) => from.kind !== 'claim') &&
    out.some(({ to }) => to.kind === 'claim')
  ) {
    return { direction: 'reversed', evidence: 'ends' };
  }
  if (out.some(({ to }) => to.kind !== 'claim')) return { direction: 'forward', evidence: 'ends' };
  // Several claims attack one together; one does not attack several by one node.
  if (out.length > into.length && into.length === 1) return { direction: 'reversed', evidence: 'ends' };
  if (into.length > 1 && out.length === 1) return { direction: 'forward', evidence: 'ends' };
  return { direction: isOutFirst ? 'reversed' : 'forward', evidence: 'order' };
}

/** The edges with every attack running attacker -> conflict -> target; what was decided is in the report. */
export function directedEdges(
  edges: readonly SchemeEdge[],
  version: string,
  { report, sadfaceAttacks }: ReadContext,
): SchemeEdge[] {
  const turned = new Set<SchemeEdge>();
  for (const ends of conflictEnds(edges).values()) {
    const touching = [...ends.into, ...ends.out];
    if (sadfaceAttacks === 'reversed') for (const edge of touching) turned.add(edge);
    if (sadfaceAttacks !== 'auto' || !isFrom05(version) || ends.into.length === 0 || ends.out.length === 0)
      continue;
    const { direction, evidence } = judge(ends);
    const place = (ends.out[0] ?? ends.into[0])?.from.place ?? '/edges';
    report.guessed('attack-direction', place, { version, direction, evidence });
    if (direction === 'reversed') for (const edge of touching) turned.add(edge);
  }
  return edges.map((edge) => (turned.has(edge) ? { ...edge, from: edge.to, to: edge.from } : edge));
}
