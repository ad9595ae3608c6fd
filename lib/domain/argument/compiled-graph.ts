import { strongComponents } from './components';
import type { ArgumentGraph, ArgumentRelation, ArgumentRelationKind } from './graph';

/**
 * An argument graph in typed arrays, ready to be computed on many times. Claims are numbered in the order of their ids,
 * so that the order of the input changes nothing, not even a rounding.
 *
 * A **link** is one reason: a relation, or a group of linked premises. It has one or more premises (claims), one weight
 * (of a group: its least) and one target, a claim or another link. Undercutting a line of a group undercuts the group.
 * The links that bear on a claim (direct ones, their undercuts, the undercuts of those) stand side by side, undercuts
 * before what they undercut, so that one pass over them gives the claim's aggregate.
 */
export interface CompiledGraph {
  claimIds: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  base: Float64Array;
  /** Links of claim c: from linkStart[c] to linkStart[c + 1]. */
  linkStart: Int32Array;
  linkCount: number;
  /** `SUPPORTS`, `ATTACKS` or `UNDERCUTS`. */
  kind: Int8Array;
  weight: Float64Array;
  /** The link that is undercut; -1 when the target is the claim. */
  target: Int32Array;
  /** The claim that the link bears on in the end. */
  root: Int32Array;
  /** Within the links of claim c: undercuts first, attacks from directStart[c], supports from supportStart[c]. */
  directStart: Int32Array;
  supportStart: Int32Array;
  /** Some link has several premises; otherwise premises[l] is the one of link l. */
  hasGroups: boolean;
  /** Premises of link l: from premiseStart[l] to premiseStart[l + 1]. */
  premiseStart: Int32Array;
  premises: Int32Array;
  /** Relations of link l: indices into `relationIds`, the same ranges as its premises. */
  members: Int32Array;
  relationIds: readonly string[];
  /** Strongly connected parts in an order in which every part comes after those it depends on. */
  partStart: Int32Array;
  partClaims: Int32Array;
  /** Part of each claim. */
  partOf: Int32Array;
  /** 1 where claims of the part depend on themselves. */
  isCyclic: Uint8Array;
}

export const SUPPORTS = 1;
export const ATTACKS = -1;
export const UNDERCUTS = 0;

const CODES: Readonly<Record<ArgumentRelationKind, number>> = {
  supports: SUPPORTS,
  attacks: ATTACKS,
  undercuts: UNDERCUTS,
};

export const kindOfLink = (graph: CompiledGraph, link: number): ArgumentRelationKind => {
  const code = graph.kind[link];
  return code === SUPPORTS ? 'supports' : code === ATTACKS ? 'attacks' : 'undercuts';
};

/** Links in the order of the input, before they are sorted to their claims. */
interface Draft {
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

function known(index: number | undefined, id: string): number {
  if (index === undefined) throw new Error(`The argument graph has nothing of the id "${id}".`);
  return index;
}

/** Gathers relations into links: the members of a group into one. */
function gather(relations: readonly ArgumentRelation[]): Draft {
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
      kind[link] = CODES[relation.kind];
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
function aim(
  draft: Draft,
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
function inOrder(draft: Draft, firstPremise: Int32Array, linkStart: Int32Array): Int32Array {
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

/** Running totals: result[i] = sum of the counts before i. */
function starts(counts: Int32Array): Int32Array {
  const result = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i += 1) result[i + 1] = (result[i] as number) + (counts[i] as number);
  return result;
}

/**
 * Compiles a sound graph. Takes time in proportion to its size, but for sorting the ids.
 * @throws when a relation leads to nothing or undercuts run in a circle: see `checkGraph` for input from outside
 */
export function compileGraph({ claims, relations }: ArgumentGraph): CompiledGraph {
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const claimIds = sorted.map(({ id }) => id);
  const indexOf = new Map(claimIds.map((id, index) => [id, index]));
  const base = Float64Array.from(sorted, (claim) => claim.base);

  const draft = gather(relations);
  aim(draft, relations, indexOf);
  const { count, linkOf } = draft;

  const from = new Int32Array(relations.length);
  const firstPremise = new Int32Array(count).fill(claimIds.length);
  for (let r = 0; r < relations.length; r += 1) {
    const id = (relations[r] as ArgumentRelation).from;
    const claim = known(indexOf.get(id), id);
    from[r] = claim;
    const link = linkOf[r] as number;
    if (claim < (firstPremise[link] as number)) firstPremise[link] = claim;
  }

  const perClaim = new Int32Array(claimIds.length);
  for (let link = 0; link < count; link += 1) {
    const claim = draft.root[link] as number;
    perClaim[claim] = (perClaim[claim] as number) + 1;
  }
  const linkStart = starts(perClaim);
  const directStart = linkStart.slice(0, -1);
  const supportStart = linkStart.slice(0, -1);
  for (let link = 0; link < count; link += 1) {
    const claim = draft.root[link] as number;
    if (draft.kind[link] !== SUPPORTS) supportStart[claim] = (supportStart[claim] as number) + 1;
    if (draft.kind[link] === UNDERCUTS) directStart[claim] = (directStart[claim] as number) + 1;
  }
  const order = inOrder(draft, firstPremise, linkStart);
  const placeOf = new Int32Array(count);
  for (let place = 0; place < count; place += 1) placeOf[order[place] as number] = place;

  const premiseStart = starts(Int32Array.from(order, (link) => draft.size[link] as number));
  const next = premiseStart.slice();
  const premises = new Int32Array(relations.length);
  const members = new Int32Array(relations.length);
  for (let r = 0; r < relations.length; r += 1) {
    const link = placeOf[linkOf[r] as number] as number;
    const place = next[link] as number;
    next[link] = place + 1;
    premises[place] = from[r] as number;
    members[place] = r;
  }

  const links = {
    linkStart,
    linkCount: count,
    hasGroups: count < relations.length,
    directStart,
    supportStart,
    kind: Int8Array.from(order, (link) => draft.kind[link] as number),
    weight: Float64Array.from(order, (link) => draft.weight[link] as number),
    target: Int32Array.from(order, (link) => {
      const target = draft.target[link] as number;
      return target < 0 ? -1 : (placeOf[target] as number);
    }),
    root: Int32Array.from(order, (link) => draft.root[link] as number),
    premiseStart,
    premises,
    members,
  };
  return {
    claimIds,
    indexOf,
    base,
    relationIds: relations.map(({ id }) => id),
    ...links,
    ...strongComponents(claimIds.length, links),
  };
}
