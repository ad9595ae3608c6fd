import type { ArgumentGraph } from './graph';

/** Nodes (claims and lines of attack) and who defeats whom: attacks on attacks flattened, written as the rule reads. */
export interface Flattened {
  nodes: string[];
  /** Each defeat needs all of `by`: one line, or nothing but it. */
  defeats: { by: string; node: string }[];
}

/**
 * Flattening of a map whose relations all attack: a line defeats its target, and every line whose source it meets.
 * Supports are left out; groups are not for this plain writing.
 */
export function flattened({ claims, relations }: ArgumentGraph): Flattened {
  const lines = relations.filter(({ kind }) => kind !== 'supports');
  const known = new Set([...claims.map(({ id }) => id), ...lines.map(({ id }) => id)]);
  return {
    nodes: [...known],
    defeats: lines.flatMap(({ id, to }) => [
      ...(known.has(to) ? [{ by: id, node: to }] : []),
      ...lines.filter(({ from }) => from === to).map((line) => ({ by: id, node: line.id })),
    ]),
  };
}

/** All complete extensions (the nodes that are in), by trying every set of nodes. For at most some 16 nodes. */
export function completeByBruteForce({ nodes, defeats }: Flattened): string[][] {
  const index = new Map(nodes.map((node, i) => [node, i]));
  const bit = (node: string): number => 1 << (index.get(node) ?? 31);
  const attackers = nodes.map((node) =>
    defeats.filter((defeat) => defeat.node === node).reduce((bits, { by }) => bits | bit(by), 0),
  );
  const found: string[][] = [];
  for (let set = 0; set < 1 << nodes.length; set += 1) {
    let defeated = 0;
    for (const { by, node } of defeats) if (set & bit(by)) defeated |= bit(node);
    // In exactly when all that defeats it is defeated; then nothing in the set defeats another of it.
    const isComplete =
      (defeated & set) === 0 &&
      attackers.every((bits, i) => ((bits & ~defeated) === 0) === ((set & (1 << i)) !== 0));
    if (isComplete) found.push(nodes.filter((node) => set & bit(node)));
  }
  return found;
}
