import type { Folding } from './fold';
import type { ClaimTree } from './tree';
import { nodeOf } from './tree';
import type { LayoutRelation, RelationKind } from './types';

/** A line to draw between cards, or from a card to another line; no geometry yet. */
export interface Wire {
  readonly id: string;
  readonly relationIds: string[];
  readonly kind: RelationKind;
  readonly from: string;
  readonly to: { readonly claimId: string } | { readonly wire: Wire };
  role: 'primary' | 'cross';
  /** The claim it really comes from, or goes to, is hidden behind the card it is drawn at. */
  fromHidden: boolean;
  toHidden: boolean;
}

/**
 * The lines of the drawn map in the author's order. An end that is hidden moves to the folded card in front of it;
 * lines of one kind that then have the same ends become one; a line inside a folded branch is left out.
 */
export function visibleWires(tree: ClaimTree, folding: Folding): Wire[] {
  const wires: Wire[] = [];
  const byKey = new Map<string, Wire>();
  const byRelation = new Map<string, Wire | null>();
  const anchor = (id: string) => folding.anchorOf.get(id) ?? id;

  const target = (relation: LayoutRelation, chain: ReadonlySet<string>): Wire['to'] | null => {
    if ('claimId' in relation.to) return { claimId: anchor(relation.to.claimId) };
    const attacked = tree.relationById.get(relation.to.relationId);
    if (!attacked) return null;
    // Two undercuts that attack each other in a circle: the one met second ends at the card of the first.
    const wire = chain.has(attacked.id) ? null : build(attacked, chain);
    return wire ? { wire } : { claimId: anchor(attacked.fromClaimId) };
  };

  function build(relation: LayoutRelation, chain: ReadonlySet<string>): Wire | null {
    const known = byRelation.get(relation.id);
    if (known !== undefined) return known;
    const from = anchor(relation.fromClaimId);
    const to = target(relation, new Set([...chain, relation.id]));
    const inside =
      to === null ||
      ('claimId' in to ? to.claimId === from : to.wire.from === from && from !== relation.fromClaimId);
    if (inside) {
      byRelation.set(relation.id, null);
      return null;
    }
    const primary = from === relation.fromClaimId && nodeOf(tree, from).parentRelationId === relation.id;
    const fromHidden = from !== relation.fromClaimId;
    const toHidden = 'claimId' in to && (!('claimId' in relation.to) || to.claimId !== relation.to.claimId);
    const key = `${relation.kind} ${from} ${'claimId' in to ? `claim ${to.claimId}` : `line ${to.wire.id}`}`;
    const same = byKey.get(key);
    if (same) {
      same.relationIds.push(relation.id);
      if (primary) same.role = 'primary';
      same.fromHidden &&= fromHidden;
      same.toHidden &&= toHidden;
      byRelation.set(relation.id, same);
      return same;
    }
    const wire: Wire = {
      id: relation.id,
      relationIds: [relation.id],
      kind: relation.kind,
      from,
      to,
      role: primary ? 'primary' : 'cross',
      fromHidden,
      toHidden,
    };
    byKey.set(key, wire);
    byRelation.set(relation.id, wire);
    wires.push(wire);
    return wire;
  }

  for (const relation of tree.relations) build(relation, new Set());
  const rank = new Map(tree.relations.map((relation, index) => [relation.id, index]));
  return wires.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}
