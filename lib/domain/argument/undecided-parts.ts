import type { CompiledGraph } from './compiled-graph';
import { type Labelling, UNDECIDED } from './labels';
import { ATTACKS, UNDERCUTS } from './link-kind';

/** A condition of a complete labelling: the node is in when all of these are, out when one is out. */
export interface Operand {
  node: number;
  /** The operand counts as its opposite: in for out, out for in. */
  isNegated: boolean;
}

/**
 * Claims that the grounded labelling leaves undecided and that hang together, with the lines between them. Nodes
 * 0..claims.length - 1 are the claims, the rest lines. What is decided has been worked in: it is not among the nodes.
 */
export interface UndecidedPart {
  /** Indices into the compiled graph. */
  claims: number[];
  /** Conditions of each node. */
  operands: Operand[][];
}

/** Lines left open that can still defeat a claim in the end: attacks, undercuts of such, undercuts of those. */
function openLines({ kind, target, linkCount }: CompiledGraph, labels: Uint8Array): Uint8Array {
  const result = new Uint8Array(linkCount);
  // An undercut stands before what it undercuts: from behind, the target is known first.
  for (let link = linkCount - 1; link >= 0; link -= 1) {
    if (labels[link] !== UNDECIDED) continue;
    if (kind[link] === ATTACKS) result[link] = 1;
    else if (kind[link] === UNDERCUTS) result[link] = result[target[link] as number] as number;
  }
  return result;
}

/** The parts, each with its claims in the order of the graph. */
export function undecidedParts(graph: CompiledGraph, { claims, links }: Labelling): UndecidedPart[] {
  const { root, target, kind, premises, premiseStart, linkCount } = graph;
  const lines = openLines(graph, links);
  const isOpen = (link: number): boolean => lines[link] === 1 && claims[root[link] as number] === UNDECIDED;

  const parent = Int32Array.from(claims, (_, index) => index);
  const top = (claim: number): number => {
    let at = claim;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let link = 0; link < linkCount; link += 1) {
    if (!isOpen(link)) continue;
    for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
      const premise = premises[at] as number;
      if (claims[premise] === UNDECIDED) parent[top(premise)] = top(root[link] as number);
    }
  }

  const parts = new Map<number, UndecidedPart>();
  const nodeOf = new Int32Array(claims.length).fill(-1);
  for (let claim = 0; claim < claims.length; claim += 1) {
    if (claims[claim] !== UNDECIDED) continue;
    const key = top(claim);
    const part = parts.get(key) ?? { claims: [], operands: [] };
    parts.set(key, part);
    nodeOf[claim] = part.claims.length;
    part.claims.push(claim);
    part.operands.push([]);
  }
  const nodeOfLink = new Int32Array(linkCount).fill(-1);
  for (let link = 0; link < linkCount; link += 1) {
    const part = isOpen(link) ? parts.get(top(root[link] as number)) : undefined;
    if (!part) continue;
    nodeOfLink[link] = part.operands.length;
    const conditions: Operand[] = [];
    for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
      const premise = premises[at] as number;
      if (claims[premise] === UNDECIDED)
        conditions.push({ node: nodeOf[premise] as number, isNegated: false });
    }
    part.operands.push(conditions);
  }
  for (let link = 0; link < linkCount; link += 1) {
    const node = nodeOfLink[link] as number;
    if (node < 0) continue;
    const claim = root[link] as number;
    const met = kind[link] === UNDERCUTS ? nodeOfLink[target[link] as number] : nodeOf[claim];
    parts.get(top(claim))?.operands[met as number]?.push({ node, isNegated: true });
  }
  return [...parts.values()];
}
