import type { ArgumentRelation } from './graph';
import { KIND_CODES } from './link-kind';

/** Links in the order of the input, before they are sorted to their claims. */
export interface LinkDraft {
  count: number;
  /** Link of each relation. */
  linkOf: Int32Array;
  size: Int32Array;
  /** Id of the link: its relation's, of a group the first by name. */
  ids: string[];
  weight: Float64Array;
  kind: Int8Array;
  target: Int32Array;
  root: Int32Array;
  depth: Int32Array;
}

/** An index that must be there. */
export function known(index: number | undefined, id: string): number {
  if (index === undefined) throw new Error(`The argument graph has nothing of the id "${id}".`);
  return index;
}

/** Gathers relations into links: the members of a group into one. */
export function gatherLinks(relations: readonly ArgumentRelation[]): LinkDraft {
  const linkOf = new Int32Array(relations.length);
  const size = new Int32Array(relations.length);
  const weight = new Float64Array(relations.length).fill(1);
  const kind = new Int8Array(relations.length);
  const groups = new Map<string, number>();
  const ids: string[] = [];
  let count = 0;
  for (let r = 0; r < relations.length; r += 1) {
    const relation = relations[r] as ArgumentRelation;
    let link = relation.group === null ? undefined : groups.get(relation.group);
    if (link === undefined) {
      link = count;
      count += 1;
      if (relation.group !== null) groups.set(relation.group, link);
      kind[link] = KIND_CODES[relation.kind];
      ids.push(relation.id);
    } else if (relation.id < (ids[link] as string)) {
      ids[link] = relation.id;
    }
    linkOf[r] = link;
    size[link] = (size[link] as number) + 1;
    weight[link] = Math.min(weight[link] as number, relation.weight);
  }
  const rest = () => new Int32Array(count).fill(-1);
  return {
    count,
    linkOf,
    size,
    ids,
    weight,
    kind,
    target: rest(),
    root: rest(),
    depth: new Int32Array(count),
  };
}

/** Finds what each link bears on: its claim, and how many undercuts lie between. */
export function aimLinks(
  draft: LinkDraft,
  relations: readonly ArgumentRelation[],
  indexOf: ReadonlyMap<string, number>,
): void {
  const { linkOf, target, root, depth } = draft;
  const undercuts: number[] = [];
  for (let r = 0; r < relations.length; r += 1) {
    const { kind, to } = relations[r] as ArgumentRelation;
    if (kind === 'undercuts') undercuts.push(r);
    else root[linkOf[r] as number] = known(indexOf.get(to), to);
  }
  if (undercuts.length === 0) return;
  const met = new Map<string, number>();
  for (const r of undercuts) met.set((relations[r] as ArgumentRelation).to, -1);
  for (let r = 0; r < relations.length; r += 1) {
    const { id } = relations[r] as ArgumentRelation;
    if (met.has(id)) met.set(id, linkOf[r] as number);
  }
  for (const r of undercuts) {
    const { to } = relations[r] as ArgumentRelation;
    const link = met.get(to) as number;
    target[linkOf[r] as number] = known(link < 0 ? undefined : link, to);
  }
  for (const r of undercuts) {
    const way: number[] = [];
    let at = linkOf[r] as number;
    while ((root[at] as number) < 0) {
      way.push(at);
      if (way.length > draft.count) throw new Error('The argument graph has undercuts in a circle.');
      at = target[at] as number;
    }
    for (let step = way.length - 1; step >= 0; step -= 1) {
      const link = way[step] as number;
      const next = target[link] as number;
      root[link] = root[next] as number;
      depth[link] = (depth[next] as number) + 1;
    }
  }
}

/** Up to here, sorting in place beats a call of sort(). */
const SHORT = 24;

function insertionSort(
  order: Int32Array,
  start: number,
  end: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = start + 1; i < end; i += 1) {
    const link = order[i] as number;
    let hole = i;
    while (hole > start && compare(order[hole - 1] as number, link) > 0) {
      order[hole] = order[hole - 1] as number;
      hole -= 1;
    }
    order[hole] = link;
  }
}

/**
 * Links sorted by claim; within a claim the deepest undercuts first, then attacks, then supports. The rest of the order
 * is there to be the same whatever the order of the input.
 */
export function linkOrder(draft: LinkDraft, firstPremise: Int32Array, linkStart: Int32Array): Int32Array {
  const { count, root, depth, kind, weight, ids } = draft;
  const next = linkStart.slice();
  const order = new Int32Array(count);
  for (let link = 0; link < count; link += 1) {
    const claim = root[link] as number;
    order[next[claim] as number] = link;
    next[claim] = (next[claim] as number) + 1;
  }
  const compare = (a: number, b: number): number =>
    (depth[b] as number) - (depth[a] as number) ||
    (kind[a] as number) - (kind[b] as number) ||
    (firstPremise[a] as number) - (firstPremise[b] as number) ||
    (weight[a] as number) - (weight[b] as number) ||
    ((ids[a] as string) < (ids[b] as string) ? -1 : 1);
  for (let claim = 0; claim + 1 < linkStart.length; claim += 1) {
    const start = linkStart[claim] as number;
    const end = linkStart[claim + 1] as number;
    if (end - start > SHORT) order.subarray(start, end).sort(compare);
    else insertionSort(order, start, end, compare);
  }
  return order;
}
